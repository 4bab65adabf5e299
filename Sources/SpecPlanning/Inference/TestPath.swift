/// What the path of a test says about the file that it tests.
enum TestPath {
  private static let folders: Set<Substring> = [
    "test", "tests", "__tests__", "spec", "e2e", "cypress", "playwright",
  ]
  private static let endings = [
    ".test", ".spec", ".e2e", ".cy", "_test", "-test", "_spec", "-spec",
  ]
  private static let camelEndings = ["Tests", "Test", "Spec"]

  /// Whether a path is that of a test.
  static func isTest(_ path: String) -> Bool {
    let segments = path.split(separator: "/")
    guard let file = segments.last else { return false }
    if segments.dropLast().contains(where: { folders.contains(Substring($0.lowercased())) }) {
      return true
    }
    let name = withoutExtension(file)
    return name.hasPrefix("test_") || endings.contains { name.lowercased().hasSuffix($0) }
      || camelEndings.contains { name.hasSuffix($0) }
  }

  /// The name that a file and its test share, in lower case: `order_book` for `src/order_book.py` and for
  /// `tests/test_order_book.py`; `nil` for names too short to tell anything.
  static func stem(_ path: String) -> String? {
    guard let file = path.split(separator: "/").last else { return nil }
    var name = withoutExtension(file)
    for ending in camelEndings where name.hasSuffix(ending) && name.count > ending.count {
      name.removeLast(ending.count)
      break
    }
    name = name.lowercased()
    for ending in endings where name.hasSuffix(ending) && name.count > ending.count {
      name.removeLast(ending.count)
      break
    }
    if name.hasPrefix("test_") { name.removeFirst(5) }
    return name.count > 2 && name != "index" && name != "main" ? name : nil
  }

  /// The name up to the last dot; that of `a.test.ts` is `a.test`.
  private static func withoutExtension(_ file: Substring) -> String {
    guard let dot = file.lastIndex(of: "."), dot != file.startIndex else { return String(file) }
    return String(file[..<dot])
  }
}
