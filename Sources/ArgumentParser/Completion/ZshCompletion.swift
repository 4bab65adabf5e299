/// Writes the completion script for zsh: a function a command, which calls `_arguments`.
struct ZshCompletion {
  let root: CommandDescription
  let nodes: [CompletionNode]

  var script: String {
    let name = root.functionName
    return """
      #compdef \(root.name)
      # Completion of '\(root.name)' in zsh. Generated; do not edit.

      # Offers the lines of standard input.
      \(name)__lines() {
        local -a lines
        lines=("${(@f)$(cat)}")
        lines=(${lines:#})
        (($#lines)) && compadd -a lines
      }

      \(nodes.map(function).joined(separator: "\n"))
      if [[ $funcstack[1] == \(name) ]]; then
        \(name) "$@"
      else
        compdef \(name) \(root.name)
      fi

      """
  }

  private func functionName(_ path: String) -> String {
    let words = path.split(separator: "/").map { word in
      String(word.map { $0.isLetter || $0.isNumber ? $0 : "_" })
    }
    return ([root.functionName] + words).joined(separator: "_")
  }

  private func function(_ node: CompletionNode) -> String {
    var specs = node.options.map(spec) + node.positionals.enumerated().map(spec)
    let subcommands = node.subcommands
    let selects = !node.command.subcommands.isEmpty
    if selects {
      specs = node.options.map(spec) + ["'1: :->subcommand'", "'*:: :->arguments'"]
    }
    var text = "\(functionName(node.path))() {\n"
    if selects { text += "  local context state state_descr line\n  typeset -A opt_args\n" }
    text += "  _arguments -s -S\(selects ? " -C" : "")"
    text += specs.map { " \\\n    \($0)" }.joined()
    text += "\n"
    if selects {
      let listed = subcommands.flatMap { subcommand in
        subcommand.allNames.map { name in
          "\(escaped(name)):\(subcommand.abstract)".shellQuoted
        }
      }
      text += """
          case $state in
            subcommand)
              local -a subcommands
              subcommands=(
                \(listed.joined(separator: "\n        "))
              )
              _describe -t commands subcommand subcommands
              ;;
            arguments)
              case $words[1] in

        """
      for subcommand in node.command.subcommands {
        let patterns = subcommand.allNames.map(\.shellQuoted).joined(separator: "|")
        text += "        \(patterns)) \(functionName("\(node.path)/\(subcommand.name)")) ;;\n"
      }
      text += "      esac\n      ;;\n  esac\n"
    }
    return text + "}\n"
  }

  /// The words for `_arguments` about an option: its names, its meaning, its value.
  private func spec(_ option: ArgumentDescription) -> String {
    let names = option.spelledNames
    let excluded = option.isRepeatable ? "*" : "(\(names.joined(separator: " ")))"
    var meaning = "[\(escaped(option.abstract))]"
    if option.kind == .option { meaning += value(option) }
    let spelled = names.map { name in
      option.kind != .option ? name : name.hasPrefix("--") ? "\(name)=" : "\(name)+"
    }
    return spelled.map { (excluded + $0 + meaning).shellQuoted }.joined(separator: " \\\n    ")
  }

  private func spec(_ index: Int, _ argument: ArgumentDescription) -> String {
    let place = argument.isRepeatable ? "*" : "\(index + 1)"
    return (place + (argument.isOptional && !argument.isRepeatable ? ":" : "") + value(argument))
      .shellQuoted
  }

  /// A colon, the name of a value, a colon and what to offer.
  private func value(_ argument: ArgumentDescription) -> String {
    ":\(escaped(argument.valueName)):" + action(for: argument.completion)
  }

  private func action(for completion: CompletionKind) -> String {
    switch completion {
    case .default: " "
    case .list(let values):
      values.isEmpty ? " " : "(\(values.map(listed).joined(separator: " ")))"
    case .file(let extensions):
      extensions.isEmpty
        ? "_files" : "_files -g \"*.(\(extensions.joined(separator: "|")))(-.)\""
    case .directory: "_files -/"
    case .shellCommand(let command):
      "{\(command.colonsEscaped) 2>/dev/null | \(root.functionName)__lines}"
    }
  }

  /// A text in which brackets and colons mean themselves.
  private func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      if "[]:\\".contains(character) { result += "\\" }
      result.append(character)
    }
  }

  /// A word in a list, in which spaces and parentheses mean themselves.
  private func listed(_ word: String) -> String {
    word.reduce(into: "") { result, character in
      if " ()[]:\\\"'$`;&|<>*?~#".contains(character) { result += "\\" }
      result.append(character)
    }
  }
}

extension String {
  /// The text for the last part of a specification, whose parts colons divide.
  fileprivate var colonsEscaped: String {
    split(separator: ":", omittingEmptySubsequences: false).joined(separator: "\\:")
  }
}
