import ArgumentParser
import Diagnostics

extension CompletionShell: ExpressibleByArgument {}

extension Specctl {
  struct Completions: ParsableCommand, SpecctlCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print a completion script for a shell.",
      examples: [
        .init(
          command: "specctl completions bash > ~/.local/share/bash-completion/completions/specctl",
          explanation: "for bash"),
        .init(
          command: "specctl completions zsh > ~/.zfunc/_specctl",
          explanation: "for zsh, where ~/.zfunc is in its 'fpath'"),
        .init(
          command: "specctl completions fish > ~/.config/fish/completions/specctl.fish",
          explanation: "for fish"),
      ])

    @OptionGroup var common: CommonOptions

    @Argument(help: "The shell.") var shell: CompletionShell

    init() {}

    mutating func run() throws {
      Console(common: common).write(Specctl.completionScript(for: shell))
    }
  }
}
