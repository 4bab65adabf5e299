extension CommandDescription {
  /// The help page of the command, wrapped at so many columns, with a line break at its end.
  package func helpText(columns: Int = 80, includesHidden: Bool = false) -> String {
    let arguments = arguments.filter { includesHidden || !$0.isHidden }
    let subcommands = subcommands.filter { includesHidden || !$0.isHidden }
    var sections: [String] = []
    if !abstract.isEmpty { sections.append("OVERVIEW: \(abstract)".wrapped(to: columns)) }
    if !discussion.isEmpty { sections.append(discussion.wrapped(to: columns)) }
    sections.append(usage(label: "USAGE: ", columns: columns))

    func list(_ heading: String, _ items: [HelpItem]) {
      guard !items.isEmpty else { return }
      let texts = items.map { $0.text(columns: columns) }
      sections.append("\(heading):\n" + texts.joined(separator: "\n"))
    }
    list("ARGUMENTS", arguments.filter { $0.kind == .positional }.map(HelpItem.init))
    let options = arguments.filter { $0.kind != .positional }
    var titles: [String] = []
    for option in options where !option.section.isEmpty && !titles.contains(option.section) {
      titles.append(option.section)
    }
    for title in titles {
      list(title.uppercased(), options.filter { $0.section == title }.map(HelpItem.init))
    }
    list("OPTIONS", options.filter { $0.section.isEmpty }.map(HelpItem.init))
    list("SUBCOMMANDS", subcommands.map(HelpItem.init))
    if !subcommands.isEmpty {
      let call = (["help"] + parents.dropFirst() + (parents.isEmpty ? [] : [name]))
      let root = parents.first ?? name
      sections.append(
        "  See '\(root) \(call.joined(separator: " ")) <subcommand>' for detailed help.")
    }
    if !examples.isEmpty {
      let texts = examples.map { example in
        "  \(example.command)\n" + example.explanation.wrapped(to: columns, indent: 6)
      }
      sections.append("EXAMPLES:\n" + texts.joined(separator: "\n"))
    }
    return sections.joined(separator: "\n\n") + "\n"
  }
}

/// A name and what it means, in two columns.
private struct HelpItem {
  var name: String
  var meaning: String
  var discussion = ""

  init(_ argument: ArgumentDescription) {
    switch argument.kind {
    case .positional: name = "<\(argument.valueName)>"
    case .option: name = "\(listed(argument.names)) <\(argument.valueName)>"
    case .flag:
      name = listed(argument.names)
      if !argument.inverseNames.isEmpty { name += "/\(listed(argument.inverseNames))" }
    }
    var facts: [String] = []
    if !argument.allValues.isEmpty {
      facts.append("values: " + argument.allValues.joined(separator: ", "))
    }
    if let value = argument.defaultValue {
      facts.append(value.isEmpty ? "default" : "default: \(value)")
    }
    let note = facts.isEmpty ? "" : "(\(facts.joined(separator: "; ")))"
    meaning = [argument.abstract, note].filter { !$0.isEmpty }.joined(separator: " ")
    discussion = argument.discussion
  }

  init(_ command: CommandDescription) {
    name = ([command.name] + command.aliases).joined(separator: ", ")
    if command.isDefault { name += " (default)" }
    meaning = command.abstract
  }

  func text(columns: Int) -> String {
    let margin = 26
    var text = "  \(name)"
    if !meaning.isEmpty {
      let wrapped = meaning.wrapped(to: columns, indent: margin)
      if text.count < margin {
        text = text.padded(to: margin) + wrapped.dropFirst(margin)
      } else {
        text += "\n" + wrapped
      }
    }
    if !discussion.isEmpty {
      text += "\n" + discussion.wrapped(to: columns, indent: margin + 2)
    }
    return text
  }
}

/// The names with their dashes, letters first.
private func listed(_ names: [Name]) -> String {
  let letters = names.filter { if case .short = $0 { true } else { false } }
  let words = names.filter { if case .long = $0 { true } else { false } }
  return (letters + words).map(\.spelled).joined(separator: ", ")
}
