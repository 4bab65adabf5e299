/// The manual page of one command, in the macros of man(7), which every `man` reads.
///
/// The same command gives the same bytes, in ASCII.
package struct ManualPage: Hashable, Sendable {
  /// What all pages of a program say alike.
  package struct Imprint: Hashable, Sendable {
    /// The day at the foot of the page, as `2026-11-21`; empty for none.
    package var date: String
    /// The program with its version, such as `specctl 0.1.0`.
    package var source: String
    /// What each exit status means, in order.
    package var exitStatuses: [ExitStatus]

    package init(date: String = "", source: String, exitStatuses: [ExitStatus] = []) {
      self.date = date
      self.source = source
      self.exitStatuses = exitStatuses
    }
  }

  /// An exit status and when the program ends with it.
  package struct ExitStatus: Hashable, Sendable {
    package var status: Int
    /// A sentence with a full stop.
    package var meaning: String

    package init(_ status: Int, _ meaning: String) {
      self.status = status
      self.meaning = meaning
    }
  }

  /// The words under which `man` finds the page, such as `specctl-plan`.
  package let name: String
  /// The page, with a line break at its end.
  package let text: String

  /// The file in which `man` looks for the page.
  package var fileName: String { "\(name).1" }

  /// The page of the command alone; those below it have pages of their own.
  package init(of command: CommandDescription, imprint: Imprint) {
    name = command.manualName
    var page = ManualPageText(title: name, imprint: imprint)
    page.describe(command)
    page.explain(imprint.exitStatuses)
    page.refer(to: command)
    text = page.text
  }

  /// The pages of a command and of all that are below it and shown, each before those below it.
  package static func all(of command: CommandDescription, imprint: Imprint) -> [ManualPage] {
    [ManualPage(of: command, imprint: imprint)]
      + command.subcommands.filter { !$0.isHidden }.flatMap { all(of: $0, imprint: imprint) }
  }
}

extension CommandDescription {
  /// The name of the command's manual page.
  var manualName: String { (parents + [name]).joined(separator: "-") }

  /// The command that names and aliases lead to from this one; `nil` where one of them is unknown.
  package func descendant(_ names: some Collection<String>) -> CommandDescription? {
    guard let first = names.first else { return self }
    return subcommands.first { $0.name == first || $0.aliases.contains(first) }?
      .descendant(names.dropFirst())
  }
}
