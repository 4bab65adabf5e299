import ArgumentParser
import Testing

struct BashCompletionTests {
  static let commands = ["plan", "check", "validate", "feature", "help"]

  /// The words before the cursor, separated by spaces, and what is offered.
  @Test(arguments: [
    ("demo |", commands), ("demo p|", ["plan"]), ("demo v|", ["validate"]),
    ("demo --v|", ["--verbose", "--version"]),
    ("demo -|", ["--root", "-v", "--verbose", "--version", "-h", "--help"]),
    ("demo --root x pl|", ["plan"]), ("demo help pl|", ["plan"]),
    ("demo help |", ["plan", "check", "feature"]),
    ("demo feature |", ["add", "list", "sync"]), ("demo feature a|", ["add"]),
    ("demo feature add --d|", ["--dry"]),
    ("demo internals -|", ["-h", "--help", "--root", "-v", "--verbose", "--version"]),
    ("demo plan --order |", ["document", "infer", "declared"]),
    ("demo plan -o d|", ["document", "declared"]),
    ("demo plan --order = i|", ["infer"]),
    ("demo plan --order =|", ["document", "infer", "declared"]),
    ("demo plan --order = infer --li|", ["--limit"]), ("demo plan --limit |", []),
    ("demo plan --no|", ["--no-optional"]), ("demo plan --sec|", []),
    ("demo plan |", ["export", "import"]), ("demo plan --tag x ex|", ["export"]),
    ("demo plan export im|", ["import"]), ("demo plan -- -|", []),
    ("demo validate --format g|", ["github"]), ("demo check x --strict |", ["true", "false"]),
    ("demo check |", ["a.md", "b.yaml", "notes", "two words.md"]), ("demo check a|", ["a.md"]),
    ("demo check x.md |", []), ("demo --root |", ["notes"]),
  ])
  func offersWhatFits(_ line: String, _ expected: [String]) throws {
    #expect(try offered(line, names: "export\nimport").sorted() == expected.sorted())
  }

  @Test func neverRunsWhatACommandPrints() throws {
    let names = "$(touch pwned)\n`touch pwned`\nplain;touch pwned"
    let words = try offered("demo plan |", names: names)
    #expect(words == [#"\$\(touch\ pwned\)"#, #"\`touch\ pwned\`"#, #"plain\;touch\ pwned"#])
  }

  /// Runs bash as it runs a completion and reads what the script offers.
  private func offered(_ line: String, names: String) throws -> [String] {
    try Shell.withDirectory { directory in
      try Shell.write(Demo.completionScript(for: .bash), to: "\(directory)/demo.bash")
      let words = line.dropLast().split(separator: " ", omittingEmptySubsequences: false)
      let list = words.map { "'\($0)'" }.joined(separator: " ")
      let test = """
        set -u
        cd '\(directory)'
        mkdir files
        cd files
        touch a.md b.yaml c.txt 'two words.md'
        mkdir notes
        source ../demo.bash
        complete -p demo > ../registered
        COMP_WORDS=(\(list))
        COMP_CWORD=\(words.count - 1)
        _demo
        ((${#COMPREPLY[@]})) && printf '%s\\n' "${COMPREPLY[@]}"
        [[ -e pwned ]] && echo pwned
        """
      try Shell.write(test, to: "\(directory)/test.bash")
      let names = names.shellQuoted
      let output = try #require(
        Shell.run("DEMO_NAMES=\(names) bash --norc '\(directory)/test.bash'"))
      return output.split(separator: "\n").map(String.init)
    }
  }
}

struct FishCompletionTests {
  @Test(
    .enabled(if: Shell.has("fish"), "fish is not installed"),
    arguments: [
      ("demo p", ["plan"]), ("demo v", ["validate"]), ("demo --ver", ["--verbose", "--version"]),
      ("demo --root x pl", ["plan"]), ("demo help pl", ["plan"]),
      ("demo feature ", ["add", "list", "sync"]),
      ("demo plan --order ", ["document", "infer", "declared"]),
      ("demo plan --order=i", ["--order=infer"]),
      ("demo plan -o d", ["document", "declared"]), ("demo plan --no", ["--no-optional"]),
      ("demo plan --tag x ex", ["export"]), ("demo plan export im", ["import"]),
      ("demo plan --sec", []),
      ("demo check ", ["a.md", "b.yaml", "notes/", "two words.md"]), ("demo check x.md ", []),
      ("demo --root ", ["notes/"]), ("demo feature add --d", ["--dry"]),
    ])
  func offersWhatFits(_ line: String, _ expected: [String]) throws {
    let output = try Shell.withDirectory { directory in
      try Shell.write(Demo.completionScript(for: .fish), to: "\(directory)/demo.fish")
      return Shell.run(
        """
        cd '\(directory)' && mkdir files && cd files && mkdir notes
        touch a.md b.yaml c.txt 'two words.md'
        export HOME='\(directory)' DEMO_NAMES=$(printf 'export\\nimport')
        fish --no-config -c 'source ../demo.fish; complete -C \(line.shellQuoted.fishInner)'
        """)
    }
    let words = try #require(output).split(separator: "\n").map { line in
      String(line.prefix { $0 != "\t" })
    }
    #expect(words.sorted() == expected.sorted())
  }

  @Test(.enabled(if: Shell.has("fish"), "fish is not installed"))
  func hasNoSyntaxError() throws {
    let output = try Shell.withDirectory { directory in
      try Shell.write(Demo.completionScript(for: .fish), to: "\(directory)/demo.fish")
      return Shell.run("HOME='\(directory)' fish --no-config -n '\(directory)/demo.fish'")
    }
    #expect(output == "")
  }
}

struct ZshCompletionTests {
  @Test(.enabled(if: Shell.has("zsh"), "zsh is not installed"))
  func hasNoSyntaxError() throws {
    let output = try Shell.withDirectory { directory in
      try Shell.write(Demo.completionScript(for: .zsh), to: "\(directory)/_demo")
      return Shell.run("zsh -f -n '\(directory)/_demo'")
    }
    #expect(output == "")
  }

  @Test(
    .enabled(if: Shell.has("zsh"), "zsh is not installed"),
    arguments: [
      ("demo pl", "demo plan "),
      ("demo feature sync now --server ", "demo feature sync now --server a:b "),
      ("demo plan --ord", "demo plan --order="),
      ("demo plan --order inf", "demo plan --order infer "),
      ("demo --root notes feature a", "demo --root notes feature add "),
      ("demo validate a", "demo validate a.md "), ("demo plan exp", "demo plan export "),
      ("demo plan export imp", "demo plan export import "),
      ("demo check --no-c", "demo check --no-color "),
    ])
  func completesTheOnlyWordThatFits(_ line: String, _ expected: String) throws {
    let output = try Shell.withDirectory { directory in
      try Shell.write(Demo.completionScript(for: .zsh), to: "\(directory)/_demo")
      try Shell.write(zshSession(line), to: "\(directory)/session.zsh")
      return Shell.run(
        """
        cd '\(directory)' && mkdir files && cd files && mkdir notes && touch a.md c.txt
        export DEMO_NAMES=$(printf 'export\\nimport')
        zsh -f ../session.zsh
        """)
    }
    #expect(output == "<\(expected)>\n")
  }

  /// Types a line and a tab into a zsh on a terminal of its own and prints the line that results.
  private func zshSession(_ line: String) -> String {
    """
    zmodload zsh/zpty
    zpty session zsh -f -i
    zpty -w session 'PS1=; unset zle_bracketed_paste; fpath=(.. $fpath); autoload -Uz compinit; compinit -u -D'
    zpty -w session 'report() { print -r -- "<$BUFFER>" > ../line; exit }; zle -N report; bindkey "^X" report'
    zpty -w session 'LISTMAX=0; setopt no_beep; print ready-to-type'
    zpty -r -m session _ '*ready-to-type*ready-to-type*'
    zpty -w -n session $'\(line)\\t\\x18'
    for attempt in {1..600}; do
      [[ -s ../line ]] && break
      sleep 0.05
    done
    cat ../line
    zpty -d session
    """
  }
}

extension String {
  fileprivate var shellQuoted: String {
    "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }

  /// The text for use between single quotes of another shell.
  fileprivate var fishInner: String {
    split(separator: "'", omittingEmptySubsequences: false).joined(separator: "\"")
  }
}
