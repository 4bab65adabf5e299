internal import Glibc

/// Finds the root of the workspace that somebody stands in.
package enum WorkspaceLocator {
  /// What makes a directory the root of a workspace.
  package static let markers = [
    ".claude", ".kiro/specs", ".spec-workflow/specs", ".specctl.yaml",
    ".specify", "openspec/changes", "openspec/specs",
  ]

  /// The first directory with a marker, from the given one upwards; `nil` without one.
  ///
  /// The home directory is no workspace, although every user of Claude Code has a `.claude` there,
  /// unless the walk starts in it; nothing above it is looked at. Paths are absolute.
  package static func root(from start: String, home: String?) throws(FileError) -> String? {
    let start = try RealPath.of(start)
    // What cannot be looked into must not pass for a directory without a workspace.
    guard access(start, X_OK) == 0 else { throw FileError(errno: errno) }
    var home: String? = home
    if let given = home { home = try? RealPath.of(given) }
    var directory = start
    while true {
      if directory == home, directory != start { return nil }
      if isRoot(directory) { return directory }
      if directory == home || directory == "/" { return nil }
      directory = parent(of: directory)
    }
  }

  /// The root that somebody named, without links; it needs no marker.
  package static func root(named path: String) throws(FileError) -> String {
    let path = try RealPath.of(path)
    guard FileType(of: path, at: AT_FDCWD) == .directory else { throw .isNoDirectory }
    return path
  }

  /// The top of the git repository that a directory stands in, found by its `.git` alone; `nil` without one.
  ///
  /// Git itself would be missing here and there, and does not open what belongs to somebody else.
  package static func repository(around directory: String) -> String? {
    guard var directory = try? RealPath.of(directory) else { return nil }
    while true {
      var status = stat()
      // Work trees and submodules have a file that leads elsewhere.
      if stat("\(directory)/.git", &status) == 0,
        status.st_mode & S_IFMT == S_IFREG || stat("\(directory)/.git/HEAD", &status) == 0
      {
        return directory
      }
      if directory == "/" { return nil }
      directory = parent(of: directory)
    }
  }

  /// The directory that the process stands in.
  package static func currentDirectory() throws(FileError) -> String {
    try RealPath.of(".")
  }

  /// The place of an absolute path below a root, links in it followed; `nil` outside.
  ///
  /// What does not exist yet is found by the directory that it stands in.
  package static func relative(_ path: String, to root: String) -> String? {
    if let resolved = try? RealPath.of(path) { return stripped(resolved, of: root) }
    let (directory, name) = RelativePath.split(path)
    guard !name.isEmpty, let above = try? RealPath.of(directory.isEmpty ? "/" : directory) else {
      return nil
    }
    return RelativePath.normalized(name) == name
      ? stripped(above, of: root).map { RelativePath.join($0, name) } : nil
  }

  private static func stripped(_ path: String, of root: String) -> String? {
    guard root != "/" else { return String(path.dropFirst()) }
    guard RelativePath.contains(root, path) else { return nil }
    return String(decoding: path.utf8.dropFirst(root.utf8.count + 1), as: UTF8.self)
  }

  private static func isRoot(_ directory: String) -> Bool {
    markers.contains { marker in
      var status = stat()
      guard stat("\(directory)/\(marker)", &status) == 0 else { return false }
      let isDirectory = status.st_mode & S_IFMT == S_IFDIR
      return isDirectory != marker.hasSuffix(".yaml")
    }
  }

  private static func parent(of directory: String) -> String {
    let parent = RelativePath.split(directory).directory
    return parent.isEmpty ? "/" : parent
  }
}
