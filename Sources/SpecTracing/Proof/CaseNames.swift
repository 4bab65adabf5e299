import TestReports

/// What a test of a report may be called in its source.
struct CaseNames {
  /// The names of functions and titles that it may have, the whole name first.
  let names: [String]
  /// Names that say more than a function's: with their groups or their suite in front.
  let whole: [String]
  /// What stands in front of the function in the name: the modules of `cart::tests::adds`.
  let modules: [String]
  /// The parts of the class name.
  let classParts: [String]

  /// Linear in the names.
  init(_ test: TestCase) {
    var names = [test.name]
    var modules: [String] = []
    func add(_ name: some StringProtocol) {
      if !name.isEmpty, !names.contains(where: { $0 == name }) { names.append(String(name)) }
    }
    let bare = Self.withoutArguments(test.name)
    add(bare)
    let parts = bare.components(between: "::")
    if parts.count > 1, let last = parts.last {
      add(last)
      modules = parts.dropLast()
    }
    // `TestCart/empty_cart` is a part of `TestCart`.
    if let slash = bare.firstIndex(of: "/"), bare.hasPrefix("Test") {
      add(bare[..<slash])
      if let last = bare.split(separator: "/").last { add(last) }
    }
    // Elixir, and tests in blocks of Rails.
    for prefix in ["test ", "test_"] where bare.hasPrefix(prefix) {
      add(bare.dropFirst(prefix.count))
    }
    self.names = names
    self.modules = modules
    whole = [test.name, "\(test.className).\(bare)", "\(test.className) \(bare)"]
    classParts = Self.parts(test.className)
  }

  /// `total(_:)`, `total[eur]`, `total(int)[2]` and `total{int}[1]` are all `total`.
  private static func withoutArguments(_ name: String) -> String {
    guard let last = name.utf8.last, last == UInt8(ascii: ")") || last == UInt8(ascii: "]") else {
      return name
    }
    let cut = name.utf8.firstIndex {
      $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "{")
    }
    guard let cut, cut > name.startIndex else { return name }
    let head = name[..<cut]
    // A title such as `adds two (really)` keeps its words.
    return head.utf8.last == 0x20 ? name : String(head)
  }

  private static func parts(_ className: String) -> [String] {
    className.utf8.split {
      $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ":")
        || $0 == UInt8(ascii: "$") || $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "+")
    }.map { String(Substring($0)) }
  }
}

extension String {
  /// The parts between occurrences of a separator of two characters.
  fileprivate func components(between separator: String) -> [String] {
    guard utf8.contains(UInt8(ascii: ":")) else { return [self] }
    return split(separator: separator).map(String.init)
  }
}
