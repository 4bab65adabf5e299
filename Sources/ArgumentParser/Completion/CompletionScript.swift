/// Scripts that teach a shell the arguments of a command tree.
package enum CompletionScript {
  /// The script for a shell, to be sourced by it or put where it looks for completions.
  package static func generate(
    for shell: CompletionShell, of command: CommandDescription
  ) -> String {
    let nodes = CompletionNode.all(of: command)
    return switch shell {
    case .zsh: ZshCompletion(root: command, nodes: nodes).script
    case .fish: FishCompletion(root: command, nodes: nodes).script
    default: BashCompletion(root: command, nodes: nodes).script
    }
  }
}

extension ParsableCommand {
  /// The completion script of this root command.
  package static func completionScript(for shell: CompletionShell) -> String {
    CompletionScript.generate(for: shell, of: CommandDescription(of: self))
  }
}
