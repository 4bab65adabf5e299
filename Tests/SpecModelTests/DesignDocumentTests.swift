import Diagnostics
import Testing

@testable import SpecModel

@Suite struct DesignDocumentTests {
  private func design(_ text: String) -> DesignDocument {
    DesignDocument(reading: SourceFile(path: "design.md", text: text))
  }

  @Test func readsTitleAndSections() {
    let document = design("# Design é\r\n\r\n## Overview 🚀\r\n```\n# code\n```\n### Parts ##\r\n")
    #expect(document.title?.value == "Design é")
    #expect(document.sections.map(\.title.value) == ["Design é", "Overview 🚀", "Parts"])
    #expect(document.sections.map(\.level) == [1, 2, 3])
    #expect(
      document.sections.map { document.text.text($0.title.range) }
        == document.sections.map(\.title.value))
  }

  @Test(arguments: [
    "### Property 1: Order is kept\n\n*For any* list é 🚀.\r\n\r\n**Validates: Requirements 1.4, 1.5**\n",
    "**Property 1: Order is kept**\n\n**Validates**: Requirements 1.4, 1.5\n",
    "Property 1: Order is kept\nValidates: Requirement 1.4 and 1.5\n",
    "- **Property 1**: Order is kept\n  - _Validates: 1.4, 1.5_\n",
    "#### 属性 1：Order is kept\n**验证需求：1.4、1.5**\n",
    "### Propiedad 1: Order is kept\n**Valida: Requisitos 1.4, 1.5**\n",
  ])
  func readsPropertiesAndWhatTheyValidate(text: String) throws {
    let property = try #require(design(text).properties.first)
    #expect(property.id == "1")
    #expect(property.title == "Order is kept")
    #expect(property.validates.map(\.kind) == [.identifier("1.4"), .identifier("1.5")])
  }

  @Test func endsAPropertyAtTheNextHeading() {
    let document = design(
      "### Property 1: A\n#### Proof\n**Validates: 1.1**\n## Tests\n**Validates: 2.1**\n- Property 1: again\n"
    )
    #expect(document.properties.count == 1)
    #expect(document.properties[0].validates.map(\.kind) == [.identifier("1.1")])
    #expect(document.mentions.map(\.kind) == [.identifier("2.1")])
  }

  @Test func findsMentionsWithTheirPlaces() {
    let document = design(
      "é 🚀 meets Requirement 1.2, 1.3 and FR-4.\r\nSee (REQ-1.1-1.3) | 需求 5 for R2 and AES-256.\r\n"
    )
    #expect(
      document.mentions.map { document.text.text($0.range) } == [
        "Requirement 1.2", "1.3", "FR-4", "REQ-1.1-1.3", "需求 5",
      ])
    #expect(document.mentions[3].kind == .range(from: "REQ-1.1", to: "1.3"))
  }

  @Test func takesProseForNoMention() {
    #expect(design("The required 3 parts, requirements below, and UTF-8.\n").mentions.isEmpty)
  }

  @Test func readsHostileInputInLinearTime() {
    let text = String(repeating: "Requirements Requirement REQ-1,", count: 20_000)
    #expect(design(text).mentions.count == 20_000)
  }
}
