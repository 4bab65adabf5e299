/// The project folder, found from the place of this file.
private let projectFolder: String = {
  let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
  return parts.dropLast(3).joined(separator: "/")
}()

/// A file or folder of the project.
package struct ProjectFile: Hashable, Sendable, CustomStringConvertible {
  /// The path from the project's folder on, such as `docs/rules.md`.
  package let name: String

  package init(_ name: String) {
    self.name = name
  }

  package var path: String { "\(projectFolder)/\(name)" }

  package func bytes() throws -> [UInt8] {
    try TestFile.read(path)
  }

  package func text() throws -> String {
    String(decoding: try bytes(), as: UTF8.self)
  }

  package var description: String { name }
}
