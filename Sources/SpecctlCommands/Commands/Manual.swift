import ArgumentParser
import Diagnostics
import SpecWorkspace

extension Specctl {
  struct Manual: ParsableCommand, SpecctlCommand {
    static let configuration = CommandConfiguration(
      commandName: "man",
      abstract: "Print the manual page of a command, or write all of them.",
      discussion: """
        The pages are in the form that 'man' reads; they say what '--help' says. A package or an \
        archive brings them along, so this is for what has only the binary.
        """,
      examples: [
        .init(command: "specctl man plan | man -l -", explanation: "read about 'specctl plan'"),
        .init(
          command: "specctl man --out ~/.local/share/man/man1",
          explanation: "install them for yourself"),
      ])

    @OptionGroup var common: CommonOptions

    @Option(
      help: ArgumentHelp("Write all pages into this folder, which exists.", valueName: "dir"),
      completion: .directory)
    var out: String?

    @Option(help: "The day at the foot of the pages, as 2026-11-21.")
    var date: String?

    @Argument(help: "The command, such as 'init feature'; none for 'specctl' itself.")
    var command: [String] = []

    init() {}

    func validate() throws {
      if out != nil, !command.isEmpty {
        throw ValidationError("'--out' writes the pages of all commands; name none with it")
      }
      if let date, !date.isDay {
        throw ValidationError("'\(date)' is no day", help: "write it as in '2026-11-21'")
      }
    }

    mutating func run() throws {
      let root = CommandDescription(of: Specctl.self)
      let imprint = ManualPage.Imprint(
        date: date ?? "", source: "\(root.name) \(Specctl.version)",
        exitStatuses: Specctl.exitStatuses)
      if let out {
        for page in ManualPage.all(of: root, imprint: imprint) {
          do throws(WriteError) {
            try OutputFile.write(Array(page.text.utf8), to: "\(out)/\(page.fileName)")
          } catch {
            throw CommandFailure(writing: error)
          }
        }
        return
      }
      let names = command.first == root.name ? command.dropFirst() : command[...]
      guard let described = root.descendant(names) else {
        let wanted = names.joined(separator: " ")
        throw ValidationError(
          "there is no command '\(wanted)'",
          help: nearMiss(to: wanted, among: root.subcommands.map(\.name))
            .map { "did you mean '\($0)'?" })
      }
      Console(common: common).write(ManualPage(of: described, imprint: imprint).text)
    }
  }

  /// What an exit status means, whatever the command.
  private static let exitStatuses: [ManualPage.ExitStatus] = [
    .init(0, "Fine."), .init(1, "Findings at or above the threshold, or a plan that is stale."),
    .init(2, "It could not be done: something could not be read or written."),
    .init(64, "Wrong usage."),
  ]
}

extension String {
  /// Whether the text is a day as ISO 8601 writes it; how many days a month has is not asked.
  fileprivate var isDay: Bool {
    let parts = utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2],
      parts.joined().allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let month = Int(String(decoding: parts[1], as: UTF8.self)),
      let day = Int(String(decoding: parts[2], as: UTF8.self))
    else { return false }
    return (1...12).contains(month) && (1...31).contains(day)
  }
}
