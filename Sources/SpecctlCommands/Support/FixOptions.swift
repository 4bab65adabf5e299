import ArgumentParser
import Diagnostics
import SpecRendering
import SpecRules
import SpecWorkspace

/// Whether and how `validate` fixes what it finds.
struct FixOptions: ParsableArguments {
  @Flag(help: "Make the fixes that keep the meaning of a document.")
  var fix = false

  @Flag(help: "Make also the fixes that may change the meaning.")
  var unsafeFixes = false

  @Flag(help: "Show what the fixes would change as a diff, and write nothing.")
  var diff = false

  init() {}

  /// What the fixes may do; `nil` when none are asked for.
  var permission: FixRound.Permission? {
    if unsafeFixes { return .unsafeToo }
    return fix || diff ? .safeOnly : nil
  }

  /// Shows the difference, or writes the changed documents and says how many there are.
  func finish(_ fixing: Fixing, _ session: Session, _ console: Console) throws {
    let changes = fixing.changes
    if diff {
      for change in changes {
        let difference = UnifiedDiff(change.path, from: change.old, to: change.new)
        console.write(difference.bytes(showsColor: console.output.showsColor))
      }
    } else if !changes.isEmpty {
      try DocumentChanges(changes: changes).write(below: session.root)
    }
    tell(fixing, changes.count, console)
  }

  private func tell(_ fixing: Fixing, _ files: Int, _ console: Console) {
    for refusal in fixing.refusals {
      console.warn(
        "not fixed, since it would lead to an error: \(refusal.finding.message) "
          + "(\(refusal.finding.path)): \(refusal.reason)")
    }
    if fixing.stoppedEarly { console.warn("there is more to fix; run it again") }
    let count = fixing.fixed.count
    let found = "\(count) \(count == 1 ? "finding" : "findings")"
    let places = "\(files) \(files == 1 ? "file" : "files")"
    let done = diff ? "would fix" : "fixed"
    var line = count == 0 ? "nothing to fix" : "\(done) \(found) in \(places)"
    let left = fixing.outcome.findings.count { $0.fix?.safety == .unsafe }
    if !unsafeFixes, left > 0 { line += "; \(left) more with --unsafe-fixes" }
    console.say(line)
  }
}
