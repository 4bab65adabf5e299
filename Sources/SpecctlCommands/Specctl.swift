package import ArgumentParser
internal import CMalloc
import Diagnostics
import Glibc

/// The root of the command tree.
package struct Specctl: ParsableCommand {
  package static let version = "0.1.0"

  package static let configuration = CommandConfiguration(
    commandName: "specctl",
    abstract: "Check and plan the specs that AI coding agents work from.",
    discussion: """
      A feature is a folder with requirements.md, design.md and tasks.md. specctl makes such folders, \
      says what in them does not fit together, and plans which task can start when and which agent \
      gets it. It reads the specs of Kiro, cc-sdd, claude-code-spec-workflow, spec-workflow, Spec Kit \
      and OpenSpec where they stand. The same input gives the same bytes; no model decides anything.

      Exit status: 0 fine, 1 findings at or above the threshold, 2 could not do it, 64 wrong usage.
      """,
    version: version, versionReport: { VersionReport.json },
    subcommands: [
      Init.self, Import.self, Validate.self, PlanCommand.self, Why.self, List.self, Show.self,
      Status.self, Agents.self, Trace.self, Docs.self, Summary.self, Review.self, Explain.self,
      Schema.self, LanguageServerCommand.self, Completions.self, Manual.self,
    ],
    examples: [
      .init(command: "specctl init", explanation: "make a workspace here"),
      .init(command: "specctl init feature order-book", explanation: "scaffold a feature"),
      .init(command: "specctl validate", explanation: "check everything"),
      .init(command: "specctl plan --format json", explanation: "plan for other tools"),
    ])

  package init() {}

  /// Parses the command line, runs the command, and ends the process with its status.
  package static func runFromCommandLine() async {
    // Reading makes many small objects on every thread, and glibc would ask the system anew for each
    // further page of them.
    mallopt(M_TOP_PAD, 64 << 20)
    var color = ColorChoice.auto
    do {
      var command = try parseAsRoot()
      if let command = command as? any SpecctlCommand { color = command.common.color }
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let failure as CommandFailure {
      Console(color: color).report(failure)
      exit(2)
    } catch {
      let status = exitCode(for: error)
      let message = fullMessage(for: error)
      if !message.isEmpty {
        Console.write(message + "\n", to: status.isSuccess ? 1 : 2)
      }
      exit(status.rawValue)
    }
  }
}
