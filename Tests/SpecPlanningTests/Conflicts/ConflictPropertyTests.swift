import Diagnostics
import SpecModel
import SpecPlanning
import Testing

/// Random tasks, held against a checker that knows nothing of how conflicts are found.
@Suite struct ConflictPropertyTests {
  /// Every file that there is in the small world of these tests.
  private static let world = [
    "a/x.ts", "a/y.ts", "a/b/x.ts", "a/b/z.css", "A/X.ts", "b/z.ts", "b/W.css", "b/w.css", "c.md",
    "d/é.ts", "d/É.ts",
  ]
  private static let written = [
    "a/x.ts", "a/y.ts", "a/", "a/b", "a/*", "a/**", "a/**/*.ts", "**/*.css", "A/X.ts", "b/*.ts",
    "b/?.css", "b/{z.ts,w.css}", "b/[w-z].*", "c.md", "./c.md", "*", "N/A", "d/é.ts", "d/É.ts",
    "c.md → a/y.ts", "B/W.css:3",
  ]
  private static let resources = ["", "", "", "", "gpu", "Gpu, disk", "disk"]
  private static let titles = ["Task", "Task", "Run the build", "Check"]

  private struct Written {
    var files: Set<String> = []
    var resources: Set<String> = []
  }

  /// The files of the world that a mention means.
  private func meant(_ mention: String, ignoringCase: Bool) -> Set<String> {
    func folded(_ text: String) -> String { ignoringCase ? text.lowercased() : text }
    let patterns: [String] =
      switch mention {
      case "N/A": []
      case "*": ["**"]
      case "b/{z.ts,w.css}": ["b/z.ts", "b/w.css"]
      case "c.md → a/y.ts": ["c.md", "a/y.ts"]
      case "./c.md": ["c.md"]
      case "B/W.css:3": ["B/W.css"]
      default: [mention]
      }
    return Set(
      Self.world.map(folded).filter { file in
        patterns.contains { pattern in
          matches(
            folded(pattern).split(separator: "/").map(Array.init),
            file.split(separator: "/").map(Array.init))
        }
      })
  }

  private func matches(_ pattern: [[Character]], _ path: [[Character]]) -> Bool {
    guard let first = pattern.first else { return true }
    if first == ["*", "*"] {
      return (0...path.count).contains { matches(Array(pattern.dropFirst()), Array(path[$0...])) }
    }
    guard let name = path.first, matches(first[...], name[...]) else { return false }
    return matches(Array(pattern.dropFirst()), Array(path.dropFirst()))
  }

  private func matches(_ pattern: ArraySlice<Character>, _ name: ArraySlice<Character>) -> Bool {
    guard let first = pattern.first else { return name.isEmpty }
    switch first {
    case "*":
      return (name.startIndex...name.endIndex).contains {
        matches(pattern.dropFirst(), name[$0...])
      }
    case "?": return !name.isEmpty && matches(pattern.dropFirst(), name.dropFirst())
    case "[":
      guard let letter = name.first, let end = pattern.firstIndex(of: "]") else { return false }
      return letter >= pattern[pattern.startIndex + 1] && letter <= pattern[end - 1]
        && matches(pattern[(end + 1)...], name.dropFirst())
    default: return name.first == first && matches(pattern.dropFirst(), name.dropFirst())
    }
  }

  @Test(arguments: 0..<150) func nothingIsTouchedByTwoAtOnce(seed: Int) throws {
    var numbers = Sequence(state: UInt64(seed) &* 7907 &+ 11)
    let ignoringCase = seed % 2 == 1
    var tasks: [String: Written] = [:]
    var features: [Feature] = []
    for name in ["p", "q", "r"] {
      var text = ""
      for number in 1...7 {
        var written = Written()
        let title = Self.titles[numbers.next(below: Self.titles.count)]
        if title.contains("build") { written.resources.insert("build") }
        text += "- [ ] \(number). \(title)\n"
        for _ in 0..<numbers.next(below: 3) {
          let mention = Self.written[numbers.next(below: Self.written.count)]
          text += "  - File: \(mention)\n"
          let files = meant(mention, ignoringCase: ignoringCase)
          written.files.formUnion(files)
          if files.contains(where: { $0.hasPrefix("b/") }) { written.resources.insert("b") }
        }
        let named = Self.resources[numbers.next(below: Self.resources.count)]
        if !named.isEmpty {
          text += "  - _Resources: \(named)_\n"
          written.resources.formUnion(named.lowercased().split(separator: ", ").map(String.init))
        }
        let before = number > 1 ? numbers.next(below: number) : 0
        text += "  - _Depends: \(before == 0 ? "None" : String(before))_\n"
        tasks["\(name)/\(number)"] = written
      }
      features.append(feature(name, text))
    }
    let settings = """
      ignore_case: \(ignoringCase)
      resources: {b: [b/**], build: {words: [Build]}}
      """
    let made = try #require(plan(features, planning: settings))
    let schedule = Schedule(made)
    let steps = made.assignments.indices.filter { made.assignments.kind($0) == .task }
    for one in steps {
      for other in steps where one < other {
        let ids = (made.assignments.id(one), made.assignments.id(other))
        let (left, right) = (try #require(tasks[ids.0]), try #require(tasks[ids.1]))
        let isShared =
          !left.files.isDisjoint(with: right.files)
          || !left.resources.isDisjoint(with: right.resources)
        guard isShared else { continue }
        #expect(made.assignments.wave(one) != made.assignments.wave(other), "\(ids)")
        #expect(
          schedule.finishes[one] <= schedule.starts[other]
            || schedule.finishes[other] <= schedule.starts[one], "\(ids)")
      }
    }
    let turned = plan(features.reversed(), planning: settings)
    #expect(turned?.waveIDs == made.waveIDs)
    #expect(turned?.assignments.map(\.id) == made.assignments.map(\.id))
  }

  /// How many waits there are for each mention.
  private func waits(_ count: Int) -> Double {
    var text = ""
    for number in 1...count {
      let line =
        number % 100 == 0
        ? "File: src/\(number % 700)/*.ts" : "File: src/\(number % 900)/f\(number % 7919).ts"
      text += "- [ ] \(number). T\n  - _Depends: None_\n  - \(line)\n"
    }
    let made = plan([feature("f", text)], planning: "resources: {late: [src/8/**, src/9/**]}")
    let edges = made.map { plan in
      (0..<plan.assignments.count).reduce(0) { $0 + plan.predecessors(of: $1).count }
    }
    return Double(edges ?? 0) / Double(count)
  }

  @Test func waitsGrowWithTheMentionsAndNotWithTheirPairs() {
    let (few, many) = (waits(1_000), waits(8_000))
    #expect(few > 0 && many < 4)
  }
}
