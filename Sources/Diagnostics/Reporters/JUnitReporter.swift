/// The findings as JUnit XML: a suite for each feature, a test for each finding and each document
/// without any.
///
/// Errors and warnings are failures. Notes never fail: they are the output of their document's test.
/// A breakdown of the run itself is an error. The name of a failed test has no line in it, so that
/// it is the same test when lines move; the place stands in `file` and `line`, which not every
/// reader knows, and in the text. Times are 0, since the same input gives the same bytes.
package struct JUnitReporter: Reporter {
  /// Whether findings of severity note are listed.
  package var showsNotes: Bool

  /// The suite of what belongs to no feature.
  private static let workspaceSuite = "(workspace)"

  package init(showsNotes: Bool = false) {
    self.showsNotes = showsNotes
  }

  package func report(_ outcome: Outcome, to output: inout some TextOutputStream) {
    var tables = LineTables(of: outcome)
    var xml = XMLWriter()
    if let breakdown = outcome.breakdown {
      write(breakdown, to: &xml)
      return xml.flush(to: &output)
    }
    let suites = suites(of: outcome)
    xml.element(
      "testsuites", [("name", "specctl")] + counts(of: suites.flatMap(\.documents))
    ) { xml in
      for suite in suites {
        xml.element("testsuite", [("name", suite.name)] + counts(of: suite.documents)) { xml in
          for document in suite.documents {
            write(document, of: outcome, tables: &tables, to: &xml)
            xml.flush(to: &output)
          }
        }
      }
    }
    xml.flush(to: &output)
  }

  // MARK: Suites

  private struct Suite {
    var name: String
    var documents: [Document]
  }

  private struct Document {
    var path: String
    /// Errors and warnings.
    var failures: [Finding]
    var notes: [Finding]

    /// A document that passes is one test.
    var testCount: Int { max(failures.count, 1) }
  }

  /// The suites by name, what belongs to no feature first, and their documents by path.
  private func suites(of outcome: Outcome) -> [Suite] {
    let findings = Dictionary(grouping: outcome.findings, by: \.path)
    let paths = Set(outcome.documents).union(findings.keys).sorted()
    let pathsByFeature = Dictionary(grouping: paths) { outcome.feature(of: $0) ?? "" }
    return pathsByFeature.sorted { $0.key < $1.key }.map { feature, paths in
      Suite(
        name: feature.isEmpty ? Self.workspaceSuite : feature,
        documents: paths.map { path in
          let findings = findings[path] ?? []
          return Document(
            path: path, failures: findings.filter { $0.severity > .note },
            notes: showsNotes ? findings.filter { $0.severity == .note } : [])
        })
    }
  }

  private func counts(of documents: [Document]) -> [(name: String, value: String)] {
    [
      ("tests", String(documents.reduce(0) { $0 + $1.testCount })),
      ("failures", String(documents.reduce(0) { $0 + $1.failures.count })),
      ("errors", "0"), ("skipped", "0"), ("time", "0"),
    ]
  }

  // MARK: Tests

  private func write(
    _ document: Document, of outcome: Outcome, tables: inout LineTables, to xml: inout XMLWriter
  ) {
    let path = outcome.path(document.path)
    let output = document.notes.map { text(of: $0, of: outcome, tables: &tables) }
      .joined(separator: "\n")
    if document.failures.isEmpty {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      let attributes = attributes(name, path: path, line: nil)
      guard !output.isEmpty else { return xml.element("testcase", attributes) }
      return xml.element("testcase", attributes) { $0.element("system-out", [], text: output) }
    }
    var namesakes: [String: Int] = [:]
    for (index, finding) in document.failures.enumerated() {
      var name = "\(finding.rule): \(finding.message)"
      let number = namesakes[name, default: 0] + 1
      namesakes[name] = number
      if number > 1 { name += " (\(number))" }
      let line = tables.region(finding.range, in: finding.path)?.start.line
      xml.element("testcase", attributes(name, path: path, line: line)) { xml in
        xml.element(
          "failure",
          [
            ("message", finding.message), ("type", "\(finding.severity.rawValue)[\(finding.rule)]"),
          ],
          text: text(of: finding, of: outcome, tables: &tables))
        if index == 0, !output.isEmpty { xml.element("system-out", [], text: output) }
      }
    }
  }

  private func attributes(
    _ name: String, path: String, line: Int?
  ) -> [(name: String, value: String)] {
    [("classname", className(of: path)), ("name", name), ("file", path)]
      + (line.map { [("line", String($0))] } ?? []) + [("time", "0")]
  }

  /// The path without its extension, which readers would take for the name of a class.
  private func className(of path: String) -> String {
    for ending in [".md", ".yaml", ".yml"] where path.hasSuffix(ending) {
      return String(path.dropLast(ending.count))
    }
    return path
  }

  private func text(
    of finding: Finding, of outcome: Outcome, tables: inout LineTables
  ) -> String {
    let place = outcome.place(finding.range, in: finding.path, tables: &tables)
    let words = finding.words(in: outcome, tables: &tables)
    return "\(place): \(finding.severity.rawValue): \(words)"
  }

  private func write(_ breakdown: String, to xml: inout XMLWriter) {
    let counts = [
      ("tests", "1"), ("failures", "0"), ("errors", "1"), ("skipped", "0"), ("time", "0"),
    ]
    xml.element("testsuites", [("name", "specctl")] + counts) { xml in
      xml.element("testsuite", [("name", Self.workspaceSuite)] + counts) { xml in
        let names = [("classname", "specctl"), ("name", "validate"), ("time", "0")]
        xml.element("testcase", names) {
          $0.element("error", [("message", breakdown), ("type", "breakdown")], text: breakdown)
        }
      }
    }
  }
}
