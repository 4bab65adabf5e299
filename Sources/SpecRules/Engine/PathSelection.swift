import Diagnostics
import SpecModel

/// What the configuration says of the rules in some paths, and which paths it leaves out.
struct PathSelection: Sendable {
  private struct Section: Sendable {
    var glob: FileGlob
    /// By rule; `nil` where the rule is off.
    var settings: [String: RuleSelection.Setting?]
  }

  private var sections: [Section] = []
  private var ignored: [FileGlob] = []
  /// The rules that are off but for some paths.
  private(set) var onlyInPaths: [String: RuleSelection.Setting] = [:]

  var isEmpty: Bool { sections.isEmpty && ignored.isEmpty }

  init() {}

  init(_ configuration: Configuration, settings: [String: RuleSelection.Setting]) {
    let validation = configuration.validation
    guard !validation.paths.isEmpty || !validation.ignored.isEmpty else { return }
    let lines = LineTable(configuration.file.bytes)
    ignored = validation.ignored.map(\.value)
    sections = validation.paths.map { path in
      var section = Section(glob: path.glob.value, settings: [:])
      for entry in path.severities {
        let line = lines.position(of: entry.rule.range.lowerBound).line
        let setting = entry.severity.value.map {
          RuleSelection.Setting(severity: $0, origin: "\(configuration.file.path):\(line)")
        }
        section.settings[entry.rule.value] = .some(setting)
        if let setting, settings[entry.rule.value] == nil {
          onlyInPaths[entry.rule.value] = setting
        }
      }
      return section
    }
  }

  /// The findings as the configuration wants them in their paths, without those that it does not want.
  ///
  /// Each path is held against each pattern once.
  func adjusted(_ findings: [Finding]) -> [Finding] {
    var known: [String: [Section]?] = [:]
    return findings.compactMap { finding in
      let sections = known[finding.path] ?? sections(for: finding.path)
      known[finding.path] = .some(sections)
      return sections.flatMap { adjusted(finding, by: $0) }
    }
  }

  /// What holds in a path, the last one first; `nil` where nothing is reported.
  private func sections(for path: String) -> [Section]? {
    guard !ignored.match(path) else { return nil }
    return sections.reversed().filter { [$0.glob].match(path) }
  }

  private func adjusted(_ finding: Finding, by sections: [Section]) -> Finding? {
    for section in sections {
      guard let setting = section.settings[finding.rule] else { continue }
      guard let setting else { return nil }
      var finding = finding
      finding.severity = setting.severity
      finding.severityOrigin = setting.origin
      return finding
    }
    return onlyInPaths[finding.rule] == nil ? finding : nil
  }
}
