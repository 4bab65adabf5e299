import Diagnostics
import YAMLSyntax

extension CapabilityReader {
  /// Reports keys and passwords that are written out.
  ///
  /// Linear in the values; the depth is limited by that of the document.
  mutating func findSecrets(in node: YAMLNode, key: String = "") {
    for entry in node.entries { findSecrets(in: entry.value, key: entry.name) }
    for element in node.elements { findSecrets(in: element, key: key) }
    guard let text = node.string, Secret.isLikely(text, of: key) else { return }
    let name = key.isEmpty ? "the value" : "the value of '\(key)'"
    fields.problems.append(
      DocumentProblem(
        .secret, "\(name) looks like a secret", at: node.range,
        help:
          "write '${\(Secret.variable(for: key))}', set the variable outside, and make a new secret"
      ))
  }
}

/// What keys and passwords look like.
enum Secret {
  /// How the keys of well-known services begin, and how long they are at least.
  private static let prefixes: [(text: String, length: Int)] = [
    ("sk-ant-", 30), ("sk-proj-", 30), ("sk-", 35), ("ghp_", 36), ("gho_", 36), ("ghs_", 36),
    ("ghu_", 36), ("github_pat_", 40), ("glpat-", 20), ("xoxb-", 30), ("xoxp-", 30),
    ("xapp-", 30), ("AKIA", 20), ("AIza", 39), ("npm_", 36), ("hf_", 34), ("ntn_", 30),
    ("https://hooks.slack.com/services/T", 60), ("-----BEGIN ", 60),
  ]
  private static let keyWords = ["token", "secret", "password", "api_key", "apikey", "private_key"]
  private static let placeholders = [
    "your", "example", "changeme", "change-me", "placeholder", "xxx", "***", "...", "…", "dummy",
    "todo", "replace", "insert", "redacted",
  ]

  /// Whether the value of a key is a secret that somebody could use.
  static func isLikely(_ text: String, of key: String) -> Bool {
    guard text.utf8.count >= 12, !text.contains("${"), !text.contains("<"), !text.hasPrefix("$")
    else { return false }
    let lowered = text.lowercased()
    if placeholders.contains(where: lowered.contains) { return false }
    if prefixes.contains(where: { text.hasPrefix($0.text) && text.utf8.count >= $0.length }),
      text.hasPrefix("-----") || text.contains(where: \.isASCIIDigit)
    {
      return true
    }
    if hasPassword(text) { return true }
    let name = key.lowercased()
    guard keyWords.contains(where: name.hasSuffix), text.utf8.count >= 16 else { return false }
    return text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } && text.contains(where: \.isASCIIDigit)
      && text.contains(where: \.isLetter) && !text.contains("/") && !text.contains("_")
  }

  /// Whether a URL has a password before its host that is not one of a machine of one's own.
  private static func hasPassword(_ text: String) -> Bool {
    guard let scheme = text.firstRange(of: "://") else { return false }
    let rest = text[scheme.upperBound...]
    let authority = rest.prefix { !"/?# ".contains($0) }
    guard let at = authority.lastIndex(of: "@"),
      let colon = authority[..<at].firstIndex(of: ":")
    else { return false }
    let password = authority[authority.index(after: colon)..<at].lowercased()
    let user = authority[..<colon].lowercased()
    let host = authority[authority.index(after: at)...]
    if ["localhost", "127.0.0.1", "host.docker.internal"].contains(where: host.hasPrefix) {
      return false
    }
    let usual = ["password", "pass", "postgres", "root", "admin", "secret", "pw", user]
    return !password.isEmpty && !usual.contains(password) && !password.hasPrefix("%")
  }

  /// The variable that a key's value could come from.
  static func variable(for key: String) -> String {
    let name = key.uppercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" }
    return name.isEmpty ? "SECRET" : String(name)
  }
}
