/// Where a link that somebody wrote into a document may lead.
enum LinkTarget: Equatable {
  /// Somewhere else: an address that begins with `https:`, `http:` or `mailto:`.
  case outside(String)
  /// A place in the same document, without the `#`.
  case place(String)
  /// A file of the workspace, and the place in it; the path is relative to the root.
  case file(path: String, place: String)
  /// Nothing that a page may lead to: other schemes, and files outside of the workspace.
  case nothing

  /// Reads an address as written in a document that lies in a folder.
  init(_ address: String, in folder: String) {
    let lowered = address.lowercased()
    if ["https://", "http://", "mailto:"].contains(where: lowered.hasPrefix) {
      self = .outside(address)
      return
    }
    // What a browser would take for a scheme, or for another host.
    let first = address.utf8.first { [0x3A, 0x2F, 0x3F, 0x23].contains($0) }
    if first == UInt8(ascii: ":") || address.hasPrefix("//") || address.contains("\\") {
      self = .nothing
      return
    }
    let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let place = parts.count > 1 ? String(parts[1]) : ""
    let written = parts.first.map(String.init) ?? ""
    guard !written.isEmpty else {
      self = place.isEmpty ? .nothing : .place(place)
      return
    }
    var folders =
      written.hasPrefix("/") ? [] : folder.split(separator: "/").map(String.init)
    for part in written.split(separator: "/") {
      switch part {
      case ".": break
      case "..":
        guard folders.popLast() != nil else {
          self = .nothing
          return
        }
      default: folders.append(String(part))
      }
    }
    self = .file(path: folders.joined(separator: "/"), place: place)
  }
}
