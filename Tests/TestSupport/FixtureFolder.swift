/// A folder with the data of tests: `Fixtures/<area>/<case>` in the project.
package struct FixtureFolder: Hashable, Sendable, CustomStringConvertible {
  /// The path from `Fixtures` on, such as `reporters/mixed`.
  package let name: String

  package init(_ name: String) {
    self.name = name
  }

  package var path: String { ProjectFile("Fixtures/\(name)").path }

  /// The path of a file or folder in this one.
  package func path(_ file: String) -> String { "\(path)/\(file)" }

  /// The folders in this one, by name: one parameterised test runs over them all.
  package var cases: [FixtureFolder] {
    get throws {
      try TestFile.names(in: path).filter { TestFile.isFolder("\(path)/\($0)") }
        .map { FixtureFolder("\(name)/\($0)") }
    }
  }

  /// The bytes of a file in the folder.
  package func bytes(_ file: String) throws -> [UInt8] {
    try TestFile.read(path(file))
  }

  /// The text of a file in the folder.
  package func text(_ file: String) throws -> String {
    String(decoding: try bytes(file), as: UTF8.self)
  }

  package var description: String { name }
}
