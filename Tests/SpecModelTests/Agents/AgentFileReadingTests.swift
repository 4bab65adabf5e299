import Diagnostics
import SpecModel
import Testing

@Suite struct AgentFileReadingTests {
  private func read(_ text: String, path: String = ".claude/agents/core/spec-é.md") -> AgentFile {
    AgentFile(reading: SourceFile(path: path, text: text))
  }

  @Test func readsFieldsWithTheirPlacesWhateverTheLineEnds() throws {
    let agent = read(
      """
      \u{FEFF}---\r
      name: spec-é\r
      description: "does é and 😀"\r
      tools: Read, Bash(git log:*, git diff), mcp__x__y ,\r
      model: sonnet\r
      color: blue\r
      capabilities: [a]\r
      ---\r
      # Body 😀\r
      """)
    #expect(agent.frontMatter == .strict)
    #expect(agent.problems.isEmpty)
    #expect(agent.name?.value == "spec-é")
    #expect(agent.identity == "spec-é" && agent.baseName == "spec-é")
    #expect(agent.summary?.value == "does é and 😀")
    let tools = try #require(agent.tools)
    #expect(tools.map(\.value) == ["Read", "Bash(git log:*, git diff)", "mcp__x__y"])
    #expect(tools.map { agent.file.text($0.range) } == tools.map(\.value))
    #expect(agent.model?.value == "sonnet")
    #expect(agent.unknownKeys.map(\.key.value) == ["capabilities"])
    #expect(agent.file.text(agent.body) == "# Body 😀\r")
  }

  @Test(arguments: [
    ("tools: [Read, \"é 😀\"]", ["Read", "é 😀"], ["Read", "\"é 😀\""]),
    ("tools:\n- Read\n- Write", ["Read", "Write"], ["Read", "Write"]),
    ("tools: 'Read, Write'", ["Read", "Write"], ["Read", "Write"]),
    ("tools: \"Read,\\tWrite\"", ["Read", "Write"], ["\"Read,\\tWrite\"", "\"Read,\\tWrite\""]),
    ("tools: '*'", ["*"], ["*"]),
    ("tools:", [], []),
    ("model: opus", nil, nil),
  ])
  func readsToolsInEveryForm(line: String, names: [String]?, places: [String]?) {
    let agent = read("---\nname: é\n\(line)\n---\n")
    #expect(agent.tools?.map(\.value) == names)
    #expect(agent.tools?.map { agent.file.text($0.range) } == places)
    #expect(agent.problems.isEmpty)
  }

  @Test func reportsValuesOfAWrongTypeAndDuplicateKeys() {
    let agent = read("---\nname: [é, 😀]\r\ntools: {Read: true}\r\nmodel: a\r\nmodel: b\r\n---\r\n")
    #expect(agent.problems.map(\.kind) == [.wrongValue, .wrongValue, .duplicateKey])
    #expect(
      agent.problems.map { agent.file.text($0.range) } == ["[é, 😀]", "{Read: true}", "model"])
    #expect(agent.model?.value == "a")
    #expect(agent.identity == "spec-é")
  }

  @Test(arguments: ["# Title\n\ntext\n", "", "---\n\n# A rule, then a title\n\n---\n"])
  func aFileWithoutFrontMatterIsAllBody(text: String) {
    let agent = read(text)
    #expect(agent.frontMatter == .missing)
    #expect(agent.body == agent.file.range)
    #expect(agent.problems.isEmpty)
  }

  @Test(arguments: [
    "# é 😀\r\n\r\n---\r\nname: late\r\n---\r\nbody\r\n",
    "\n---\nname: late\n---\nbody\r\n",
    "---\n\n# Rule\n\n---\nsee: also\n---\nname: late\n---\nbody\r\n",
    "```markdown\n---\nname: late\n---\nbody\r\n\n```\n",
  ])
  func findsFrontMatterFurtherDown(text: String) {
    let agent = read(text)
    #expect(agent.frontMatter == .late)
    #expect(agent.name?.value == "late")
    #expect(agent.file.text(agent.body).hasPrefix("body\r\n"))
  }

  @Test func anExampleInAFenceIsNoFrontMatter() {
    let agent = read("# Agents\n\n```yaml\n---\nname: example\n---\n```\n")
    #expect(agent.frontMatter == .missing)
    #expect(agent.name == nil)
  }

  @Test func saysWhereFrontMatterThatNeverEndsBegins() {
    let agent = read("---\r\nname: é\r\n\r\n# 😀\r\n")
    #expect(agent.frontMatter == .unreadable)
    #expect(agent.problems.map(\.message) == ["the front matter has no end"])
    #expect(agent.problems.map { agent.file.text($0.range) } == ["---"])
  }

  @Test func brokenFrontMatterKeepsItsBody() {
    let agent = read("---\nname: é\ntools: [a, 😀\n---\nbody\n")
    #expect(agent.frontMatter == .unreadable)
    #expect(agent.problems.map(\.kind) == [.unreadable])
    #expect(agent.file.text(agent.body) == "body\n")
  }

  @Test func readsAnUnquotedColonTolerantly() {
    let agent = read("---\r\nname: é\r\ndescription: Use for 😀: always\r\nmodel: opus\r\n---\r\n")
    #expect(agent.frontMatter == .tolerant)
    #expect(agent.summary?.value == "Use for 😀: always")
    #expect(agent.model?.value == "opus")
    #expect(agent.problems.map(\.kind) == [.tolerated])
    #expect(agent.problems.first?.fix != nil)
  }
}
