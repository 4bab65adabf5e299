import ArgumentParser
import SpecServers

extension Specctl {
  struct LanguageServerCommand: AsyncParsableCommand, SpecctlCommand {
    static let configuration = CommandConfiguration(
      commandName: "lsp",
      abstract: "Serve an editor: findings while typing, fixes, hover, completion, rename.",
      discussion: """
        Speaks the language server protocol on standard input and output, so an editor starts it, \
        not a person. The editor names the folder; '--root' overrules it. Findings are those of \
        'specctl validate' on what is in the editor, saved or not, and come while you type.

        Offered are quick fixes, the comment that allows a finding, all safe fixes at once \
        ('source.fixAll.specctl'), the text of a requirement under its number, completion of \
        numbers, agents, features and keys, going to definitions and references, renaming across \
        documents, outlines, folding, and the wave and agent of each task. docs/editors.md has the \
        settings for VS Code, Neovim, Helix and Zed.

        Ends with 0 when the editor shut it down first, with 1 when it just went away, and with 2 \
        when the input is not the protocol.
        """,
      examples: [
        .init(command: "specctl lsp", explanation: "what an editor is told to run"),
        .init(
          command: "specctl lsp --root services/billing", explanation: "serve this workspace"),
      ])

    @OptionGroup var common: CommonOptions

    @Flag(help: "Standard input and output; there is no other way, and editors like to say it.")
    var stdio = false

    init() {}

    mutating func run() async throws {
      let root = common.root == nil ? nil : try Session.locate(common)
      let server = LanguageServer(
        version: Specctl.version, folders: DiskFolders(home: Console.environment("HOME")),
        root: root)
      var loop = ServerLoop(server, StandardStreams())
      let status: Int32
      do throws(FramingError) {
        status = try await loop.run()
      } catch {
        throw CommandFailure(
          "cannot read what the editor sends: \(error.phrase)",
          help: "'specctl lsp' is started by an editor; see 'specctl lsp --help'")
      }
      if status != 0 { throw ExitCode(rawValue: status) }
    }
  }
}
