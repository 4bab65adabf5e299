import Diagnostics

/// The findings of one file while its suppressions are applied.
///
/// Near linear in the findings and the suppressions, whatever the suppressions hold for.
struct SuppressibleFindings {
  /// A finding of one rule: where it begins, and its number.
  private typealias Place = (offset: Offset, finding: Int)

  /// By rule, in the order of the file.
  private let places: [String: [Place]]
  /// What suppressions of each rule hold for.
  private var scopes: [String: [Range<Offset>]] = [:]

  init(_ numbers: [Int], of findings: [Finding]) {
    places = Dictionary(grouping: numbers) { findings[$0].rule }.mapValues { numbers in
      numbers.map { (findings[$0].range?.lowerBound ?? Offset(0), $0) }
        .sorted { ($0.offset, $0.finding) < ($1.offset, $1.finding) }
    }
  }

  /// Applies a suppression, and says whether it holds for any finding.
  mutating func suppress(_ suppression: Suppression) -> Bool {
    guard let places = places[suppression.rule] else { return false }
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle].offset < suppression.scope.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < places.count, suppression.scope.contains(places[low].offset) else { return false }
    scopes[suppression.rule, default: []].append(suppression.scope)
    return true
  }

  /// The numbers of the findings that any suppression holds for.
  var suppressed: Set<Int> {
    var numbers: Set<Int> = []
    for (rule, scopes) in scopes {
      let scopes = scopes.sorted { $0.lowerBound < $1.lowerBound }
      var next = 0
      var end = Offset(0)
      for place in places[rule] ?? [] {
        while next < scopes.count, scopes[next].lowerBound <= place.offset {
          end = max(end, scopes[next].upperBound)
          next += 1
        }
        if place.offset < end { numbers.insert(place.finding) }
      }
    }
    return numbers
  }
}
