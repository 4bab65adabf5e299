import Diagnostics
import SpecModel
import Testing

@Suite struct FileMentionTests {
  private func document(_ line: String) -> TasksDocument {
    TasksDocument(
      reading: SourceFile(path: "tasks.md", text: "# é 😀\r\n- [ ] 1. A\r\n  - \(line)\r\n"))
  }

  private func files(_ line: String) throws -> [FileMention] {
    try #require(document(line).tasks.first).files
  }

  @Test(arguments: [
    ("File: src/{a,b}.ts, c.ts", ["src/{a,b}.ts", "c.ts"]),
    ("File: `src/{a, b}.ts`", ["src/{a,b}.ts"]), ("File: `a.ts, b.ts`", ["a.ts", "b.ts"]),
    ("**Files:** **/*.ts, x.md", ["**/*.ts", "x.md"]), ("_File: *_", ["**"]),
    ("**File**: *", ["**"]), ("Files: *.md, *.py", ["*.md", "*.py"]),
    ("File: **a/b.ts**", ["a/b.ts"]),
    ("File: [a/b.ts], [id]/[x]/y.ts", ["a/b.ts", "[id]/[x]/y.ts"]),
    ("File: a.ts (see (x) and y.ts), b.ts", ["a.ts", "b.ts"]),
    ("File: a.ts (see, b.ts", ["a.ts", "b.ts"]), ("File: x/\\*\\*", ["x/**"]),
    ("File: Several (a.ts, b/c.ts), d.ts", ["a.ts", "b/c.ts", "d.ts"]),
    ("File: app/(auth)/page.tsx", ["app/(auth)/page.tsx"]), ("File: a.ts, N/A", ["a.ts"]),
    ("File: All test files", []), ("File: Multiple files", []), ("File: http://x.y/z.ts", []),
  ])
  func readsPathsInManyForms(line: String, paths: [String]) throws {
    #expect(try files(line).map(\.path) == paths)
  }

  @Test func placesAreThoseOfThePaths() throws {
    let document = document("File: é/😀.ts → `x.ts:12` (moved from y.ts), *")
    let found = try #require(document.tasks.first).files
    #expect(found.map(\.path) == ["é/😀.ts", "x.ts", "y.ts"])
    #expect(found.map { document.text.text($0.range) } == ["é/😀.ts", "x.ts:12", "y.ts"])
    let all = self.document("File: `All files` (é)")
    let mention = try #require(all.tasks.first?.files.first)
    #expect(mention.isEverything)
    #expect(all.text.text(mention.range) == "All files")
  }

  @Test(arguments: [
    ("_Resources: database, `build` (long)_", ["database", "build"]),
    ("**Exclusive**: Gpu; disk", ["Gpu", "disk"]), ("リソース：データベース、ビルド", ["データベース", "ビルド"]),
    ("Lock: None", []), ("Resources: 2 people", []), ("Resources: https://x.y, a/b: c", []),
  ])
  func readsTheNamesOfResources(line: String, names: [String]) throws {
    let document = document(line)
    let task = try #require(document.tasks.first)
    #expect(task.resources.map(\.value) == names)
    #expect(task.resources.map { document.text.text($0.range) } == names)
  }

  @Test(arguments: [
    String(repeating: "(", count: 20_000), String(repeating: "a.ts ( ", count: 5_000),
    "a" + String(repeating: "*", count: 20_000), "a" + String(repeating: ")", count: 20_000),
    String(repeating: "{a,", count: 8_000), String(repeating: "`a,b", count: 6_000),
  ])
  func hostileLinesAreReadInLinearTime(value: String) throws {
    let clock = ContinuousClock()
    var count = 0
    let time = try clock.measure { count = try files("File: \(value)").count }
    #expect(count < 10_000)
    #expect(time < .seconds(5))
  }
}
