import SpecRules
import TestSupport
import Testing

/// What a document that is written by hand says of rules, held against the catalogue.
///
/// Links that lead nowhere are found with all others.
@Suite struct CheckCatalogueTests {
  private let text: String

  init() throws {
    text = try ProjectFile("docs/catalogue.md").text()
  }

  @Test func everyCheckHasItsNumberAndAnAnswer() {
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| ") && !$0.hasPrefix("| |") }
      .map { $0.split(separator: "|").map { $0.drop { $0 == " " } } }
      .filter { $0.first?.first?.isNumber ?? false }
    #expect(rows.map { Int($0[0].prefix { $0.isNumber }) } == (1...180).map { $0 })
    for row in rows { #expect(row.count == 3 && !row[2].isEmpty, "\(row)") }
  }

  @Test func everyRuleStandsInIt() {
    for rule in Rule.catalogue {
      #expect(text.contains("(rules.md#\(rule.id))"), "\(rule.id) is missing in docs/catalogue.md")
    }
  }
}
