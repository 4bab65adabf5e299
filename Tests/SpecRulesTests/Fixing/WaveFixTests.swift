import Diagnostics
import SpecModel
import SpecRules
import SpecWorkspace
import Testing

@Suite struct WaveFixTests {
  private static let path = ".claude/specs/example/tasks.md"

  private func findings(_ text: String) async -> [Finding] {
    let workspace = await WorkspaceReader(MemorySource([Self.path: text])).read()
    return await Validation(RuleSelection(only: ["contradicted-waves"])).outcome(of: workspace)
      .findings
  }

  private func fixed(_ text: String) async throws -> String {
    var text = text
    for _ in 0..<10 {
      let round = FixRound(await findings(text), .safeOnly)
      guard let edits = round.edits[Self.path] else { break }
      let bytes: [UInt8]? = edits.applied(to: Array(text.utf8))
      text = String(decoding: try #require(bytes) as [UInt8], as: UTF8.self)
    }
    return text
  }

  private func tasks(_ waves: String, _ dependencies: [String]) -> String {
    let list = dependencies.enumerated().map {
      "- [ ] \($0 + 1). Task é😀\n  - _Depends: \($1)_\n"
    }.joined()
    return "\(list)\n## Task Dependency Graph\n\n```json\n\(waves)\n```\n\nBehind it.\n"
  }

  @Test func movesATaskIntoANewWaveWrittenLikeTheOthers() async throws {
    let waves = """
      {
        "waves": [
          { "id": 0, "tasks": ["1"] },
          { "id": 1, "tasks": ["2", "3"] }
        ]
      }
      """
    let wanted = """
      {
        "waves": [
          { "id": 0, "tasks": ["1"] },
          { "id": 1, "tasks": ["2"] },
          { "id": 2, "tasks": ["3"] }
        ]
      }
      """
    let dependencies = ["None", "1", "2"]
    #expect(try await fixed(tasks(waves, dependencies)) == tasks(wanted, dependencies))
  }

  @Test func keepsDescriptionsNumbersAndLines() async throws {
    let waves = """
      {"waves": [
        {"wave": 1, "note": "é", "tasks": [2, 1]},
        {"wave": 2, "note": "😀", "tasks": [
          3
        ]}
      ]}
      """
    let wanted = """
      {"waves": [
        {"wave": 1, "note": "é", "tasks": [1]},
        {"wave": 2, "note": "😀", "tasks": [
          3, 2
        ]}
      ]}
      """
    let dependencies = ["None", "1", "None"]
    #expect(try await fixed(tasks(waves, dependencies)) == tasks(wanted, dependencies))
  }

  @Test func takesAWaveAwayThatIsLeftEmptyAndNumbersOn() async throws {
    let waves = """
      {"waves": [{"id": 0, "tasks": ["2"]}, {"id": 1, "tasks": ["1"]}]}
      """
    let wanted = """
      {"waves": [{"id": 0, "tasks": ["1"]}, {"id": 1, "tasks": ["2"]}]}
      """
    #expect(try await fixed(tasks(waves, ["None", "1"])) == tasks(wanted, ["None", "1"]))
  }

  @Test func offersNothingForACircle() async throws {
    let waves = #"{"waves": [{"id": 0, "tasks": ["1", "2"]}]}"#
    let found = await findings(tasks(waves, ["2", "1"]))
    #expect(found.count == 2)
    #expect(found.allSatisfy { $0.fix == nil })
  }

  @Test func leavesNoContradictionInRandomBlocks() async throws {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<60 {
      let count = Int.random(in: 2...8, using: &generator)
      let dependencies = (0..<count).map { task in
        task == 0 || Bool.random(using: &generator)
          ? "None" : "\(Int.random(in: 1...task, using: &generator))"
      }
      let waveCount = Int.random(in: 1...4, using: &generator)
      var waves = [[Int]](repeating: [], count: waveCount)
      for task in 1...count { waves[Int.random(in: 0..<waveCount, using: &generator)].append(task) }
      let block = waves.enumerated().map { number, tasks in
        "  {\"id\": \(number), \"tasks\": [\(tasks.map { "\"\($0)\"" }.joined(separator: ", "))]}"
      }.joined(separator: ",\n")
      let text = tasks("{\"waves\": [\n\(block)\n]}", dependencies)
      let mended = try await fixed(text)
      #expect(await findings(mended).isEmpty, "\(text)\n\(mended)")
      #expect(mended.hasPrefix(text.prefix(upTo: try #require(text.range(of: "```json")))))
      #expect(mended.hasSuffix("```\n\nBehind it.\n"))
      let document = TasksDocument(
        reading: SourceFile(path: Self.path, bytes: Array(mended.utf8)))
      let listed = document.waves.flatMap(\.waves).joined().map(\.value).sorted()
      #expect(listed == (1...count).map(String.init).sorted(), "\(mended)")
      let numbers = document.waves.flatMap(\.entries).compactMap(\.number?.value)
      #expect(numbers == numbers.sorted() && Set(numbers).count == numbers.count, "\(mended)")
    }
  }
}

extension String {
  /// Where a text begins.
  fileprivate func range(of text: String) -> String.Index? {
    firstRange(of: text)?.lowerBound
  }
}
