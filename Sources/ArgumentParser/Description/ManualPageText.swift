/// Writes the source of a manual page from its head on.
struct ManualPageText {
  private(set) var text: String

  init(title: String, imprint: ManualPage.Imprint) {
    text = ".\\\" Generated from the description of the commands.\n"
    let manual = title.split(separator: "-").first.map { "\($0) manual" } ?? ""
    // A date with escapes is none to those who read it.
    let words = [title.uppercased().roff, "1", imprint.date, imprint.source.roff, manual.roff]
    text += ".TH " + words.map { "\"\($0)\"" }.joined(separator: " ") + "\n"
    // No hyphens in words, and no spaces pulled apart: both spoil command lines on a terminal.
    text += ".nh\n.ad l\n"
  }

  /// What the command is, takes and is good for.
  mutating func describe(_ command: CommandDescription) {
    section("NAME")
    let title = command.abstract.manualTitle.roffProse
    text += "\(command.manualName.roff) \\-\(title.isEmpty ? "" : " ")\(title)\n"
    section("SYNOPSIS")
    text += command.synopsis + "\n"
    if !command.abstract.isEmpty || !command.discussion.isEmpty { section("DESCRIPTION") }
    if !command.abstract.isEmpty { text += command.abstract.roffLines + "\n" }
    paragraphs(command.discussion)
    if !command.aliases.isEmpty {
      text += ".PP\nAlso called \(command.aliases.map(\.bold).joined(separator: ", ")).\n"
    }
    let shown = command.arguments.filter { !$0.isHidden }
    list("ARGUMENTS", shown.filter { $0.kind == .positional })
    let options = shown.filter { $0.kind != .positional }
    var titles: [String] = []
    for option in options where !option.section.isEmpty && !titles.contains(option.section) {
      titles.append(option.section)
    }
    for title in titles { list(title.uppercased(), options.filter { $0.section == title }) }
    list("OPTIONS", options.filter(\.section.isEmpty))
    let subcommands = command.subcommands.filter { !$0.isHidden }
    if !subcommands.isEmpty { section("COMMANDS") }
    for subcommand in subcommands {
      let abstract = subcommand.abstract.roffLines
      text += ".TP\n\(subcommand.manualName.bold)(1)\n\(abstract.isEmpty ? "\\&" : abstract)\n"
    }
    if !command.examples.isEmpty { section("EXAMPLES") }
    for example in command.examples {
      let explanation = example.explanation
      text += ".TP\n\(example.command.bold)\n"
      text += (explanation.prefix(1).uppercased() + explanation.dropFirst()).roffLines + "\n"
    }
  }

  /// What the exit statuses mean.
  mutating func explain(_ statuses: [ManualPage.ExitStatus]) {
    guard !statuses.isEmpty else { return }
    section("EXIT STATUS")
    for status in statuses {
      text += ".TP\n\("\(status.status)".bold)\n\(status.meaning.roffLines)\n"
    }
  }

  /// Where to read on: the command above and those above that.
  mutating func refer(to command: CommandDescription) {
    guard !command.parents.isEmpty else { return }
    section("SEE ALSO")
    let pages = command.parents.indices.reversed().map { last in
      command.parents[...last].joined(separator: "-").bold + "(1)"
    }
    text += pages.joined(separator: ",\n") + "\n"
  }

  private mutating func section(_ title: String) {
    text += ".SH \"\(title.roff)\"\n"
  }

  private mutating func list(_ title: String, _ arguments: [ArgumentDescription]) {
    guard !arguments.isEmpty else { return }
    section(title)
    for argument in arguments {
      text += ".TP\n\(argument.manualTag)\n"
      text += argument.manualMeaning + "\n"
    }
  }

  /// The paragraphs of a text; lines that begin with a blank are shown as they stand.
  private mutating func paragraphs(_ discussion: String) {
    var isVerbatim = false
    var startsParagraph = true
    for line in discussion.split(separator: "\n", omittingEmptySubsequences: false) {
      let isIndented = line.first == " "
      if isVerbatim, !isIndented { text += ".fi\n.RE\n" }
      if line.isEmpty {
        startsParagraph = true
      } else {
        if startsParagraph || isIndented != isVerbatim { text += ".PP\n" }
        if isIndented, !isVerbatim { text += ".RS 4\n.nf\n" }
        text += (isIndented ? line.drop { $0 == " " }.roff : String(line).roffLines) + "\n"
        startsParagraph = false
      }
      isVerbatim = isIndented
    }
    if isVerbatim { text += ".fi\n.RE\n" }
  }
}

extension CommandDescription {
  /// The usage with what is literal in bold.
  fileprivate var synopsis: String {
    let pieces = usageLine.split(separator: " ").map(String.init)
    let literal = fullName.split(separator: " ").count
    return pieces.enumerated().map { index, piece in
      index < literal ? piece.bold : piece.roff
    }.wrapped(to: 78, indent: 0)
  }
}

extension ArgumentDescription {
  /// The names and the value, as the head of an item.
  fileprivate var manualTag: String {
    let value = valueName.isEmpty ? "" : "\\fI<\(valueName.roff)>\\fR"
    guard kind != .positional else { return value }
    let names = spelledNames.map(\.bold).joined(separator: ", ")
    return value.isEmpty ? names : "\(names) \(value)"
  }

  fileprivate var manualMeaning: String {
    var sentences = [abstract, discussion].filter { !$0.isEmpty }
    if !allValues.isEmpty { sentences.append("One of \(allValues.joined(separator: ", ")).") }
    if let defaultValue, !defaultValue.isEmpty {
      sentences.append("Default: \(defaultValue).")
    } else if defaultValue != nil {
      sentences.append("This is the default.")
    }
    return sentences.isEmpty ? "\\&" : sentences.joined(separator: " ").roffLines
  }
}

extension String {
  fileprivate var bold: String { "\\fB\(roff)\\fR" }

  /// An abstract as the list of manual pages wants it: no capital at the start, no full stop.
  fileprivate var manualTitle: String {
    let body = last == "." ? String(dropLast()) : self
    let second = body.dropFirst().first
    // A name in capitals stays as it is.
    guard second?.isUppercase != true else { return body }
    return body.prefix(1).lowercased() + body.dropFirst()
  }

  /// The words of a text in lines of moderate length; blank runs become one blank.
  ///
  /// Each word is escaped by itself, so that one which now begins a line is no request.
  fileprivate var roffLines: String {
    split { $0 == " " || $0 == "\n" }.map { String($0).roffProse }.wrapped(to: 78, indent: 0)
  }
}
