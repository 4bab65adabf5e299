import SpecModel
import SpecWorkspace
import Testing

@Suite struct FileWalkTests {
  private static let tree = [
    "a.py", "src/b.py", "src/deep/er/c.py", "src/deep/er/c.ts", "src/é 😀.py", "src/x1.py",
    ".git/config.py", ".build/out/report.xml", "src/.hidden.py", "node_modules/m/i.py",
    "src/node_modules/j.py", "docs/[a].py",
  ]

  private func paths(_ patterns: String...) async throws -> [String] {
    let source = MemorySource(Dictionary(uniqueKeysWithValues: Self.tree.map { ($0, "x") }))
    return try await FileWalk(try patterns.map { try FileGlob($0) }, in: source).paths
  }

  @Test func wildcardsMeanWhatTheyMeanElsewhere() async throws {
    #expect(try await paths("*.py") == ["a.py"])
    #expect(try await paths("src/*.py") == ["src/b.py", "src/x1.py", "src/é 😀.py"])
    #expect(try await paths("src/?.py") == ["src/b.py"])
    #expect(try await paths("src/[a-c].py", "src/x[!2].py") == ["src/b.py", "src/x1.py"])
    #expect(try await paths("src/? ?.py") == ["src/é 😀.py"])
    #expect(try await paths("src/[!x] [!y].py") == ["src/é 😀.py"])
    #expect(
      try await paths("**/*.{py,ts}") == [
        "a.py", "docs/[a].py", "src/b.py", "src/deep/er/c.py", "src/deep/er/c.ts", "src/x1.py",
        "src/é 😀.py",
      ])
    #expect(try await paths("**/er/**") == ["src/deep/er/c.py", "src/deep/er/c.ts"])
    #expect(try await paths("./src/deep/") == ["src/deep/er/c.py", "src/deep/er/c.ts"])
  }

  @Test func bracesStandForEachOfTheirTexts() async throws {
    #expect(try await paths("src/{b,x1}.py") == ["src/b.py", "src/x1.py"])
    #expect(try await paths("src/{b,x{1,2}}.{py,ts}") == ["src/b.py", "src/x1.py"])
    #expect(try await paths("{src/deep/**,a.py}") == ["a.py"] + paths("src/deep"))
    #expect(try await paths("{a,}.py") == ["a.py"])
    // What is open, or has no comma, is ordinary.
    let source = MemorySource(["{a}": "x", "{b": "x", "c}": "x", "{{d": "x"])
    for (pattern, path) in [("{a}", "{a}"), ("{{b,}", "{b"), ("c}", "c}"), ("{{{d,e}", "{{d")] {
      #expect(try await FileWalk([try FileGlob(pattern)], in: source).paths == [path])
    }
  }

  // @spec tracing/1.4
  @Test func whatIsHiddenMustBeWrittenOut() async throws {
    #expect(try await paths(".build/**/*.xml") == [".build/out/report.xml"])
    #expect(try await paths("src/.*.py") == ["src/.hidden.py"])
    #expect(try await paths("node_modules/**") == ["node_modules/m/i.py"])
    #expect(try await paths("**/node_modules/*.py") == ["src/node_modules/j.py"])
  }

  @Test func exclusionsTakeAway() async throws {
    #expect(
      try await paths("src", "!src/deep", "!**/x*") == ["src/b.py", "src/é 😀.py"])
    #expect(try await paths("!src").isEmpty)
  }

  @Test func patternsThatLeadOutAreRefused() {
    for (pattern, fault) in [
      ("/etc/*", FileGlob.Fault.leavesRoot), ("a/../../b", .leavesRoot), ("", .empty),
      ("!", .empty), (String(repeating: "{a,b}", count: 20), .tooManyAlternatives),
    ] {
      #expect(throws: fault) { try FileGlob(pattern) }
    }
  }

  @Test(.timeLimit(.minutes(1))) func hostilePatternsTakeLittleTime() async throws {
    let name = String(repeating: "a", count: 250)
    let source = MemorySource(["\(name)/\(name)": "x"])
    let stars = String(repeating: "*a", count: 500) + "b"
    let deep = Array(repeating: "**/a*", count: 200).joined(separator: "/")
    // Ten times as long must take ten times as long, not a hundred times.
    let nested = String(repeating: "{", count: 200_000) + String(repeating: "}", count: 200_000)
    for pattern in [
      stars, deep, nested, String(repeating: "{", count: 400_000),
      String(repeating: "[", count: 400_000),
    ] {
      let walk = try await FileWalk([try FileGlob(pattern)], in: source)
      #expect(walk.paths.isEmpty)
    }
  }

  @Test func foldersThatAreTooDeepAreToldOf() async throws {
    let folder = Array(repeating: "d", count: FileWalk.Limits.depth + 2).joined(separator: "/")
    let walk = try await FileWalk(
      [try FileGlob("**/*.py")], in: MemorySource(["\(folder)/a.py": "x", "d/b.py": "x"]))
    #expect(walk.paths == ["d/b.py"])
    #expect(walk.unreadable.map(\.reason) == ["more than 64 folders deep"])
  }

  @Test func linksThatLeadOutArePassedOver() async throws {
    let directory = try TemporaryDirectory()
    try directory.write("a.py", "x")
    try directory.link("b.py", to: "/etc/passwd")
    try directory.link("folder", to: "/etc")
    let walk = try await FileWalk([try FileGlob("**")], in: try directory.source)
    #expect(walk.paths == ["a.py"])
    #expect(walk.unreadable.isEmpty)
  }

  @Test func largeFilesAreLeftOutWithAWord() async {
    let source = MemorySource(["a": "xx", "b": "xxx"])
    let (results, unreadable) = await FileWalk.map(["a", "b"], in: source, byteLimit: 2 << 20) {
      path, bytes in "\(path)\(bytes.count)"
    }
    #expect(results == ["a2", "b3"])
    #expect(unreadable.isEmpty)
    let limited = await FileWalk.map(["a", "b"], in: source, byteLimit: 2) { path, _ in path }
    #expect(limited.results == ["a"])
    #expect(limited.unreadable.map(\.path) == ["b"])
  }
}
