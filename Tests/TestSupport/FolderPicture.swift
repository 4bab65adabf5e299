internal import Glibc

/// What a folder holds: each path below it with its kind, mode and bytes.
package struct FolderPicture: Hashable, Sendable {
  package let lines: [String]

  /// Looks at a folder; links are not followed, and pipes and what may not be read are named only.
  package init(_ folder: String) throws {
    var lines: [String] = []
    var folders = [""]
    while let parent = folders.popLast() {
      for name in try TestFile.names(in: folder + parent) {
        let path = "\(parent)/\(name)"
        var status = stat()
        lstat(folder + path, &status)
        var line = "\(path) \(String(status.st_mode, radix: 8)) "
        switch status.st_mode & S_IFMT {
        case S_IFDIR:
          if access(folder + path, R_OK | X_OK) == 0 { folders.append(path) }
        case S_IFREG where status.st_size < 1 << 20:
          line += String(decoding: (try? TestFile.read(folder + path)) ?? [], as: UTF8.self)
        default: line += "\(status.st_size)"
        }
        lines.append(line)
      }
    }
    self.lines = lines.sorted()
  }
}
