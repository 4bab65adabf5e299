import Diagnostics
import SpecLive
import SpecModel
import SpecRules
import SpecWorkspace

/// Validates a workspace, and again whenever a document of it changes.
struct WatchedValidation {
  let root: String
  /// The rules to run; all when empty.
  let only: [String]
  /// The profile of every feature, when one was asked for.
  let profile: Profile?
  let reports: ReportWriting
  let console: Console

  /// Reports until nobody reads it any longer; fails when the workspace is gone.
  ///
  /// What is reported of the workspace is said by `check` once it is known what there is.
  func run(check: (Session) throws -> WorkspaceCheck) async throws {
    // Watched before it is read: what changes between the two is told twice rather than not at all.
    var watcher = try watching { () throws(FileError) in try WorkspaceWatcher.watching(root: root) }
    var live = await LiveWorkspace(try source()) { [only, profile] in
      RuleSelection(configuration: $0, only: only, profile: profile)
    }
    let check = try check(
      Session(root: root, source: live.source, workspace: live.workspace))
    try show(live, check)
    say("watching for changes; Ctrl-C ends it")
    while true {
      let elsewhere = live.workspace.features.map(\.directory)
      try watching { () throws(FileError) in try watcher.watch(elsewhere) }
      let change = try watching { () throws(FileError) in
        try watcher.next(unlessDeserted: 1)
      }
      guard let change else { return }
      // Directories may have become links meanwhile: nothing is taken over from the last look.
      live.source = try source()
      if change.isUncertain {
        await live.updateAll()
      } else {
        await live.update(paths: change.paths)
      }
      try show(live, check)
      say(summary(of: change))
    }
  }

  private func show(_ live: LiveWorkspace, _ check: WorkspaceCheck) throws {
    // The last report is wiped off a terminal; what was there before it can be scrolled to.
    if console.outputIsTerminal { console.write("\u{1B}[H\u{1B}[2J") }
    var outcome = check.part(of: live.outcome, in: live.workspace)
    outcome.offersFixes = true
    try reports.write(outcome)
  }

  private func say(_ text: String) {
    console.say("-- \(text)")
  }

  /// The changed paths in one line.
  private func summary(of change: WorkspaceChange) -> String {
    if change.isUncertain { return "many changes" }
    // A folder stands for what is in it.
    let paths = change.paths.sorted().reduce(into: [String]()) { paths, path in
      if let last = paths.last, RelativePath.contains(last, path) { return }
      paths.append(path)
    }
    let shown = paths.prefix(2).joined(separator: ", ")
    return "after a change of \(shown)" + (paths.count > 2 ? " and \(paths.count - 2) more" : "")
  }

  private func source() throws -> DiskSource {
    try watching { () throws(FileError) in try DiskSource(root: root) }
  }

  /// Does something with the workspace on disk, and says what keeps it from that.
  private func watching<Value: ~Copyable>(
    _ body: () throws(FileError) -> Value
  ) throws -> Value {
    do throws(FileError) {
      return try body()
    } catch {
      if error.isWatchLimit {
        throw CommandFailure(
          "cannot watch '\(root)': the system watches no more directories",
          help: "raise its limit: 'sysctl fs.inotify.max_user_watches' shows it")
      }
      throw CommandFailure("cannot watch '\(root)': \(error.phrase)")
    }
  }
}
