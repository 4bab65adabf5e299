import TestSupport
import Testing

/// What other targets see of a library says what it is.
@Suite struct SourceCommentTests {
  /// The files of a folder and all below it.
  private static func sources(_ folder: String) throws -> [String] {
    try TestFile.names(in: ProjectFile(folder).path).flatMap { name -> [String] in
      let path = "\(folder)/\(name)"
      if name.hasSuffix(".swift") { return [path] }
      return name.contains(".") ? [] : try sources(path)
    }
  }

  private static let kinds = ["struct", "enum", "class", "protocol", "actor", "typealias"]

  /// The types of a source that have no comment in front, with the place of each.
  private static func bare(_ path: String) throws -> [String] {
    let lines = try ProjectFile(path).text().split(
      separator: "\n", omittingEmptySubsequences: false)
    return lines.indices.filter { index in
      let words = lines[index].split(separator: " ").filter { $0 != "final" && $0 != "indirect" }
      guard words.count > 2, words[0] == "package", kinds.contains(String(words[1])) else {
        return false
      }
      var above = lines[..<index].reversed().drop { line in
        line.drop { $0 == " " }.hasPrefix("@")
      }
      let comment = above.popFirst()?.drop { $0 == " " } ?? ""
      return !comment.hasPrefix("///")
    }.map { "\(path):\($0 + 1)" }
  }

  @Test func everyTypeThatOthersSeeSaysWhatItIs() throws {
    let sources = try Self.sources("Sources")
    #expect(sources.count > 500)
    #expect(try sources.flatMap { try Self.bare($0) } == [])
  }
}
