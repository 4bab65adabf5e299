/// The documents of a small workspace in which random edits make and mend all kinds of faults.
struct SampleDocuments {
  var files: [String: [UInt8]] = [:]

  subscript(path: String) -> String {
    get { String(decoding: files[".claude/specs/\(path)"] ?? [], as: UTF8.self) }
    set { files[".claude/specs/\(path)"] = Array(newValue.utf8) }
  }

  init(features: Int) {
    files[".claude/agents/writer.md"] = Array(
      "---\nname: writer\ndescription: Writes é and 😀.\n---\n\nYou write.\n".utf8)
    files[".claude/agents/team/tester.md"] = Array(
      "---\nname: tester\ndescription: Tests.\n---\n\nYou test.\n".utf8)
    var registry = "features:\n"
    for index in 0..<features {
      let name = "f\(index)"
      self["\(name)/requirements.md"] = """
        # Requirements

        ### Requirement 1: Café 😀

        **User Story:** As a reader, I want rows, so that I see them.

        #### Acceptance Criteria

        1. WHEN a row comes THEN the system SHALL show it.
        2. IF there is none THEN the system SHALL say so.

        """
      self["\(name)/design.md"] = "# Design\n\nSee Requirement 1.\n"
      self["\(name)/tasks.md"] = """
        # Tasks

        - [ ] 1. Make the table
          - _Requirements: 1.1_
          - _Agent: writer_
        - [ ] 2. Say so
          - _Requirements: 1.2_
          - _Depends: 1_

        """
      registry += """
          \(name):
            name: "\(name)"
            specs_location: ".claude/specs/\(name)/"
            primary_agent: writer
            depends_on: [\(index > 0 ? "f\(index - 1)" : "")]

        """
    }
    files[".claude/feature_registry.yaml"] = Array(registry.utf8)
    files[".claude/config.yaml"] = Array(
      "agents:\n  builders:\n    - name: writer\n    - name: tester\n".utf8)
  }

  private static let replacements = [
    ("1.1", "7.1"), ("7.1", "1.1"), ("writer", "wrter"), ("wrter", "writer"), ("f0", "f9"),
    ("f9", "f0"), ("1_", "2_"), ("2_", "1_"), ("[ ]", "[x]"), ("\n", "\r\n"), ("SHALL", "should"),
    ("# Tasks", "<!-- specctl: allow unknown-requirement: éprouvé 😀 -->\n# Tasks"),
    ("features:", "features:\n  - bad"), ("tester", "error-tester"), ("name", "nme"),
  ]

  private static let additions = [
    ".claude/agents/new/reviewer.md", ".claude/specs/extra/tasks.md",
    ".claude/specs/drawer/inner/requirements.md", ".kiro/specs/k/tasks.md", "specs/else/tasks.md",
    ".claude/specs/f1/extra/tasks.md", ".specctl.yaml", ".claude/specs/_templates/tasks.md",
  ]

  /// Changes something and says at which paths.
  mutating func edit(_ random: inout SplitMix) -> Set<String> {
    let paths = files.keys.sorted()
    guard let path = paths.randomElement(using: &random) else { return [] }
    switch Int.random(in: 0..<10, using: &random) {
    case 0:
      files[path] = nil
      return [path]
    case 1, 2:
      let added = Self.additions.randomElement(using: &random) ?? path
      files[added] = files[path]
      return [added]
    case 3:
      // A folder of a feature is moved: its old and its new name changed.
      guard path.hasPrefix(".claude/specs/"), let slash = path.lastIndex(of: "/") else { return [] }
      let folder = String(path[..<slash])
      for moved in paths where moved.hasPrefix(folder + "/") {
        files[folder + "-moved" + moved.dropFirst(folder.count)] = files[moved]
        files[moved] = nil
      }
      return [folder, folder + "-moved"]
    case 4:
      let folder = ".claude/specs/f1"
      files[".claude/feature_registry.yaml"] = Array(
        String(decoding: files[".claude/feature_registry.yaml"] ?? [], as: UTF8.self)
          .replacing(folder, with: "specs/else").utf8)
      return [".claude/feature_registry.yaml"]
    default:
      let pair = Self.replacements.randomElement(using: &random) ?? ("", "")
      let text = String(decoding: files[path] ?? [], as: UTF8.self)
      files[path] = Array(text.replacing(pair.0, with: pair.1).utf8)
      return [path]
    }
  }
}

/// A generator whose numbers are the same in every run.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
