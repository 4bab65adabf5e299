import Diagnostics
import SpecModel
import SpecRules
import SpecWorkspace
import Testing

/// One example of one rule.
struct RuleCase: Sendable, CustomTestStringConvertible {
  let rule: String
  let example: Example
  let shouldReport: Bool

  var testDescription: String {
    "\(rule) \(shouldReport ? "reports" : "passes") the example of line \(example.line)"
  }

  static let all: [RuleCase] = Rule.catalogue.flatMap { rule in
    rule.passing.map { RuleCase(rule: rule.id, example: $0, shouldReport: false) }
      + rule.failing.map { RuleCase(rule: rule.id, example: $0, shouldReport: true) }
  }
}

/// A place in a file, as a mark in an example or as a finding has it.
struct MarkedPlace: Hashable, CustomStringConvertible {
  var path: String
  var offset: Int

  var description: String { "\(path):\(offset)" }
}

/// Changes to the text of an example that must not change what is found.
enum Variation: String, CaseIterable, Sendable {
  case asWritten, emojiInFront, carriageReturns, noFinalNewline

  /// The text and how many bytes were put in front.
  func apply(_ text: String, isYAML: Bool) -> String {
    switch self {
    case .asWritten: text
    case .emojiInFront:
      text.hasPrefix("---") || text.hasPrefix("→---")
        ? text : (isYAML ? "# é😀\n" : "<!-- é😀 -->\n\n") + text
    case .carriageReturns:
      text.contains("\r")
        ? text
        : text.split(separator: "\n", omittingEmptySubsequences: false)
          .joined(separator: "\r\n")
    case .noFinalNewline: text.hasSuffix("\n") ? String(text.dropLast()) : text
    }
  }
}

@Suite struct CatalogueTests {
  /// The findings of a rule in an example, and the places that the example marks.
  private func run(
    _ ruleCase: RuleCase, _ variation: Variation
  ) async -> (found: Set<MarkedPlace>, marked: Set<MarkedPlace>) {
    var files: [String: [UInt8]] = [:]
    var marked: Set<MarkedPlace> = []
    let arrow = Array("→".utf8)
    for (index, file) in ruleCase.example.files.enumerated() {
      // JSON is read as the YAML that it is.
      let isYAML = file.path.hasSuffix(".yaml") || file.path.hasSuffix(".json")
      let text = index == 0 ? variation.apply(file.text, isYAML: isYAML) : file.text
      var bytes: [UInt8] = []
      var rest = Array(text.utf8)[...]
      while let mark = rest.firstRange(of: arrow) {
        bytes += rest[..<mark.lowerBound]
        marked.insert(MarkedPlace(path: file.path, offset: bytes.count))
        rest = rest[mark.upperBound...]
      }
      files[file.path] = bytes + rest
    }
    let workspace = await WorkspaceReader(MemorySource(files)).read()
    let outcome = await Validation(
      RuleSelection(configuration: workspace.configuration, only: selected(ruleCase.rule))
    ).outcome(of: workspace)
    let found = outcome.findings.filter { $0.rule == ruleCase.rule }.map {
      MarkedPlace(path: $0.path, offset: $0.range?.lowerBound.utf8 ?? 0)
    }
    return (Set(found), marked)
  }

  /// Rules about suppressions need the rules that are suppressed.
  private func selected(_ rule: String) -> [String] {
    Rule.named(rule)?.group == .suppressions ? Rule.catalogue.map(\.id) : [rule]
  }

  @Test(arguments: RuleCase.all)
  func reportsExactlyWhatTheExampleMarks(_ ruleCase: RuleCase) async {
    let (found, marked) = await run(ruleCase, .asWritten)
    #expect(found == marked)
    #expect(ruleCase.shouldReport == !marked.isEmpty)
  }

  @Test(arguments: RuleCase.all, [Variation.emojiInFront, .carriageReturns, .noFinalNewline])
  func findsTheSameInVariationsOfTheExample(
    _ ruleCase: RuleCase, _ variation: Variation
  ) async {
    // Rules about line ends and first bytes are about just these variations.
    guard Rule.named(ruleCase.rule)?.group != .files else { return }
    // Nor can a place at the very top be moved by what is put in front.
    if variation == .emojiInFront,
      ruleCase.example.files.first?.text.hasPrefix("→") ?? false
    {
      return
    }
    let (found, marked) = await run(ruleCase, variation)
    #expect(found == marked)
  }
}

@Suite struct CatalogueHouseRules {
  @Test func idsAreKebabCaseAndUnique() {
    let ids = Rule.catalogue.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { AgentFile.isKebabCase($0) })
  }

  @Test func everyRuleExplainsItself() {
    for rule in Rule.catalogue {
      #expect(rule.summary.hasSuffix("."), "\(rule.id)")
      #expect(rule.rationale.hasSuffix("."), "\(rule.id)")
      #expect(!rule.passing.isEmpty, "\(rule.id)")
    }
  }
}
