import Diagnostics
import SpecModel

/// The bytes of a feature's documents.
struct FeatureFiles: Sendable {
  var requirements: SourceFile?
  var design: SourceFile?
  var tasks: SourceFile?

  var isEmpty: Bool { requirements == nil && design == nil && tasks == nil }

  /// Reads the documents of a folder; those that are there and cannot be read go to `unreadable`.
  ///
  /// The documents are opened by their names, which costs less than to list the folder first.
  init(
    in folder: FeatureFolder, from source: some ByteSource, unreadable: inout [UnreadableFile]
  ) {
    func file(_ name: String) -> SourceFile? {
      let path = RelativePath.join(folder.directory, name)
      do throws(FileError) {
        return SourceFile(path: path, bytes: try source.read(path))
      } catch {
        if error != .missing {
          unreadable.append(UnreadableFile(path: path, reason: error.phrase))
        }
        return nil
      }
    }
    let names = folder.layout.documentNames
    let before = unreadable.count
    for name in names.requirements where requirements == nil && unreadable.count == before {
      requirements = file(name)
    }
    design = file(names.design)
    tasks = file(names.tasks)
  }
}

extension Feature {
  /// Reads the documents of a feature.
  init(_ folder: FeatureFolder, _ files: FeatureFiles, _ profile: Profile) {
    self.init(
      name: folder.name, directory: folder.directory, layout: folder.layout, profile: profile,
      requirements: files.requirements.map { RequirementsDocument(reading: $0) },
      design: files.design.map { DesignDocument(reading: $0) },
      tasks: files.tasks.map { TasksDocument(reading: $0) })
    if layout == .specKit { tasks?.takePathsFromTitles() }
  }
}
