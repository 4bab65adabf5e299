import ArgumentParser
import SpecRules
import SpecctlCommands
import TestSupport
import Testing

/// A document that is made from the sources and checked in.
enum GeneratedDocument {
  /// What makes all of them anew.
  static let command = "`SPECCTL_RECORD=1 swift test --filter DocumentationTests`"
}

extension String {
  /// The text as a run of Markdown that means just this text.
  var asMarkdown: String {
    var text = ""
    for character in self {
      if character == "<" || character == "*" || character == "|" { text.append("\\") }
      text.append(character)
    }
    return text
  }
}

@Suite struct GeneratedDocumentTests {
  private let remedy = "\(GeneratedDocument.command) rewrites it"

  @Test func theRuleReferenceIsThatOfTheCatalogue() async throws {
    let rates = try RuleRates(recorded: try ProjectFile("Benchmarks/CORPUS.md").text())
    let fixes = await RuleFixes(of: Rule.catalogue)
    ProjectFile("docs/rules.md").expect(
      RuleReference(rules: Rule.catalogue, rates: rates, fixes: fixes).text, remedy: remedy)
  }

  @Test func theReferenceOfCapabilitiesIsThatOfTheirTypes() {
    ProjectFile("docs/capabilities.md").expect(CapabilityReference().text, remedy: remedy)
  }

  @Test func theReferenceOfProfilesIsThatOfTheRules() {
    ProjectFile("docs/profiles.md").expect(ProfileReference().text, remedy: remedy)
  }

  @Test func theCommandReferenceIsThatOfTheCommands() {
    ProjectFile("docs/commands.md").expect(
      CommandReference(root: CommandDescription(of: Specctl.self)).text, remedy: remedy)
  }
}
