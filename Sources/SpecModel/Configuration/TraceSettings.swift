package import Diagnostics
import YAMLSyntax

/// `trace:`: where the code, the tests and their results are.
package struct TraceSettings: Sendable {
  /// Globs of source files, in the order written.
  package var sources: [Located<String>] = []
  /// Globs of tests, in the order written.
  package var tests: [Located<String>] = []
  /// Globs of reports, in the order written.
  package var reports: [Located<String>] = []

  /// The keys of `trace:`.
  package static let keys = ["sources", "tests", "reports"]

  package init() {}
}

extension TraceSettings {
  init(_ section: YAMLEntry, with reader: inout FieldReader) {
    self.init()
    for field in reader.entries(section) {
      switch field.name {
      case "sources": sources = Self.globs(field, with: &reader)
      case "tests": tests = Self.globs(field, with: &reader)
      case "reports": reports = Self.globs(field, with: &reader)
      default: reader.unknown(field, in: "trace", known: Self.keys)
      }
    }
  }

  /// Patterns of paths below the root; others are reported.
  private static func globs(
    _ field: YAMLEntry, with reader: inout FieldReader
  ) -> [Located<String>] {
    reader.texts(field).filter { glob in
      let path = glob.value.drop { $0 == "!" }
      let parts = path.split(separator: "/")
      guard path.hasPrefix("/") || parts.contains("..") else { return true }
      reader.problems.append(
        DocumentProblem(
          .wrongValue, "'\(field.name)' has '\(glob.value)', which leads out of the workspace",
          at: glob.range, help: "write it from the root of the workspace, such as 'src/**'"))
      return false
    }
  }
}
