/// A JSON Schema that comes with the tool: of a document that people write, or of what specctl prints.
package struct ShippedSchema: Sendable {
  /// What it is asked for by, such as `config` or `plan`.
  package let name: String
  /// The schema as the project has it in `schemas/`, with a line feed at its end.
  package let text: String

  /// All of them, sorted by name.
  package static var all: [ShippedSchema] {
    EmbeddedSchemas.files.compactMap { path, text in
      path.hasSuffix(suffix)
        ? ShippedSchema(name: String(path.dropLast(suffix.utf8.count)), text: text) : nil
    }.sorted { $0.name < $1.name }
  }

  private static let suffix = ".schema.json"
}
