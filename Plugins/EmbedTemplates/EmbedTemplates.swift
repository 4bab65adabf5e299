import Foundation
import PackagePlugin

/// Makes Swift sources of everything below `templates/` and `schemas/`, so that the built tool needs
/// no files beside it.
@main
struct EmbedTemplates: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    try [
      command("EmbeddedTemplates", of: "templates", ["md", "yaml", "yml", "css", "js"], context),
      command("EmbeddedSchemas", of: "schemas", ["json"], context),
    ]
  }

  /// What makes a source of a type with the files of some kinds in a folder of the package.
  private func command(
    _ type: String, of name: String, _ kinds: Set<String>, _ context: PluginContext
  ) throws -> Command {
    let folder = context.package.directoryURL.appending(path: name)
    let files =
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?
      .compactMap { $0 as? URL }.filter { kinds.contains($0.pathExtension) }
      .sorted { $0.path < $1.path } ?? []
    let output = context.pluginWorkDirectoryURL.appending(path: "\(type).swift")
    return .buildCommand(
      displayName: "Embedding \(name)",
      executable: try context.tool(named: "embed-templates").url,
      arguments: [output.path, type, folder.path] + files.map(\.path), inputFiles: files,
      outputFiles: [output])
  }
}
