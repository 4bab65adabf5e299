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
    ByteOrder.withBytes(of: path) { bytes in
      if bytes.isEmpty { return true }
      var start = 0
      for index in 0...bytes.count {
        let byte = index < bytes.count ? bytes[index] : UInt8(ascii: "/")
        if byte == 0 { return false }
        guard byte == UInt8(ascii: "/") else { continue }
        let length = index - start
        // An empty part, `.` or `..`.
        if length == 0 { return false }
        if length <= 2, bytes[start] == UInt8(ascii: "."), bytes[index - 1] == UInt8(ascii: ".") {
          return false
        }
        start = index + 1
      }
      return true
    }
  }

  /// The directory that a path stands in, empty for the root, and its last part.
  package static func split(_ path: String) -> (directory: String, name: String) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return ("", path) }
    return (String(path[..<slash]), String(path[path.utf8.index(after: slash)...]))
  }

  /// An empty part leaves the other as it is; nothing is normalised.
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
