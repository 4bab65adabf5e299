import ArgumentParser
import Diagnostics
import SpecModel
import SpecRendering
import SpecWorkspace

extension Specctl {
  struct Review: AsyncParsableCommand, SpecctlCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show and settle what was written for a text that has changed since.",
      discussion: """
        Tasks and properties of a design cite requirements and criteria. When one of these changes, \
        what cites it is suspect until somebody has looked: 'review' lists such links, and names \
        settle them. What was reviewed stands in '.specctl.lock.yaml', a line for each item, to be \
        kept with the specs. Without that file nothing is suspect; '--all' begins it.
        """,
      examples: [
        .init(command: "specctl review --all", explanation: "everything fits as it is now"),
        .init(command: "specctl review", explanation: "what is suspect, and why"),
        .init(command: "specctl review order-book", explanation: "a feature was looked through"),
        .init(
          command: "specctl review order-book/2.1",
          explanation: "a task; 'criterion-1.2' settles all that cite it"),
        .init(command: "specctl review --check", explanation: "for CI: 1 if a link is suspect"),
      ])

    @OptionGroup var common: CommonOptions

    @Flag(help: "Take everything as reviewed.") var all = false

    @Flag(help: "Write nothing; end with 1 if a link is suspect.") var check = false

    @Option(name: .shortAndLong, help: "The form of the list.")
    var format: ViewFormat = .text

    @Argument(
      help: "What was reviewed: features, or items as 'feature/2.1' or 'feature/criterion-1.2'.",
      completion: .shellCommand("specctl list --names"))
    var items: [String] = []

    init() {}

    mutating func validate() throws {
      if check, all || !items.isEmpty {
        throw ValidationError("'--check' writes nothing, so it takes no items and no '--all'")
      }
    }

    mutating func run() async throws {
      let session = try await Session.open(common)
      let console = Console(common: common)
      session.warnOfUnreadable(console)
      let lock = session.workspace.reviewLock
      if let problem = lock?.problems.first {
        throw CommandFailure(
          "cannot read '\(ReviewLock.path)': \(problem.message)", help: problem.help)
      }
      if all || !items.isEmpty {
        return try settle(session, lock, console)
      }
      let suspects = session.suspects(by: lock)
      switch format {
      case .json: console.write(ReviewJSON.text(suspects, isBegun: lock != nil))
      case .text:
        console.write(
          ReviewText(suspects, isBegun: lock != nil, terminal: console.output).text)
      }
      if check, !suspects.isEmpty { throw ExitCode.failure }
    }

    private func settle(_ session: Session, _ lock: ReviewLock?, _ console: Console) throws {
      let selection = try ReviewSelection(items, all: all, in: session)
      var new = lock ?? ReviewLock()
      let before = session.suspects(by: lock).count
      for feature in session.workspace.features where selection.includes(feature.directory) {
        let entries = FeatureReview(feature).entries(
          after: new.features[feature.directory] ?? [:],
          isReviewed: { selection.includes($0, citing: $1, in: feature.directory) })
        new.features[feature.directory] = entries.isEmpty ? nil : entries
      }
      if all {
        let directories = Set(session.workspace.features.map(\.directory))
        new.features = new.features.filter { directories.contains($0.key) }
      }
      let text = Array(new.text.utf8)
      try write(text, over: lock, session)
      let left = session.suspects(by: ReviewLock(reading: SourceFile(path: "", bytes: text))).count
      let settled = before - left
      console.say(
        "recorded \(new.features.values.reduce(0) { $0 + $1.count }) items, settled \(settled) suspect \(settled == 1 ? "link" : "links"), \(left) left"
      )
    }

    private func write(_ text: [UInt8], over lock: ReviewLock?, _ session: Session) throws {
      let writer: WorkspaceWriter
      do throws(FileError) {
        writer = try WorkspaceWriter(root: session.root)
      } catch {
        throw CommandFailure("cannot write in '\(session.root)': \(error.phrase)")
      }
      do throws(WriteError) {
        if let lock {
          try writer.replace(ReviewLock.path, read: lock.file.bytes, with: text)
        } else {
          try writer.create(ReviewLock.path, text)
        }
      } catch {
        throw CommandFailure(error)
      }
    }
  }
}

extension Session {
  /// The suspect links of all features, by feature in the order of their paths.
  fileprivate func suspects(
    by lock: ReviewLock?
  ) -> [(feature: Feature, link: SuspectLink)] {
    guard let lock else { return [] }
    return workspace.features.flatMap { feature in
      FeatureReview(feature).suspects(by: lock.features[feature.directory] ?? [:])
        .map { (feature, $0) }
    }
  }
}
