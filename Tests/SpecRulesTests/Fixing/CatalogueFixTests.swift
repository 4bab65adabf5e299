import Diagnostics
import SpecModel
import SpecRules
import SpecWorkspace
import Testing

/// What every fix of the catalogue promises, tried on the examples of its rule.
@Suite struct CatalogueFixTests {
  private func findings(_ files: [String: [UInt8]], _ rules: [String]) async -> [Finding] {
    let workspace = await WorkspaceReader(MemorySource(files)).read()
    return await Validation(RuleSelection(configuration: workspace.configuration, only: rules))
      .outcome(of: workspace).findings
  }

  private func files(_ example: Example) -> [String: [UInt8]] {
    Dictionary(
      uniqueKeysWithValues: example.files.map {
        ($0.path, Array($0.text.replacing("→", with: "").utf8))
      })
  }

  private func fixed(_ files: [String: [UInt8]], _ round: FixRound) throws -> [String: [UInt8]] {
    var files = files
    for (path, edits) in round.edits {
      let bytes = try #require(files[path], "a fix changes '\(path)', which is not there")
      let changed: [UInt8]? = edits.applied(to: bytes)
      let made: [UInt8] = try #require(changed, "edits of a fix do not fit '\(path)'")
      files[path] = made
    }
    return files
  }

  /// Rules about suppressions need the rules that are suppressed.
  private func selected(_ rule: String) -> [String] {
    Rule.named(rule)?.group == .suppressions ? Rule.catalogue.map(\.id) : [rule]
  }

  @Test(arguments: RuleCase.all.filter(\.shouldReport))
  func removesItsFindingAndChangesNothingMoreWhenMadeAgain(_ ruleCase: RuleCase) async throws {
    let rules = selected(ruleCase.rule)
    var files = files(ruleCase.example)
    var found = await findings(files, rules).filter { $0.rule == ruleCase.rule }
    let before = found.count
    guard found.contains(where: { $0.fix?.isMade(with: .unsafeToo) ?? false }) else { return }
    var rounds = 0
    while rounds < 10 {
      let round = FixRound(found, .unsafeToo)
      if round.isEmpty { break }
      rounds += 1
      files = try fixed(files, round)
      found = await findings(files, rules).filter { $0.rule == ruleCase.rule }
    }
    #expect(found.count < before)
    #expect(!found.contains { $0.fix?.isMade(with: .unsafeToo) ?? false })
  }

  @Test(arguments: RuleCase.all.filter(\.shouldReport))
  func leadsToNoErrorThatWasNotThere(_ ruleCase: RuleCase) async throws {
    let files = files(ruleCase.example)
    let all = await findings(files, [])
    let round = FixRound(all.filter { $0.rule == ruleCase.rule }, .unsafeToo)
    guard !round.isEmpty else { return }
    let after = await findings(try fixed(files, round), [])
    let errors = { (findings: [Finding]) in
      Dictionary(grouping: findings.filter { $0.severity == .error }, by: \.rule)
        .mapValues(\.count)
    }
    let (old, new) = (errors(all), errors(after))
    for (rule, count) in new {
      #expect(count <= old[rule, default: 0], "the fix of \(ruleCase.rule) leads to \(rule)")
    }
  }
}
