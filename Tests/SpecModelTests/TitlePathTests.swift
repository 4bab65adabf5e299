import Diagnostics
import SpecModel
import Testing

@Suite struct TitlePathTests {
  private func paths(_ title: String) -> [String] {
    var document = TasksDocument(
      reading: SourceFile(path: "tasks.md", bytes: Array("# é 😀\r\n- [ ] T001 \(title)\r\n".utf8)))
    document.takePathsFromTitles()
    return document.tasks.flatMap { $0.files.map(\.path) }
  }

  @Test func takesWhatIsPlainlyAFile() {
    #expect(paths("[P] Write the é in src/models/user.swift") == ["src/models/user.swift"])
    #expect(paths("Test `a/b.ts`, and c/d.py (new)") == ["a/b.ts", "c/d.py"])
  }

  @Test func leavesOtherWords() {
    #expect(paths("Log in and/or out of Next.js, v1/v2.0, see src/ and App.tsx") == [])
  }
}
