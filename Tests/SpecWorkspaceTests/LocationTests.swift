import SpecWorkspace
import Testing

@Suite struct WorkspaceLocatorTests {
  let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
  }

  @Test(arguments: [".claude/x", ".kiro/specs/x", ".spec-workflow/specs/x", ".specctl.yaml"])
  func findsTheNearestDirectoryWithAMarker(marker: String) throws {
    try directory.write("é/\(marker)")
    directory.makeDirectory("é/src/😀")
    let root = "\(directory.path)/é"
    #expect(try WorkspaceLocator.root(from: "\(root)/src/😀", home: nil) == root)
    #expect(try WorkspaceLocator.root(from: root, home: nil) == root)
    #expect(try WorkspaceLocator.root(from: "\(root)/src", home: directory.path) == root)
    #expect(try WorkspaceLocator.root(from: directory.path, home: directory.path) == nil)
  }

  @Test func aMarkerOfTheWrongKindIsNone() throws {
    try directory.write("a/.claude")
    directory.makeDirectory("a/.specctl.yaml")
    directory.makeDirectory("a/.kiro")
    #expect(try WorkspaceLocator.root(from: "\(directory.path)/a", home: directory.path) == nil)
  }

  @Test func theHomeDirectoryIsAWorkspaceOnlyForWhoStandsInIt() throws {
    directory.makeDirectory(".claude")
    directory.makeDirectory("project")
    let home = directory.path
    #expect(try WorkspaceLocator.root(from: "\(home)/project", home: home) == nil)
    #expect(try WorkspaceLocator.root(from: home, home: home) == home)
  }

  @Test func theRepositoryAroundIsTheNearestOne() throws {
    try directory.write("outer/.git/HEAD")
    try directory.write("outer/é 😀/module/.git", "gitdir: ../../.git/modules/module\n")
    directory.makeDirectory("outer/é 😀/module/deep")
    directory.makeDirectory("outer/plain/.git")
    let outer = "\(directory.path)/outer"
    let inner = "\(outer)/é 😀/module"
    #expect(WorkspaceLocator.repository(around: "\(inner)/deep") == inner)
    #expect(WorkspaceLocator.repository(around: "\(outer)/é 😀") == outer)
    #expect(WorkspaceLocator.repository(around: outer) == outer)
    // A folder of that name alone is none.
    #expect(WorkspaceLocator.repository(around: "\(outer)/plain") == outer)
    #expect(WorkspaceLocator.repository(around: directory.path) == nil)
  }

  @Test func aNamedRootMustBeADirectory() throws {
    try directory.write("file")
    try directory.link("link", to: ".")
    #expect(try WorkspaceLocator.root(named: "\(directory.path)/link") == directory.path)
    #expect(throws: FileError.isNoDirectory) {
      try WorkspaceLocator.root(named: "\(directory.path)/file")
    }
    #expect(throws: FileError.missing) {
      try WorkspaceLocator.root(named: "\(directory.path)/none")
    }
  }

  @Test func findsThePlaceOfAPathBelowTheRoot() throws {
    try directory.write("é/a.md")
    let root = directory.path
    #expect(WorkspaceLocator.relative("\(root)/é/../é/a.md", to: root) == "é/a.md")
    #expect(WorkspaceLocator.relative(root, to: root) == "")
    #expect(WorkspaceLocator.relative("\(root)/é/new.md", to: root) == "é/new.md")
    #expect(WorkspaceLocator.relative("\(root)x", to: root) == nil)
    #expect(WorkspaceLocator.relative("/etc", to: root) == nil)
    #expect(WorkspaceLocator.relative("\(root)/none/new.md", to: root) == nil)
  }
}

@Suite struct RelativePathTests {
  @Test(arguments: [
    ("a/b", "a/b"), ("./a//b/", "a/b"), ("a/../b", "b"), ("", ""), (".", ""), ("é/😀", "é/😀"),
    ("..", nil), ("a/../../b", nil), ("/a", nil), ("a\0", nil),
  ])
  func normalizesPaths(path: String, normalized: String?) {
    #expect(RelativePath.normalized(path) == normalized)
  }

  @Test func knowsWhatIsBelowADirectory() {
    #expect(RelativePath.contains("a", "a/b") && RelativePath.contains("a", "a"))
    #expect(RelativePath.contains("", "a"))
    #expect(!RelativePath.contains("a", "ab") && !RelativePath.contains("a/b", "a"))
  }
}

@Suite struct FeatureNameTests {
  @Test(arguments: ["a", "order-export", "v2", "2-x", String(repeating: "a", count: 64)])
  func takesKebabCase(text: String) throws {
    #expect(try FeatureName(text).text == text)
  }

  @Test(arguments: [
    ("", FeatureNameError.Fault.empty, nil),
    ("My Feature", .notKebabCase, "my-feature"),
    ("myFeature2", .notKebabCase, "my-feature2"),
    ("a--b", .notKebabCase, "a-b"),
    ("-a-", .notKebabCase, "a"),
    ("_template", .notKebabCase, "template"),
    ("café 😀", .notKebabCase, nil),
    ("a\nb", .notKebabCase, "a-b"),
    ("..", .path, nil),
    ("../../etc/passwd", .path, "etc-passwd"),
    ("a\\b", .path, "a-b"),
    ("a\0", .path, "a"),
    (String(repeating: "a", count: 65), .tooLong, String(repeating: "a", count: 64)),
  ])
  func saysWhyATextIsNoNameAndOffersOne(
    text: String, fault: FeatureNameError.Fault, suggestion: String?
  ) {
    #expect(throws: FeatureNameError(name: text, fault: fault, suggestion: suggestion)) {
      try FeatureName(text)
    }
  }

  @Test func everySuggestionIsAName() throws {
    for text in ["A B", "x__y", "Über", "ABC", String(repeating: "aB", count: 60), "-"] {
      do throws(FeatureNameError) {
        _ = try FeatureName(text)
        Issue.record("'\(text)' is taken")
      } catch {
        guard let suggestion = error.suggestion else { continue }
        #expect(try FeatureName(suggestion).text == suggestion)
      }
    }
  }
}
