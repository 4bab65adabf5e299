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
  /// Where the files of the workspace stand on the web.
  package var sourceLink: Located<String>?

  package init() {}
}

extension TraceSettings {
  static let table = SettingsTable<TraceSettings>([
    globs("sources", \.sources, "patterns of the files of code whose `@spec` tags count")
      .such(as: "[\"src/**\"]"),
    globs("tests", \.tests, "patterns of the files of tests whose `@spec` tags count")
      .such(as: "[\"tests/**\"]"),
    globs("reports", \.reports, "patterns of the results of tests, as JUnit XML")
      .such(as: "[\"build/junit-*.xml\"]"),
    .key(
      "source_link", .text,
      "where the files of the workspace are on the web, for links to code and tests; `{path}` and "
        + "`{line}` in it stand for these, and without them `/path#Lline` is put behind it; "
        + "`--source-link` comes first"
    ) { settings, entry, reader in
      settings.sourceLink = address(entry, with: &reader)
    }.such(as: "https://github.com/owner/name/blob/main"),
  ])

  init(_ section: YAMLEntry, with reader: inout FieldReader) {
    self.init()
    Self.table.read(reader.entries(section), in: "trace", into: &self, with: &reader)
  }

  private static func globs(
    _ name: String, _ place: SettingReading<TraceSettings>.Place<[Located<String>]>,
    _ summary: String
  ) -> SettingReading<TraceSettings> {
    .key(name, .list(.name(.pattern)), summary) { settings, entry, reader in
      settings[keyPath: place] = globs(entry, with: &reader)
    }
  }

  /// An address on the web; others are reported.
  private static func address(
    _ field: YAMLEntry, with reader: inout FieldReader
  ) -> Located<String>? {
    guard let address = reader.text(field) else { return nil }
    let lowered = address.value.lowercased()
    if !["https://", "http://"].contains(where: lowered.hasPrefix) {
      reader.problems.append(
        DocumentProblem(
          .wrongValue, "'\(field.name)' is '\(address.value)', which is no address",
          at: address.range, help: "write it like 'https://github.com/owner/name/blob/main'"))
    }
    return address
  }

  /// Patterns as they are written.
  ///
  /// Those that are none are reported and kept, so that no matrix is made without them.
  private static func globs(
    _ field: YAMLEntry, with reader: inout FieldReader
  ) -> [Located<String>] {
    let globs = reader.texts(field)
    for glob in globs { _ = reader.glob(glob, of: field.name) }
    return globs
  }
}
