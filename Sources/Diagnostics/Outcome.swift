/// What a run of the rules came to: the input of every reporter.
package struct Outcome: Sendable {
  /// In the order of paths and places.
  package var findings: [Finding]
  /// The files with findings, for excerpts and positions, by path.
  package var sources: [String: SourceFile]
  /// Every rule that ran, by id.
  package var rules: [String: RuleRecord]
  /// The paths of the documents that were read, for formats that list what passed.
  package var documents: [String]
  /// How many documents were read.
  package var fileCount: Int
  package var featureCount: Int
  /// The feature that a path belongs to.
  package var featureByDirectory: [String: String]
  /// How many findings were suppressed in the documents.
  package var suppressedCount: Int
  /// The folder of the workspace as a reader of the report sees it, such as `services/billing`.
  ///
  /// Formats that other programs match with their own files put it before every path; it is empty
  /// where the report is read in the workspace itself.
  package var folder = ""
  /// How many findings were left out since a baseline knows them.
  package var baselinedCount = 0
  /// How many findings of the baseline are not found any more.
  package var staleBaselineCount = 0
  /// Whether the reader could have fixes made, so that it is worth saying how many there are.
  package var offersFixes = false
  /// What kept the run from its end, in words; there are no findings then.
  package var breakdown: String?

  package init(
    findings: [Finding] = [], sources: [String: SourceFile] = [:],
    rules: [String: RuleRecord] = [:], documents: [String] = [], fileCount: Int = 0,
    featureCount: Int = 0,
    featureByDirectory: [String: String] = [:], suppressedCount: Int = 0
  ) {
    self.findings = findings
    self.sources = sources
    self.rules = rules
    self.documents = documents
    self.fileCount = fileCount
    self.featureCount = featureCount
    self.featureByDirectory = featureByDirectory
    self.suppressedCount = suppressedCount
  }

  /// Linear in the findings.
  package func count(of severity: Severity) -> Int {
    findings.indices.count { findings[$0].severity == severity }
  }

  /// Whether a finding is at or above a severity.
  package func reaches(_ severity: Severity) -> Bool {
    findings.indices.contains { findings[$0].severity >= severity }
  }

  /// The feature in whose folder a path lies, or whose folder it is.
  package func feature(of path: String) -> String? {
    if let feature = featureByDirectory[path] { return feature }
    var directory = path[...]
    while let slash = directory.lastIndex(of: "/") {
      directory = directory[..<slash]
      if let feature = featureByDirectory[String(directory)] { return feature }
    }
    return nil
  }

  /// A path as a reader of the report sees it, from ``folder`` on; `.` for the reader's own folder.
  package func path(_ path: String) -> String {
    if folder.isEmpty { return path.isEmpty ? "." : path }
    return path.isEmpty ? folder : "\(folder)/\(path)"
  }
}
