import TestReports

/// What a test of a report may be called in its source.
struct CaseNames {
  /// The names of functions and titles that it may have, the more exact ones first.
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
    let bare = Self.withoutPrefix(Self.withoutArguments(test.name))
    add(bare)
    let parts = bare.components(between: "::")
    if parts.count > 1, let last = parts.last {
      add(last)
      modules = parts.dropLast()
    }
    // `TestCart/empty_cart` is a part of `TestCart`, `adds/0` a run of `adds`.
    var head = bare[...]
    if let slash = bare.firstIndex(of: "/") {
      head = bare[..<slash]
      add(bare[bare.index(after: slash)...])
      if let last = bare.split(separator: "/").last { add(last) }
      add(head)
    }
    // `adds - int` is `adds` for one type.
    if let dash = bare.firstRange(of: " - ") { add(bare[..<dash.lowerBound]) }
    // Elixir, and tests in blocks of Rails.
    for prefix in ["test ", "test_"] where bare.hasPrefix(prefix) {
      add(bare.dropFirst(prefix.count))
    }
    self.names = names
    self.modules = modules
    // Where the class is not known, this stands in its place.
    let className = test.className == "Minitest::Result" ? "" : test.className
    classParts = Self.parts(className)
    var whole = [test.name, "\(className).\(bare)", "\(className) \(bare)"]
    // `Small/Cart` with `adds/0`: the names of a macro with what a run of it is called around them.
    for part in Set(className.split(separator: "/") + classParts.suffix(1).map { $0[...] }) {
      whole += ["\(part).\(bare)", "\(part).\(head)"]
    }
    self.whole = whole
  }

  /// `total(_:)`, `total[eur]`, `total(int)[2]`, `total{int}[1]`, `total (n=2)`, `total with data set "eur"`
  /// and `total -- @1.2 eur` are all `total`.
  private static func withoutArguments(_ name: String) -> String {
    for separator in [" with data set ", " -- @"] {
      if let found = name.firstRange(of: separator) { return String(name[..<found.lowerBound]) }
    }
    guard let last = name.utf8.last, last == UInt8(ascii: ")") || last == UInt8(ascii: "]") else {
      return name
    }
    let cut = name.utf8.firstIndex {
      $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "{")
    }
    guard let cut, cut > name.startIndex else { return name }
    let head = name[..<cut]
    guard head.utf8.last == 0x20 else { return String(head) }
    // A title such as `adds two (really)` keeps its words.
    let word = head.dropLast()
    return word.isEmpty || word.utf8.contains(0x20) ? name : String(word)
  }

  /// Without what runners put in front of titles: `Scenario: total`, `test_0001_total`.
  private static func withoutPrefix(_ name: String) -> String {
    for prefix in ["Scenario: ", "Scenario Outline: "] where name.hasPrefix(prefix) {
      return String(name.dropFirst(prefix.count))
    }
    let digits = name.dropFirst(5).prefix { $0.isASCII && $0.isNumber }
    if name.hasPrefix("test_"), digits.count >= 4, name[digits.endIndex...].first == "_" {
      return String(name[digits.endIndex...].dropFirst())
    }
    return name
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
