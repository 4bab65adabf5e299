extension ByteSource {
  /// What stands below a folder beside some files: paths in byte order, those of folders with a slash behind.
  ///
  /// Of a folder with none of the files in it there is only the folder. What cannot be listed is passed
  /// over. Linear in the entries and the files, but for the sorting.
  package func remainder(of directory: String, without files: Set<String>) -> [String] {
    var holders: Set<String> = []
    for file in files {
      var folder = RelativePath.split(file).directory
      while holders.insert(folder).inserted, !folder.isEmpty {
        folder = RelativePath.split(folder).directory
      }
    }
    var found: [String] = []
    var folders = [directory]
    while let folder = folders.popLast() {
      for entry in (try? list(folder)) ?? [] {
        let path = RelativePath.join(folder, entry.name)
        if entry.kind != .directory {
          if !files.contains(path) { found.append(path) }
        } else if holders.contains(path) {
          folders.append(path)
        } else {
          found.append(path + "/")
        }
      }
    }
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
