import Diagnostics

/// What a page may do: show its own style, run its own script, and nothing else.
enum ContentSecurity {
  /// The policy for a page with one style and one script in it, both known by their digests.
  static func policy(style: String, script: String) -> String {
    [
      "default-src 'none'", "style-src 'sha256-\(digest(style))'",
      "script-src 'sha256-\(digest(script))'", "img-src data:", "base-uri 'none'",
      "form-action 'none'", "require-trusted-types-for 'script'",
    ].joined(separator: "; ")
  }

  /// The SHA-256 of a text in Base64.
  static func digest(_ text: String) -> String {
    let bytes = SHA256(Array(text.utf8)).words.flatMap { word in
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> UInt32($0)) }
    }
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var result: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = (0..<3).map { start + $0 < bytes.count ? Int(bytes[start + $0]) : 0 }
      let bits = group[0] << 16 | group[1] << 8 | group[2]
      for place in 0..<4 {
        result.append(
          start + place > bytes.count
            ? UInt8(ascii: "=") : letters[bits >> (18 - 6 * place) & 63])
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
