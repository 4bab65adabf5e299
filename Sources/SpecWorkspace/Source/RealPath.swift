internal import Glibc

/// Paths with all links followed.
enum RealPath {
  /// The absolute path of what exists at a path.
  static func of(_ path: String) throws(FileError) -> String {
    guard let resolved = realpath(path, nil) else { throw FileError(errno: errno) }
    defer { free(resolved) }
    guard let text = String(validatingCString: resolved) else { throw .undecodableName }
    return text
  }

  /// Where a path relative to a root leads, relative to the root again.
  ///
  /// The root must be an absolute path without links.
  static func of(_ path: String, inside root: String) throws(FileError) -> String {
    let resolved = try of("\(root)/\(path)")
    if resolved == root { return "" }
    let prefix = root == "/" ? root : "\(root)/"
    guard resolved.utf8.starts(with: prefix.utf8) else { throw .outsideRoot }
    return String(decoding: resolved.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
  }
}
