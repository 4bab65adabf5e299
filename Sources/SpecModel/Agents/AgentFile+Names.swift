extension AgentFile {
  /// Whether the file is a document that stands among the agents: it has no front matter, and its
  /// name is not one that an agent would have, such as `README`, `AGENT_USAGE`, `overview` or
  /// `style-guide`.
  package var isDocument: Bool {
    guard frontMatter == .missing else { return false }
    guard Self.isKebabCase(baseName) else { return true }
    let lastWord = baseName.split(separator: "-").last ?? ""
    return ["readme", "index", "overview", "guide", "template", "changelog", "notes", "plan"]
      .contains(lastWord)
  }

  /// Whether a name has only lower-case letters and digits with single dashes between them.
  package static func isKebabCase(_ name: String) -> Bool {
    var afterDash = true
    for byte in name.utf8 {
      if byte.isLowercase || byte.isDigit {
        afterDash = false
      } else if byte == UInt8(ascii: "-"), !afterDash {
        afterDash = true
      } else {
        return false
      }
    }
    return !afterDash
  }
}
