package import SpecTracing

/// Where the files of a workspace stand on the web, such as a repository in a browser.
package struct SourceAddress: Sendable, Hashable {
  private let written: String

  /// Reads `https://example.org/shop/blob/main`, below which the paths are, or an address with `{path}` and
  /// `{line}` in the places of these; `nil` for what is no address of `http` or `https`.
  package init?(_ written: String) {
    let lowered = written.lowercased()
    guard let scheme = ["https://", "http://"].first(where: lowered.hasPrefix),
      written.utf8.count > scheme.utf8.count,
      written.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") })
    else { return nil }
    self.written = written
  }

  /// The address of a line of a file.
  package func link(to place: TracePlace) -> String {
    let path = SiteAddress.encoded(place.path)
    guard written.contains("{path}") else {
      return written + (written.hasSuffix("/") ? "" : "/") + path + "#L\(place.line)"
    }
    return written.replacing("{path}", with: path).replacing("{line}", with: "\(place.line)")
  }
}
