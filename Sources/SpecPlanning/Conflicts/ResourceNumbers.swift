import Diagnostics
import SpecModel

/// Numbers for resources: first those of the configuration in its order, then those that tasks name.
///
/// Letter case does not count in names.
struct ResourceNumbers {
  /// By number, as first written.
  private(set) var names: [String] = []
  /// The number of each resource of the configuration.
  private(set) var configured: [Int] = []
  private var numbers: [String: Int] = [:]

  init(_ resources: [ExclusiveResource]) {
    for resource in resources { configured.append(number(resource.name.value)) }
  }

  mutating func number(_ name: String) -> Int {
    let key = Self.key(name)
    if let known = numbers[key] { return known }
    numbers[key] = names.count
    names.append(name)
    return names.count - 1
  }

  private static func key(_ name: String) -> String { CaseFolding.folded(name) }
}
