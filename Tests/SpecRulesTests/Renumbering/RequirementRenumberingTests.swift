import Diagnostics
import SpecModel
import SpecRules
import SpecWorkspace
import Testing

@Suite struct RequirementRenumberingTests {
  private let folder = ".claude/specs/a"

  private func findings(_ files: [String: String]) async -> [Finding] {
    let workspace = await WorkspaceReader(MemorySource(files.mapValues { Array($0.utf8) })).read()
    return await Validation(RuleSelection(only: ["duplicate-requirement-id"]))
      .outcome(of: workspace).findings
  }

  private func fixed(_ files: [String: String]) async throws -> [String: String]? {
    guard let finding = await findings(files).first(where: { $0.fix != nil }),
      let fix = finding.fix
    else { return nil }
    #expect(fix.safety == .unsafe)
    var files = files
    for document in fix.documents(of: finding.path) {
      let bytes = Array(try #require(files[document.path]).utf8)
      let changed: [UInt8]? = document.edits.applied(to: bytes)
      files[document.path] = String(decoding: try #require(changed), as: UTF8.self)
    }
    return files
  }

  private func files(requirements: String, tasks: String, design: String) -> [String: String] {
    [
      "\(folder)/requirements.md": requirements, "\(folder)/tasks.md": tasks,
      "\(folder)/design.md": design,
    ]
  }

  @Test func movesWhatFollowsAndEveryReferenceToIt() async throws {
    let before = files(
      requirements: """
        # Requirements é😀

        ### Requirement 1: A

        1. THE system SHALL a

        ### Requirement 1: B

        See Requirement 2.

        1. THE system SHALL b

        ### Requirement 2: C

        2.1. THE system SHALL c
        2.2. THE system SHALL d

        """,
      tasks: "- [ ] 1. A\n  - _Requirements: 1.1, 2.1-2.2, Requirement 2 (é), All_\n",
      design:
        "Requirement 2.1 matters.\n\n### Property 1: P\n\n**Validates: Requirements 1, 2.2**\n")
    #expect(
      try await fixed(before)
        == files(
          requirements: """
            # Requirements é😀

            ### Requirement 1: A

            1. THE system SHALL a

            ### Requirement 2: B

            See Requirement 3.

            1. THE system SHALL b

            ### Requirement 3: C

            3.1. THE system SHALL c
            3.2. THE system SHALL d

            """,
          tasks: "- [ ] 1. A\n  - _Requirements: 1.1, 3.1-3.2, Requirement 3 (é), All_\n",
          design:
            "Requirement 3.1 matters.\n\n### Property 1: P\n\n**Validates: Requirements 1, 3.2**\n")
    )
  }

  @Test func leavesAloneWhereAReferenceWouldComeToMeanAnother() async throws {
    let before = files(
      requirements:
        "### Requirement 1: A\n\n1. THE system SHALL a\n\n### Requirement 1: B\n\n1. THE system SHALL b\n",
      tasks: "- [ ] 1. A\n  - _Requirements: 1.1, 2.1_\n", design: "# Design\n")
    #expect(await findings(before).count == 1)
    #expect(try await fixed(before) == nil)
  }

  // MARK: Properties

  private func sample(_ generator: inout SeededGenerator) -> [String: String] {
    let word = ["Requirement ", "FR-", "R"].randomElement(using: &generator) ?? ""
    var numbers = (0..<Int.random(in: 2...7, using: &generator)).map { _ in
      Int.random(in: 1...6, using: &generator)
    }
    if Bool.random(using: &generator) { numbers.sort() }
    var requirements = "# Requirements é😀\n"
    for number in numbers {
      requirements +=
        "\n### \(word)\(number): Thing \(Int.random(in: 0...99, using: &generator))\n\n"
      for item in 1...Int.random(in: 1...3, using: &generator) {
        let mark = word == "Requirement " && number % 2 == 0 ? "\(number).\(item)." : "\(item)."
        requirements += "\(mark) THE system SHALL \(item)\n"
      }
    }
    func any(_ generator: inout SeededGenerator) -> String {
      let number = numbers.randomElement(using: &generator) ?? 1
      let id = (word == "Requirement " ? "" : word) + "\(number)"
      return [id, id + ".1", "Requirement \(id)"].randomElement(using: &generator) ?? id
    }
    var tasks = ""
    var design = "# Design\n\n"
    for number in 1...4 {
      tasks += "- [ ] \(number). Work\n  - _Requirements: \(any(&generator)), \(any(&generator))_\n"
      design += "### Property \(number): P\n\n**Validates: Requirements \(any(&generator))**\n\n"
    }
    return files(requirements: requirements, tasks: tasks, design: design)
  }

  /// What every reference leads to.
  private func meaning(_ files: [String: String]) throws -> [RequirementIndex.Resolution] {
    func file(_ name: String) throws -> SourceFile {
      let path = "\(folder)/\(name).md"
      return SourceFile(path: path, text: try #require(files[path]))
    }
    let index = RequirementIndex(RequirementsDocument(reading: try file("requirements")))
    let tasks = TasksDocument(reading: try file("tasks"))
    let design = DesignDocument(reading: try file("design"))
    return (tasks.tasks.flatMap(\.requirements) + design.properties.flatMap(\.validates))
      .map { index.resolve($0) }
  }

  @Test func keepsWhatEveryReferenceMeans() async throws {
    var generator = SeededGenerator(seed: 7)
    var made = 0
    for _ in 0..<150 {
      let before = sample(&generator)
      guard let after = try await fixed(before) else { continue }
      made += 1
      #expect(try meaning(after) == meaning(before), "\(before)\n→\n\(after)")
      #expect(await findings(after).isEmpty, "\(after)")
    }
    #expect(made > 40)
  }
}
