/// Writes the completion script for bash, 3.2 and later.
///
/// The script walks the words typed so far, keeping the path of the command they select, and then
/// looks up what may come next. What a command prints is never expanded, only offered in quotes.
struct BashCompletion {
  let root: CommandDescription
  let nodes: [CompletionNode]

  private var name: String { root.functionName }

  var script: String {
    let tables = [
      (
        "Sets 'next' to the path of the subcommand that a word selects at a path.", "subcommand",
        subcommands
      ),
      ("Whether an option at a path takes a value.", "takes_value", valuedOptions),
      ("Offers the values of an option at a path.", "option_value", optionValues),
      ("Offers the values of an argument at a path, given its number.", "argument", arguments),
      (
        "Offers the names at a path: options if a dash was typed, else subcommands.", "names", names
      ),
    ]
    return header
      + tables.map { comment, function, cases in
        "\n# \(comment)\n\(name)_\(function)() {\n  case \"$1 $2\" in\n"
          + cases.map { "    \($0.patterns.joined(separator: "|"))) \($0.action) ;;\n" }.joined()
          + "    *) return 1 ;;\n  esac\n}\n"
      }.joined()
      + "\n" + main + "\ncomplete -F \(name) \(root.name)\n"
  }

  private typealias Case = (patterns: [String], action: String)

  private func pattern(_ path: String, _ word: String) -> String {
    "\(path) \(word)".shellQuoted
  }

  private var subcommands: [Case] {
    nodes.flatMap { node in
      node.command.subcommands.map { subcommand in
        let patterns = subcommand.allNames.map { pattern(node.path, $0) }
        return (patterns, "next=\("\(node.path)/\(subcommand.name)".shellQuoted)")
      }
    }
  }

  private var valuedOptions: [Case] {
    let patterns = nodes.flatMap { node in
      node.valued.flatMap { option in option.spelledNames.map { pattern(node.path, $0) } }
    }
    return patterns.isEmpty ? [] : [(patterns, "return 0")]
  }

  private var optionValues: [Case] {
    nodes.flatMap { node in
      node.valued.map { option in
        (option.spelledNames.map { pattern(node.path, $0) }, action(for: option))
      }
    }
  }

  private var arguments: [Case] {
    nodes.flatMap { node in
      node.positionals.enumerated().map { index, argument in
        let pattern =
          argument.isRepeatable ? "\(node.path) ".shellQuoted + "*" : pattern(node.path, "\(index)")
        return ([pattern], action(for: argument))
      }
    }
  }

  private var names: [Case] {
    nodes.flatMap { node -> [Case] in
      let options = node.options.flatMap(\.spelledNames)
      let subcommands = node.subcommands.flatMap(\.allNames)
      return [
        ([pattern(node.path, "-")], words(options)),
        ([pattern(node.path, "")], words(subcommands)),
      ].filter { !$0.1.isEmpty }
    }
  }

  private func words(_ words: [String]) -> String {
    words.isEmpty ? "" : "\(name)_words " + words.map(\.shellQuoted).joined(separator: " ")
  }

  private func action(for argument: ArgumentDescription) -> String {
    switch argument.completion {
    case .default: ":"
    case .list(let values): values.isEmpty ? ":" : words(values)
    case .file(let extensions):
      (["\(name)_files"] + extensions.map(\.shellQuoted)).joined(separator: " ")
    case .directory: "\(name)_files /"
    case .shellCommand(let command): "\(name)_lines < <(\(command) 2>/dev/null)"
    }
  }

  private var header: String {
    """
    # Completion of '\(root.name)' in bash. Generated; do not edit.

    # Offers one word if it begins with what was typed, quoted so that the shell cannot run it.
    \(name)_word() {
      local quoted
      if [[ $1 == "$current"* ]]; then
        printf -v quoted '%q' "$1"
        COMPREPLY+=("$quoted")
      fi
    }

    # Offers words.
    \(name)_words() {
      local word
      for word in "$@"; do \(name)_word "$word"; done
    }

    # Offers the lines of standard input.
    \(name)_lines() {
      local line
      while IFS= read -r line; do \(name)_word "$line"; done
    }

    # Offers directories, and files that have one of some extensions; no extension stands for any,
    # a slash for no files.
    \(name)_files() {
      local path extension
      compopt -o filenames 2>/dev/null
      while IFS= read -r path; do
        if [[ -d $path || $# -eq 0 ]]; then
          COMPREPLY+=("$path")
          continue
        fi
        for extension in "$@"; do
          if [[ $path == *."$extension" ]]; then
            COMPREPLY+=("$path")
            break
          fi
        done
      done < <(compgen -f -- "$current")
    }

    """
  }

  private var main: String {
    """
    \(name)() {
      local path='' next='' option='' ended='' word current index count=0
      local -a words
      words=()
      COMPREPLY=()
      # bash makes '=' a word of its own; here a value follows its option directly.
      for ((index = 1; index <= COMP_CWORD; index++)); do
        word=${COMP_WORDS[index]}
        if [[ $word == = && ${COMP_WORDS[index - 1]} == --* ]]; then
          ((index == COMP_CWORD)) && words+=('')
          continue
        fi
        words+=("$word")
      done
      current=${words[${#words[@]} - 1]}
      for ((index = 0; index < ${#words[@]} - 1; index++)); do
        word=${words[index]}
        if [[ -n $option ]]; then
          option=
        elif [[ -n $ended ]]; then
          ((count++))
        elif [[ $word == -- ]]; then
          ended=1
        elif [[ $word == -?* ]]; then
          \(name)_takes_value "$path" "$word" && option=$word
        elif ((count == 0)) && \(name)_subcommand "$path" "$word"; then
          path=$next
        else
          ((count++))
        fi
      done
      if [[ -n $option ]]; then
        \(name)_option_value "$path" "$option"
      elif [[ -z $ended && $current == -* ]]; then
        \(name)_names "$path" -
      else
        \(name)_argument "$path" "$count"
        [[ -z $ended ]] && ((count == 0)) && \(name)_names "$path" ''
      fi
      return 0
    }

    """
  }
}
