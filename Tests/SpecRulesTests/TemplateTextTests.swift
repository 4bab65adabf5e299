import SpecRules
import TestSupport
import Testing

@Suite struct TemplateTextTests {
  @Test func templatesHaveTheSentencesByWhichTheyAreKnown() throws {
    let requirements = try ProjectFile("templates/documents/requirements-template.md").text()
    let design = try ProjectFile("templates/documents/design-template.md").text()
    #expect(requirements.contains(TemplateText.requirements))
    #expect(design.contains(TemplateText.design))
  }
}
