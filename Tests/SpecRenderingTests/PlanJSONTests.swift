import Diagnostics
import SpecModel
import SpecPlanning
import SpecRendering
import Testing
import YAMLSyntax

@Suite struct PlanJSONTests {
  private static let configuration = """
    agents:
      spec_workflow: [spec-task-validator, spec-integration-tester]
    planning:
      default_agent: python-pro
    """

  private func example() throws -> Plan {
    try #require(
      planned(
        [
          (
            "größe",
            "- [ ] 1. Größe 🎯 \"quoted\"\r\n  - File: a.py\r\n- [ ] 2. B\r\n  - _Depends: 1_\r\n"
          ),
          ("other", "- [ ] 1. C\n  - File: a.py\n  - _Requirements: 1.1, 2.1-2.3_\n"),
        ], Self.configuration))
  }

  private func bytes(_ plan: Plan) -> [UInt8] { PlanJSON.bytes(plan, Schedule(plan)) }

  /// JSON is YAML, so that the project's own reader can check it.
  private func root(_ bytes: [UInt8]) throws -> YAMLNode {
    try #require(try YAMLStream(parsing: bytes).root)
  }

  @Test func isTheSameEachTimeAndHoldsNoPathOutside() throws {
    let first = bytes(try example())
    #expect(first == bytes(try example()))
    #expect(!String(decoding: first, as: UTF8.self).contains("\"/"))
    #expect(first.last == UInt8(ascii: "\n"))
  }

  @Test func hasEveryMemberOfTheSchema() throws {
    let root = try root(bytes(try example()))
    #expect(root["version"]?.string == "specctl.plan/1")
    let expected = [
      "version", "order", "leastConfidence", "selection", "limits", "inputs", "features", "waves",
      "assignments", "milestones", "schedule", "edges", "findings",
    ]
    #expect(root.entries.map { $0.key.string } == expected)
    let task = try #require(
      root["assignments"]?.elements.first { $0["id"]?.string == "größe/1" })
    #expect(
      task.entries.map { $0.key.string } == [
        "id", "feature", "kind", "title", "wave", "agent", "role", "priority", "blocking",
        "timeoutSeconds", "startSeconds", "finishSeconds", "slackSeconds", "estimated",
        "maxParallel", "inputs", "after", "reasons",
      ])
    #expect(task["title"]?.string == "Größe 🎯 \"quoted\"")
    #expect(task["agent"]?.string == "python-pro")
  }

  @Test func everyNameLeadsSomewhereAndComesBefore() throws {
    let root = try root(bytes(try example()))
    let assignments = root["assignments"]?.elements ?? []
    let ids = assignments.compactMap { $0["id"]?.string }
    let milestones = (root["milestones"]?.elements ?? []).compactMap { $0["id"]?.string }
    let known = Set(ids + milestones)
    #expect(known.count == ids.count + milestones.count)
    var seen: Set<String> = []
    for assignment in assignments {
      for before in (assignment["after"]?.elements ?? []).compactMap(\.string) {
        #expect(known.contains(before))
        #expect(milestones.contains(before) || seen.contains(before))
      }
      if let id = assignment["id"]?.string { seen.insert(id) }
    }
    for wave in root["waves"]?.elements ?? [] {
      for task in wave["tasks"]?.elements ?? [] { #expect(ids.contains(task.string ?? "")) }
    }
  }

  @Test func edgesHaveTheirPlaces() throws {
    let root = try root(bytes(try example()))
    let edges = (root["edges"]?.elements ?? []).map { edge in
      ["before", "after", "reason", "at"].map { edge[$0]?.string ?? "" }.joined(separator: " ")
    }
    #expect(
      edges == [
        "größe/1 größe/2 dependency line .claude/specs/größe/tasks.md:4:15",
        "größe/1 other/1 same file .claude/specs/other/tasks.md:2:11",
      ])
  }

  @Test func digestsAreThoseOfTheFiles() throws {
    let root = try root(bytes(try example()))
    let input = try #require(
      root["inputs"]?.elements.first { $0["path"]?.string == ".claude/specs/other/tasks.md" })
    let text = "- [ ] 1. C\n  - File: a.py\n  - _Requirements: 1.1, 2.1-2.3_\n"
    #expect(input["digest"]?.string == SourceFile(path: "", text: text).digest)
  }

  @Test func kiroWavesAreThoseOfOneFeature() throws {
    let plan = try example()
    let root = try root(try #require(KiroWaves.bytes(plan, feature: "größe")))
    let waves = (root["waves"]?.elements ?? []).map { wave in
      (wave["tasks"]?.elements ?? []).compactMap(\.string)
    }
    #expect(waves == [["1"], ["2"]])
    let other = String(
      decoding: try #require(KiroWaves.bytes(plan, feature: "other")), as: UTF8.self)
    #expect(
      other == "{\n  \"waves\": [\n    {\n      \"id\": 0,\n      \"tasks\": [\n        \"1\"\n"
        + "      ]\n    }\n  ]\n}\n")
    #expect(KiroWaves.bytes(plan, feature: "nobody") == nil)
  }
}

@Suite struct PlanPermutationTests {
  @Test(arguments: 0..<40) func theOrderOfFeaturesAndAgentsFilesChangesNoByte(seed: Int) throws {
    var state = UInt64(seed) &* 7919 &+ 1
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    var features = (0..<2 + next(5)).map { number in
      var tasks = ""
      for task in 1...(1 + next(7)) {
        tasks += "- [ ] \(task). Do \(task) (\(1 + next(90))m)\n  - File: src/\(next(6)).py\n"
        if task > 1, next(2) == 0 { tasks += "  - _Depends: \(1 + next(task - 1))_\n" }
      }
      return (name: "f\(number)", tasks: tasks)
    }
    let configuration = """
      agents:
        crew:
          a: {description: x, max_parallel: 1}
          b: {description: x, auto_invoke: on_implementation}
        max_parallel: {high: 2}
      planning: {default_agent: a, max_parallel: 3}
      """
    let plan = try #require(planned(features, configuration))
    let bytes = PlanJSON.bytes(plan, Schedule(plan))
    for _ in 0..<3 {
      for index in features.indices { features.swapAt(index, next(features.count)) }
      let other = try #require(planned(features, configuration))
      #expect(PlanJSON.bytes(other, Schedule(other)) == bytes)
    }
  }
}
