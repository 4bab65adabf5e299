internal import Glibc

/// Opens directories below a root step by step, so that no link leads out of it.
enum SafeDirectory {
  /// Opens a directory that exists.
  static func open(_ path: String, below root: String) throws(FileError) -> Descriptor {
    var made = MadeDirectories()
    return try walk(path, below: root, makes: false, made: &made)
  }

  /// Opens a directory, making it and those above it where they are missing.
  static func make(
    _ path: String, below root: String, made: inout MadeDirectories
  ) throws(FileError) -> Descriptor {
    try walk(path, below: root, makes: true, made: &made)
  }

  private static let mostLinks = 16

  private static func walk(
    _ path: String, below root: String, makes: Bool, made: inout MadeDirectories
  ) throws(FileError) -> Descriptor {
    var parts = path.split(separator: "/").map(String.init)
    for _ in 0...mostLinks {
      var current = try Descriptor(at: AT_FDCWD, root, O_RDONLY | O_DIRECTORY)
      var index = 0
      while index < parts.count, FileType(of: parts[index], at: current.raw) != .link {
        do throws(FileError) {
          current = try Descriptor(
            at: current.raw, parts[index], O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
          index += 1
        } catch {
          guard error == .missing, makes else { throw error }
          if mkdirat(current.raw, parts[index], 0o777) == 0 {
            made.paths.append(parts[...index].joined(separator: "/"))
            current.synchronizeQuietly()
          } else if errno != EEXIST {
            throw FileError(errno: errno)
          }
        }
      }
      if index == parts.count { return current }
      let target = try RealPath.of(parts[...index].joined(separator: "/"), inside: root)
      parts = target.split(separator: "/").map(String.init) + parts[(index + 1)...]
    }
    throw .system(ELOOP)
  }
}

/// The directories made on the way to a file, which go again when the file cannot be made.
struct MadeDirectories {
  /// Relative to the root, without links, outer ones first.
  var paths: [String] = []

  /// Removes them as far as they are empty.
  func remove(below root: String) {
    for path in paths.reversed() { rmdir("\(root)/\(path)") }
  }
}
