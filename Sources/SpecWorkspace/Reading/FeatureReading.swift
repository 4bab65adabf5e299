import Diagnostics
import SpecModel

/// The bytes of a feature's documents.
struct FeatureFiles: Sendable {
  var requirements: SourceFile?
  var design: SourceFile?
  var tasks: SourceFile?

  /// The names that make a folder a feature.
  static let names: Set<String> = ["requirements.md", "bugfix.md", "design.md", "tasks.md"]

  var isEmpty: Bool { requirements == nil && design == nil && tasks == nil }

  /// Reads the documents of a folder; those that are there and cannot be read go to `unreadable`.
  ///
  /// The documents are opened by their names, which costs less than to list the folder first.
  init(
    in directory: String, from source: some ByteSource, unreadable: inout [UnreadableFile]
  ) {
    func file(_ name: String) -> SourceFile? {
      let path = RelativePath.join(directory, name)
      do throws(FileError) {
        return SourceFile(path: path, bytes: try source.read(path))
      } catch {
        if error != .missing {
          unreadable.append(UnreadableFile(path: path, reason: error.phrase))
        }
        return nil
      }
    }
    let before = unreadable.count
    requirements = file("requirements.md")
    if requirements == nil, unreadable.count == before { requirements = file("bugfix.md") }
    design = file("design.md")
    tasks = file("tasks.md")
  }
}

extension Feature {
  /// Reads the documents of a feature.
  init(_ folder: FeatureFolder, _ files: FeatureFiles) {
    self.init(
      name: folder.name, directory: folder.directory, layout: folder.layout,
      requirements: files.requirements.map { RequirementsDocument(reading: $0) },
      design: files.design.map { DesignDocument(reading: $0) },
      tasks: files.tasks.map { TasksDocument(reading: $0) })
  }
}
