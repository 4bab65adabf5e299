import Diagnostics
package import SpecModel
package import TestReports

extension TraceReport {
  /// The trace of a workspace.
  ///
  /// - Parameters:
  ///   - workspace: The documents.
  ///   - files: The source files with tags, in the order of their paths.
  ///   - results: The reports of tests.
  ///   - inputs: What was looked at; the number of tests is counted here.
  package init(
    _ workspace: Workspace, files: [TaggedFile] = [], results: [TestReport] = [],
    inputs: TraceInputs = TraceInputs()
  ) async {
    var builder = await TraceBuilder(workspace)
    let cases = results.flatMap(\.cases)
    builder.add(files, cases, hasReports: inputs.reports != nil)
    var inputs = inputs
    inputs.testCaseCount = cases.count
    self.init(features: await builder.features(), orphans: builder.orphans, inputs: inputs)
  }

  /// The part that is about some features: their rows, and what would lead to them.
  package func selecting(_ names: Set<String>) -> TraceReport {
    var part = self
    part.features.removeAll { !names.contains($0.name) }
    part.orphans.tasks.removeAll { !names.contains($0.feature) }
    part.orphans.unknownTags.removeAll { tag in
      !names.contains { tag.text.hasPrefix($0 + "/") }
    }
    part.orphans.tests.removeAll { names.isDisjoint(with: $0.features) }
    return part
  }
}

/// Brings documents, tags and results together.
private struct TraceBuilder {
  private var tracings: [FeatureTracing]
  private var byName: [String: [Int]] = [:]
  private(set) var orphans = TraceOrphans()
  private var nearNames: [String: String?] = [:]

  init(_ workspace: Workspace) async {
    let features = workspace.features + workspace.moduleFeatures
    tracings = await features.indices.sideBySide { FeatureTracing(features[$0]) }
    tracings += (workspace.openSpec?.capabilities ?? []).map { FeatureTracing($0) }
    for (number, tracing) in tracings.enumerated() {
      byName[tracing.name, default: []].append(number)
      orphans.tasks += tracing.untraced.map { task in
        let item = tracing.traced.tasks[task]
        return TraceOrphans.UntracedTask(
          feature: tracing.name, id: item.id, title: item.title, place: item.place)
      }
    }
  }

  func features() async -> [TracedFeature] {
    let tracings = tracings.filter { $0.hasRequirements }
    return await tracings.indices.sideBySide { tracings[$0].finished() }
  }

  /// What a tag's item leads to, with the number of the feature.
  private typealias Found = (feature: Int, target: TraceTarget)

  mutating func add(_ files: [TaggedFile], _ cases: [TestCase], hasReports: Bool) {
    let matching = TestMatching(files, cases)
    var proofs = CaseProofs()
    for (number, test) in cases.enumerated() { addTags(of: test, number, &proofs) }
    for (fileNumber, file) in files.enumerated() {
      for (tagNumber, tag) in file.tags.enumerated() {
        let place = TracePlace(path: file.path, line: tag.line)
        let found = resolve(tag, at: place)
        let declared = matching.declarationOf[.init(file: fileNumber, tag: tagNumber)].map {
          matching.declared[$0]
        }
        let isTest =
          file.isTest || !(declared?.cases.isEmpty ?? true)
          || !(declared?.doubtful.isEmpty ?? true)
        guard isTest else {
          addCode(place, found)
          continue
        }
        addTest(tag, place, found, declared, cases, hasReports, &proofs)
      }
    }
    proofs.add(to: &tracings, cases)
  }

  /// Tags that a report itself has: properties, and names.
  private mutating func addTags(of test: TestCase, _ number: Int, _ proofs: inout CaseProofs) {
    let named = TagScanner.targets(in: test.name) + TagScanner.targets(in: test.className)
    let properties = test.tags.flatMap { TagScanner.list($0) }
    for (targets, evidence) in [(properties, TracedTest.Evidence.property), (named, .name)] {
      for target in targets {
        switch resolution(target) {
        case .found(let found):
          for item in found { proofs.add(item.feature, item.target, number, evidence, nil) }
        case .unknown(let message, let help):
          orphans.unknownTags.append(
            .init(
              text: target.text, place: nil, test: test.displayName, message: message, help: help))
        }
      }
    }
  }

  private mutating func addCode(_ place: TracePlace, _ found: [Found]) {
    for (feature, target) in found {
      if case .task(let task) = target {
        tracings[feature].add(code: place, toTask: task)
      } else {
        tracings[feature].change(target) { $0.code.append(place) }
      }
    }
  }

  private mutating func addTest(
    _ tag: SpecTag, _ place: TracePlace, _ found: [Found], _ declared: TestMatching.Declared?,
    _ cases: [TestCase], _ hasReports: Bool, _ proofs: inout CaseProofs
  ) {
    let name = tag.declaration?.names.first ?? ""
    for (feature, target) in found {
      if case .task(let task) = target {
        tracings[feature].add(code: place, toTask: task)
        continue
      }
      for number in declared?.cases ?? [] {
        proofs.add(feature, target, number, .source, place)
      }
      guard declared?.cases.isEmpty ?? true else { continue }
      let doubtful = declared?.doubtful ?? []
      let outcome: TracedTest.Outcome =
        doubtful.isEmpty
        ? .notRun
        : doubtful.contains { cases[$0].outcome == .failed } ? .maybeFailed : .ambiguous
      tracings[feature].change(target) {
        $0.add(TracedTest(name: name, outcome: outcome, evidence: .source, place: place))
      }
    }
    guard hasReports, !found.isEmpty, declared?.cases.isEmpty ?? true else { return }
    orphans.tests.append(
      .init(
        name: name, place: place,
        reason: name.isEmpty
          ? "no test stands at the tag"
          : declared?.doubtful.isEmpty ?? true
            ? "no report has this test"
            : "a report has a test of this name that may be another one",
        features: Set(tag.targets.map(\.feature))))
  }

  // MARK: Resolving

  private enum TagResolution {
    case found([Found])
    case unknown(message: String, help: String?)
  }

  private mutating func resolve(_ tag: SpecTag, at place: TracePlace) -> [Found] {
    if tag.targets.isEmpty {
      orphans.unknownTags.append(
        .init(
          text: "@spec", place: place, test: nil, message: "the tag names no feature",
          help: "write it like '@spec feature/2.3'"))
    }
    return tag.targets.flatMap { target -> [Found] in
      switch resolution(target) {
      case .found(let found): return found
      case .unknown(let message, let help):
        orphans.unknownTags.append(
          .init(text: target.text, place: place, test: nil, message: message, help: help))
        return []
      }
    }
  }

  private mutating func resolution(_ target: SpecTag.Target) -> TagResolution {
    guard let numbers = byName[target.feature] else {
      return .unknown(
        message: "there is no feature '\(target.feature)'",
        help: nearName(target.feature).map { "did you mean '\($0)/\(target.id)'?" })
    }
    var first: TagResolution?
    // Folders of several tools may have one name.
    for number in numbers {
      switch tracings[number].resolve(target.id) {
      case .targets(let targets): return .found(targets.map { (number, $0) })
      case .unknown(let message, let help):
        if first == nil { first = .unknown(message: message, help: help) }
      }
    }
    return first ?? .found([])
  }

  private mutating func nearName(_ name: String) -> String? {
    if let known = nearNames[name] { return known }
    // Every name is compared with all features, and nobody misspells thousands of them.
    let near = nearNames.count < 500 ? nearMiss(to: name, among: tracings.lazy.map(\.name)) : nil
    nearNames[name] = near
    return near
  }
}

/// Results by what they prove, each test once for each requirement or criterion.
private struct CaseProofs {
  private struct Key: Hashable {
    var feature: Int
    var target: TraceTarget
    var test: Int
  }

  private var evidence: [Key: (TracedTest.Evidence, TracePlace?)] = [:]
  private var order: [Key] = []

  mutating func add(
    _ feature: Int, _ target: TraceTarget, _ test: Int, _ kind: TracedTest.Evidence,
    _ place: TracePlace?
  ) {
    let key = Key(feature: feature, target: target, test: test)
    if let known = evidence[key] {
      // The evidence that comes first is the stronger one.
      evidence[key] = (known.0, known.1 ?? place)
    } else {
      evidence[key] = (kind, place)
      order.append(key)
    }
  }

  func add(to tracings: inout [FeatureTracing], _ cases: [TestCase]) {
    for key in order {
      guard let (kind, place) = evidence[key] else { continue }
      let test = cases[key.test]
      tracings[key.feature].change(key.target) {
        $0.add(
          TracedTest(
            name: test.displayName, outcome: TracedTest.Outcome(test.outcome), evidence: kind,
            place: place))
      }
    }
  }
}

extension TracedTest.Outcome {
  fileprivate init(_ outcome: TestOutcome) {
    switch outcome {
    case .passed: self = .passed
    case .failed: self = .failed
    case .skipped: self = .skipped
    }
  }
}

extension TestCase {
  /// The name with that of the class in front, unless it begins with it anyway.
  fileprivate var displayName: String {
    className.isEmpty || name.hasPrefix(className) ? name : "\(className).\(name)"
  }
}
