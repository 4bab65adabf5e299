import Diagnostics
import SpecModel
import Testing

@Suite struct TableRequirementTests {
  @Test func rowsWithANumberBehindTheIdOfARowAboveAreItsCriteria() {
    let text = """
      | ID | Requisito |
      | --- | --- |
      | RF-1 | Listar é😀 |
      | RF-1.1 | El sistema DEBE listar |
      | RF-2 | Mostrar |
      """
    let document = RequirementsDocument(
      reading: SourceFile(path: "requirements.md", text: text))
    #expect(document.requirements.map(\.id) == ["RF-1", "RF-2"])
    #expect(document.requirements.first?.criteria.map(\.id) == ["RF-1.1"])
  }
}
