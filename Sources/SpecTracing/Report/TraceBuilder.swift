import Diagnostics
import SpecModel
import TestReports

/// Brings documents, tags and results together.
struct TraceBuilder {
  var tracings: [FeatureTracing]
  var byName: [String: [Int]] = [:]
  var orphans = TraceOrphans()
  var nearNames: [String: String?] = [:]
  var nameSearch: NearMissSearch

  init(_ workspace: Workspace) async {
    let features = workspace.features + workspace.moduleFeatures
    tracings = await features.indices.sideBySide { FeatureTracing(features[$0]) }
    tracings += (workspace.openSpec?.capabilities ?? []).map { FeatureTracing($0) }
    nameSearch = NearMissSearch(tracings.lazy.map(\.name))
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
  typealias Found = (feature: Int, target: TraceTarget)

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
}
