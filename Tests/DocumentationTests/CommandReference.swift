import ArgumentParser

/// `docs/commands.md`, made from the description of the command tree.
struct CommandReference {
  let root: CommandDescription

  var text: String {
    var lines = [
      "# Commands", "",
      "<!-- Generated from the commands. Do not edit: \(GeneratedDocument.command) rewrites it. -->",
      "",
    ]
    lines += section(of: root)
    lines.removeLast()
    return lines.joined(separator: "\n") + "\n"
  }

  /// The lines of a command and of those below it, the last of them blank.
  private func section(of command: CommandDescription) -> [String] {
    var lines = ["## \(command.fullName)", "", command.abstract.asMarkdown, ""]
    if !command.aliases.isEmpty {
      lines += ["Also called `\(command.aliases.joined(separator: "`, `"))`.", ""]
    }
    lines += ["```text", command.usage(label: "", columns: 100), "```", ""]
    if !command.discussion.isEmpty { lines += [command.discussion.asMarkdown, ""] }
    lines += table(of: command.arguments.filter { !$0.isHidden })
    let subcommands = command.subcommands.filter { !$0.isHidden }
    lines += subcommands.map { "- [\($0.fullName)](#\($0.anchor)): \($0.abstract.asMarkdown)" }
    if !subcommands.isEmpty { lines.append("") }
    if !command.examples.isEmpty {
      lines.append("```sh")
      for example in command.examples {
        lines += ["# \(example.explanation)", example.command]
      }
      lines += ["```", ""]
    }
    return lines + subcommands.flatMap(section)
  }

  private func table(of arguments: [ArgumentDescription]) -> [String] {
    guard !arguments.isEmpty else { return [] }
    let ordered =
      arguments.filter { $0.kind == .positional } + arguments.filter { $0.kind != .positional }
    return ["| argument | |", "| --- | --- |"]
      + ordered.map { "| `\($0.spelling)` | \($0.meaning) |" } + [""]
  }
}

extension CommandDescription {
  fileprivate var anchor: String { fullName.split(separator: " ").joined(separator: "-") }
}

extension ArgumentDescription {
  fileprivate var spelling: String {
    switch kind {
    case .positional: "<\(valueName)>"
    case .option: spelledNames.joined(separator: ", ") + " <\(valueName)>"
    case .flag: spelledNames.joined(separator: ", ")
    }
  }

  fileprivate var meaning: String {
    var text = [abstract, discussion].filter { !$0.isEmpty }.map(\.asMarkdown).joined(
      separator: " ")
    if !allValues.isEmpty {
      text += " One of " + allValues.map { "`\($0)`" }.joined(separator: ", ") + "."
    }
    if let defaultValue, !defaultValue.isEmpty { text += " Default: `\(defaultValue)`." }
    return text
  }
}
