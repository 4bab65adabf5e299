import ArgumentParser
import Diagnostics
import SpecModel
import SpecRules
import SpecWorkspace

extension Severity: ExpressibleByArgument {}
extension Profile: ExpressibleByArgument {}

extension Specctl {
  struct Validate: AsyncParsableCommand, SpecctlCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check specs, registry, configuration and agents.",
      discussion: """
        Reads the whole workspace and runs every rule of the catalogue. With names or paths, only \
        what lies there is reported. Nothing is written but the reports that are asked for, unless \
        fixes are: '--fix' makes those that keep the meaning of a document, '--unsafe-fixes' also \
        those that may change it, and '--diff' shows what they would do and writes nothing.

        Reports are 'text' for people, 'concise' for one line a finding, 'json', 'sarif' for code \
        scanning, 'junit', 'github' for annotations, 'gitlab' for code quality, and 'markdown' for \
        a summary. Several can be made at once: '--output sarif=FILE' writes one to a file, '-' is \
        standard output.

        A finding can be allowed where it stands: '<!-- specctl: allow RULE: reason -->' in \
        Markdown, '# specctl: allow RULE: reason' in YAML. The configuration sets severities \
        below 'validation: rules:'. A baseline lists findings that are known: only others are \
        reported and count.

        '--watch' stays and reports anew after every change of a document, until Ctrl-C.
        """,
      aliases: ["check"],
      examples: [
        .init(command: "specctl validate", explanation: "check everything"),
        .init(command: "specctl validate order-book", explanation: "report on one feature"),
        .init(
          command: "specctl validate --rule unknown-agent --format concise",
          explanation: "one rule, one line a finding"),
        .init(command: "specctl validate --fail-on warning", explanation: "strict, for CI"),
        .init(command: "specctl validate --diff", explanation: "show what --fix would change"),
        .init(command: "specctl validate --fix", explanation: "make the safe fixes"),
        .init(command: "specctl validate --watch", explanation: "check again on every save"),
        .init(
          command: "specctl validate --baseline known.yaml --update-baseline",
          explanation: "put off everything that is found now"),
        .init(
          command: "specctl validate --format github --output sarif=specs.sarif",
          explanation: "annotations, and a file for code scanning"),
      ])

    @OptionGroup var common: CommonOptions

    @Option(name: .shortAndLong, help: "How to report on standard output; the default is text.")
    var format: ReportFormat?

    @Option(
      help: ArgumentHelp(
        "Write a report to a file too; may be repeated.", valueName: "format=file"))
    var output: [String] = []

    @Option(help: "The least severity that makes the exit status 1; the default is error.")
    var failOn: Severity?

    @Option(
      help: ArgumentHelp("Run only this rule; may be repeated.", valueName: "id"),
      completion: .shellCommand("specctl explain --names"))
    var rule: [String] = []

    @Option(
      help: "Hold every feature to this profile, not to the one it is found to have.")
    var profile: Profile?

    @Flag(help: "Show notes too.")
    var notes = false

    @Flag(name: .shortAndLong, help: "Stay, and check again whenever a document changes.")
    var watch = false

    @OptionGroup var fixes: FixOptions

    @OptionGroup var baseline: BaselineOptions

    @OptionGroup var changes: ChangeOptions

    @Argument(
      help: "Features or paths to report on.",
      completion: .shellCommand("specctl list --names"))
    var targets: [String] = []

    init() {}

    mutating func validate() throws {
      for id in rule where Rule.named(id) == nil {
        throw ValidationError(unknownRule: id)
      }
      _ = try ReportWriting.outputs(format, output)
      if changes.staged, changes.since != nil {
        throw ValidationError("'--staged' and '--since' name different changes; take one of them")
      }
      if changes.staged, fixes.permission != nil, !fixes.diff {
        throw ValidationError(
          "'--staged' looks at git's index, which no fix is written to; fix the files and stage them"
        )
      }
      if watch, fixes.permission != nil || baseline.updateBaseline {
        throw ValidationError("'--watch' writes nothing: fix or update the baseline without it")
      }
      if watch, changes.staged || changes.since != nil {
        throw ValidationError("'--watch' looks at the files, not at git; name features instead")
      }
    }

    /// What is reported: what was named, and of it what was changed.
    private func filter(_ session: Session, _ change: ChangedPart?) throws -> TargetFilter? {
      let named = targets.isEmpty ? nil : try TargetFilter(targets, in: session)
      guard let changed = change.map({ TargetFilter($0) }) else { return named }
      return named.map { changed.and($0) } ?? changed
    }

    mutating func run() async throws {
      let reports = ReportWriting(
        try ReportWriting.outputs(format, output), console: Console(common: common),
        showsNotes: notes || !rule.isEmpty)
      if watch { return try await runWatching(reports) }
      let session: Session
      var outcome: Outcome
      do {
        let change: ChangedPart?
        if let (changed, part) = try await changes.session(common) {
          (session, change) = (changed, part)
        } else {
          (session, change) = (try await Session.open(common), nil)
        }
        let filter = try self.filter(session, change)
        var check = WorkspaceCheck(
          only: rule, profile: profile, filter: filter, folder: session.folder)
        if let path = try baseline.path(session) {
          if baseline.updateBaseline {
            var known = await check.outcome(of: session.workspace)
            if !notes { known.findings.removeAll { $0.severity == .note } }
            return try baseline.write(known, to: path, Console(common: common))
          }
          check.baseline = try baseline.read(path)
        }
        if let permission = fixes.permission {
          let fixing = await Fixing(
            session.workspace, from: session.source, permission,
            includes: { filter?.includes($0) ?? true },
            check: check.outcome)
          try fixes.finish(fixing, session, Console(common: common))
          if fixes.diff { throw fixing.changes.isEmpty ? ExitCode.success : ExitCode.failure }
          outcome = fixing.outcome
        } else {
          outcome = await check.outcome(of: session.workspace)
          outcome.offersFixes = true
        }
      } catch let failure as CommandFailure {
        reports.write(failure)
        throw failure
      }
      try reports.write(outcome)
      let threshold = session.workspace.configuration?.validation.failOn?.value
      if outcome.reaches(failOn ?? threshold ?? .error) { throw ExitCode.failure }
    }

    private func runWatching(_ reports: ReportWriting) async throws {
      let watching = WatchedValidation(
        root: try Session.locate(common), only: rule, profile: profile, reports: reports,
        console: Console(common: common))
      try await watching.run { session in
        var check = WorkspaceCheck(
          only: rule, profile: profile, filter: try filter(session, nil), folder: session.folder)
        check.baseline = try baseline.path(session).map { try baseline.read($0) }
        return check
      }
    }
  }
}
