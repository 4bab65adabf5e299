/// The rules of paths below the root of a workspace.
package enum RelativePath {
  /// The path without `./`, doubled and trailing slashes; `nil` for one that is absolute, holds NUL
  /// or leaves the root with `..`.
  package static func normalized(_ path: String) -> String? {
    guard !path.utf8.contains(0), path.utf8.first != UInt8(ascii: "/") else { return nil }
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == ".." {
        guard parts.popLast() != nil else { return nil }
      } else {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }

  /// Whether a path is one that ``normalized(_:)`` leaves alone; linear and without allocation.
  static func isNormalized(_ path: String) -> Bool {
    var length = 0
    var dots = 0
    for byte in path.utf8 {
      if byte == 0 { return false }
      if byte == UInt8(ascii: "/") {
        if length == 0 || (length == dots && dots <= 2) { return false }
        (length, dots) = (0, 0)
      } else {
        length += 1
        if byte == UInt8(ascii: ".") { dots += 1 }
      }
    }
    return path.isEmpty || !(length == 0 || (length == dots && dots <= 2))
  }

  /// The directory that a path stands in, empty for the root, and its last part.
  package static func split(_ path: String) -> (directory: String, name: String) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return ("", path) }
    return (String(path[..<slash]), String(path[path.utf8.index(after: slash)...]))
  }

  package static func join(_ directory: String, _ name: String) -> String {
    directory.isEmpty ? name : name.isEmpty ? directory : "\(directory)/\(name)"
  }

  /// Whether a path is the other or stands somewhere below it.
  package static func contains(_ directory: String, _ path: String) -> Bool {
    directory.isEmpty || path == directory
      || path.utf8.count > directory.utf8.count && path.utf8.starts(with: directory.utf8)
        && path.utf8.dropFirst(directory.utf8.count).first == UInt8(ascii: "/")
  }
}
