extension CommandDescription {
  /// The command line in brief, such as `specctl plan [--order <order>] [<feature> ...]`.
  ///
  /// Where there are more arguments than can be taken in, `[<options>]` stands for the options that
  /// may be left out.
  package var usageLine: String { usageParts.joined(separator: " ") }

  /// The usage behind a label, in lines that begin under the first and break between arguments.
  package func usage(label: String, columns: Int) -> String {
    label + usageParts.wrapped(to: columns, indent: label.count).dropFirst(label.count)
  }

  private var usageParts: [String] {
    if let usage { return usage.split(separator: " ").map(String.init) }
    let shown = arguments.filter { !$0.isHidden && !$0.isBuiltIn }
    var parts = [fullName]
    if shown.count > 12 {
      parts.append("[<options>]")
      parts += shown.filter { $0.kind == .positional || !$0.isOptional }.map(\.usage)
    } else {
      parts += shown.map(\.usage)
    }
    if subcommands.contains(where: { !$0.isHidden }) { parts.append("<subcommand>") }
    return parts
  }
}

extension ArgumentDescription {
  /// Whether every command has it, so that usage need not say so.
  fileprivate var isBuiltIn: Bool {
    kind == .flag && (names.contains(.long("help")) || names.contains(.long("version")))
  }

  fileprivate var usage: String {
    var text: String
    let name = names.preferred?.spelled ?? ""
    switch kind {
    case .positional: text = "<\(valueName)>"
    case .option: text = "\(name) <\(valueName)>"
    case .flag: text = inverseNames.preferred.map { "\(name)|\($0.spelled)" } ?? name
    }
    if isRepeatable { text += " ..." }
    return isOptional ? "[\(text)]" : text
  }
}
