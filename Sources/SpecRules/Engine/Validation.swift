package import Diagnostics
package import SpecModel

/// Runs the rules over a workspace.
package struct Validation: Sendable {
  private typealias Setting = RuleSelection.Setting

  private let catalogue: [Rule]
  private let selection: RuleSelection
  /// The rules about features and their documents by profile, with their settings, looked up once.
  private let featureRules: [Profile: [(id: String, setting: Setting, check: Rule.Check)]]

  /// Rules of the catalogue that the selection leaves out are not looked at again.
  package init(_ selection: RuleSelection, catalogue: [Rule] = Rule.catalogue) {
    self.catalogue = catalogue.filter { selection.runs($0) }
    self.selection = selection
    let rules = self.catalogue.filter(\.isAboutFeatures)
    featureRules = Dictionary(
      uniqueKeysWithValues: Profile.allCases.map { profile in
        (
          profile,
          rules.compactMap { rule in
            selection.setting(rule, in: profile).map { (rule.id, $0, rule.check) }
          }
        )
      })
  }

  /// Everything that the rules find, sorted; features are looked at side by side.
  package func outcome(of workspace: Workspace) async -> Outcome {
    let context = WorkspaceContext(workspace)
    let parts = await withTaskGroup(of: [Finding].self) { group in
      let width = 64
      for start in stride(from: 0, to: workspace.features.count, by: width) {
        let features = workspace.features[start..<min(start + width, workspace.features.count)]
        group.addTask {
          var found: [Finding] = []
          for feature in features { found += findings(in: FeatureContext(feature, in: context)) }
          return found
        }
      }
      group.addTask { findings(inWhole: context) }
      var all: [Finding] = []
      for await part in group { all += part }
      return all
    }
    return assemble(parts, workspace)
  }

  /// Everything that the rules find, as ``outcome(of:)`` does, but features that are as they were
  /// when `memory` was filled are not looked at again.
  ///
  /// The memory is that of the same rules and severities.
  package func outcome(of workspace: Workspace, reusing memory: inout FindingMemory) -> Outcome {
    let context = WorkspaceContext(workspace)
    var filled = FindingMemory(WorkspaceSurroundings(workspace))
    var all: [Finding] = []
    for feature in workspace.features {
      let found =
        memory.findings(in: feature, amid: filled.surroundings)
        ?? findings(in: FeatureContext(feature, in: context))
      filled.remember(found, in: feature)
      all += found
    }
    memory = filled
    return assemble(all + findings(inWhole: context), workspace)
  }

  private func findings(in context: FeatureContext) -> [Finding] {
    var report = RuleReport()
    let texts = context.feature.texts
    let profile = context.feature.profile(preferring: selection.profile)
    for (id, setting, check) in featureRules[profile] ?? [] {
      report.begin(id, setting)
      switch check {
      case .text(let check):
        for text in texts { check(text, &report) }
      case .feature(let check):
        check(context, &report)
      case .agent, .workspace, .run, .plan:
        continue
      }
    }
    // Features come in the order of their paths, so that all of them are nearly in order then.
    return report.findings.sorted(by: Finding.precedes)
  }

  private func findings(inWhole context: WorkspaceContext) -> [Finding] {
    var report = RuleReport()
    for rule in catalogue {
      guard let setting = selection.setting(rule.id) else { continue }
      switch rule.check {
      case .agent(let check):
        report.begin(rule.id, setting)
        for agent in context.workspace.agents { check(agent, context, &report) }
      case .workspace(let check):
        report.begin(rule.id, setting)
        check(context, &report)
      case .text, .feature, .run, .plan:
        continue
      }
    }
    return report.findings
  }

  /// Takes out what is suppressed, adds what is wrong with the suppressions, and sorts.
  private func assemble(_ findings: [Finding], _ workspace: Workspace) -> Outcome {
    let findings =
      selection.paths.isEmpty ? findings : selection.paths.adjusted(findings)
    var kept = findings
    var suppressed = 0
    var byPath: [String: [Int]]?
    var dropped: Set<Int> = []
    for file in workspace.filesAddressingTool {
      let suppressions = Suppression.find(in: file.bytes)
      guard !suppressions.isEmpty else { continue }
      if byPath == nil { byPath = Dictionary(grouping: findings.indices) { findings[$0].path } }
      var suppressible = SuppressibleFindings(byPath?[file.path] ?? [], of: findings)
      for suppression in suppressions {
        let isUsed = suppressible.suppress(suppression)
        kept += faults(of: suppression, isUsed: isUsed, in: file.path)
      }
      dropped.formUnion(suppressible.suppressed)
    }
    if !dropped.isEmpty {
      suppressed = dropped.count
      kept =
        findings.indices.filter { !dropped.contains($0) }.map { findings[$0] }
        + kept[findings.count...]
    }
    kept.sort(by: Finding.precedes)
    return outcome(kept, suppressed, workspace)
  }

  private func outcome(
    _ findings: [Finding], _ suppressed: Int, _ workspace: Workspace
  ) -> Outcome {
    var wanted: Set<String> = []
    var last = ""
    for index in findings.indices {
      // Findings of a file follow one another.
      if findings[index].path != last {
        last = findings[index].path
        wanted.insert(last)
      }
      for note in findings[index].notes { wanted.insert(note.path) }
      for document in findings[index].fix?.elsewhere ?? [] { wanted.insert(document.path) }
    }
    let files = workspace.files
    return Outcome(
      findings: findings,
      sources: Dictionary(
        files.filter { wanted.contains($0.path) }.map { ($0.path, $0) }
      ) { first, _ in first },
      rules: Dictionary(uniqueKeysWithValues: catalogue.map { ($0.id, $0.record) }),
      documents: files.map(\.path), fileCount: files.count, featureCount: workspace.features.count,
      featureByDirectory: Dictionary(
        workspace.features.map { ($0.directory, $0.name) }
      ) { first, _ in first },
      suppressedCount: suppressed)
  }

  private func faults(
    of suppression: Suppression, isUsed: Bool, in path: String
  ) -> [Finding] {
    let known = Rule.catalogue.lazy.map(\.id)
    var finding: Finding
    let rule: String
    if !known.contains(suppression.rule) {
      rule = "unknown-suppression"
      finding = .unknownSuppression(suppression, in: path, known: Array(known))
    } else if !isUsed, selection.setting(suppression.rule) != nil {
      rule = "unused-suppression"
      finding = .unusedSuppression(suppression, in: path)
    } else {
      return []
    }
    guard let setting = selection.setting(rule) else { return [] }
    finding.rule = rule
    finding.severity = setting.severity
    finding.severityOrigin = setting.origin
    return [finding]
  }
}

extension Rule {
  fileprivate var isAboutFeatures: Bool {
    switch check {
    case .text, .feature: true
    case .agent, .workspace, .run, .plan: false
    }
  }
}

extension Feature {
  /// The documents that there are.
  package var texts: [SpecText] {
    [requirements?.text, design?.text, tasks?.text].compactMap { $0 }
  }

  /// Whether a comment in one of the documents may speak to the tool.
  fileprivate var addressesTool: Bool {
    requirements?.text.addressesTool ?? false || design?.text.addressesTool ?? false
      || tasks?.text.addressesTool ?? false
  }
}

extension Workspace {
  /// The files in which a suppression may stand.
  fileprivate var filesAddressingTool: [SourceFile] {
    var files: [SourceFile] = []
    for index in features.indices where features[index].addressesTool {
      files += features[index].texts.filter(\.addressesTool).map(\.file)
    }
    files += openSpec?.texts.filter(\.addressesTool).map(\.file) ?? []
    return files + agents.map(\.file) + settingsFiles
  }

  /// The files that are there once.
  private var settingsFiles: [SourceFile] {
    [registry?.file, configuration?.file, reviewLock?.file].compactMap { $0 }
      + capabilities.filter { !$0.isForeign }.map(\.file)
  }

  /// Every file that was read.
  package var files: [SourceFile] {
    var files: [SourceFile] = []
    files.reserveCapacity(features.count * 3 + agents.count + 2)
    for index in features.indices {
      if let file = features[index].requirements?.text.file { files.append(file) }
      if let file = features[index].design?.text.file { files.append(file) }
      if let file = features[index].tasks?.text.file { files.append(file) }
    }
    files += openSpec?.texts.map(\.file) ?? []
    files += layered?.texts.map(\.file) ?? []
    return files + agents.map(\.file) + settingsFiles
  }
}
