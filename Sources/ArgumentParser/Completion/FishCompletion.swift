/// Writes the completion script for fish: a `complete` line for everything that can be offered.
struct FishCompletion {
  let root: CommandDescription
  let nodes: [CompletionNode]

  private var name: String { root.functionName }

  var script: String {
    let lines = nodes.flatMap { node in
      subcommands(of: node) + node.options.map { line(node, $0) } + positionals(of: node)
    }
    // The first line keeps fish from offering files where nothing else fits.
    return header + ([""] + lines).map { "complete -c \(root.name) -f \($0)\n" }.joined()
  }

  private func subcommands(of node: CompletionNode) -> [String] {
    node.subcommands.flatMap { subcommand in
      subcommand.allNames.map { name in
        "-n \(condition(node, count: "0")) -a \(quoted(quoted(name)))"
          + meaning(subcommand.abstract)
      }
    }
  }

  private func positionals(of node: CompletionNode) -> [String] {
    node.positionals.enumerated().compactMap { index, argument in
      guard let action = action(for: argument.completion) else { return nil }
      let count = argument.isRepeatable ? "'*'" : "\(index)"
      return "-n \(condition(node, count: count))" + action
    }
  }

  private func line(_ node: CompletionNode, _ option: ArgumentDescription) -> String {
    var line = "-n \(condition(node, count: ""))"
    for name in option.names + option.inverseNames {
      switch name {
      case .long(let name): line += " -l \(quoted(name))"
      case .short(let letter): line += " -s \(quoted(String(letter)))"
      }
    }
    if option.kind == .option { line += " -r" + (action(for: option.completion) ?? "") }
    return line + meaning(option.abstract)
  }

  private func condition(_ node: CompletionNode, count: String) -> String {
    quoted("\(name)_at \(quoted(node.path)) \(count)".trimmed)
  }

  private func meaning(_ abstract: String) -> String {
    abstract.isEmpty ? "" : " -d \(quoted(abstract))"
  }

  private func action(for completion: CompletionKind) -> String? {
    switch completion {
    case .default: return nil
    case .list(let values):
      // The shell evaluates this text once more, hence the second quotes.
      return values.isEmpty ? nil : " -a " + quoted(values.map(quoted).joined(separator: " "))
    case .file(let extensions):
      let arguments = extensions.map { " \(quoted($0))" }.joined()
      return " -a " + quoted("(\(name)_files\(arguments))")
    case .directory: return " -a '(__fish_complete_directories)'"
    case .shellCommand(let command): return " -a " + quoted("(\(command) 2>/dev/null)")
    }
  }

  /// The text between single quotes.
  private func quoted(_ text: String) -> String {
    let escaped = text.reduce(into: "") { result, character in
      if character == "'" || character == "\\" { result += "\\" }
      result.append(character)
    }
    return "'\(escaped)'"
  }

  private var header: String {
    let valued = nodes.flatMap { node in
      node.valued.flatMap { option in option.spelledNames.map { quoted("\(node.path) \($0)") } }
    }
    let steps = nodes.flatMap { node in
      node.command.subcommands.map { subcommand in
        let patterns = subcommand.allNames.map { quoted("\(node.path) \($0)") }
        return "            case \(patterns.joined(separator: " "))\n"
          + "              set path \(quoted("\(node.path)/\(subcommand.name)"))\n"
      }
    }
    return """
      # Completion of '\(root.name)' in fish. Generated; do not edit.

      # Whether the words typed so far select the command at a path and, where a number is given,
      # so many arguments stand after it; '*' stands for any number.
      function \(name)_at
        set -l path ''
        set -l count 0
        set -l skip 0
        set -l ended 0
        for word in (commandline -opc)[2..-1]
          if test $skip -eq 1
            set skip 0
          else if test $ended -eq 1
            set count (math $count + 1)
          else if test "$word" = --
            set ended 1
          else if string match -q -- '-?*' "$word"
            if contains -- "$path $word" \(valued.joined(separator: " "))
              set skip 1
            end
          else
            set -l before $path
            if test $count -eq 0
              switch "$path $word"
      \(steps.joined())        end
            end
            if test "$before" = "$path"
              set count (math $count + 1)
            end
          end
        end
        test "$path" = "$argv[1]"; or return 1
        test (count $argv) -eq 1; or test "$argv[2]" = '*'; or test "$argv[2]" = $count
      end

      # Offers directories, and files that have one of some extensions.
      function \(name)_files
        for path in (__fish_complete_path (commandline -ct))
          set -l file (string split \\t -- $path)[1]
          if test (count $argv) -eq 0; or string match -q -- '*/' $file
            echo $path
          else
            for extension in $argv
              if string match -q -- "*.$extension" $file
                echo $path
                break
              end
            end
          end
        end
      end


      """
  }
}

extension String {
  /// The text without a space at its end.
  fileprivate var trimmed: String { hasSuffix(" ") ? String(dropLast()) : self }
}
