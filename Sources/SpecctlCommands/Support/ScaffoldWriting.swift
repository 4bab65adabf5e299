import Diagnostics
import SpecRendering
import SpecWorkspace

/// Puts scaffolded files on disk, beside what is there.
struct ScaffoldWriting {
  /// What was written and what was there already.
  struct Report {
    var created: [String] = []
    var kept: [String] = []
  }

  let root: String
  let isDryRun: Bool

  /// Creates every file that does not exist, or none; a file that exists stays as it is.
  func write(_ files: [ScaffoldFile]) throws -> Report {
    let source = try attempt { () throws(FileError) in try DiskSource(root: root) }
    var report = Report()
    for file in files {
      if source.exists(file.path) {
        report.kept.append(file.path)
      } else {
        report.created.append(file.path)
      }
    }
    guard !isDryRun else { return report }
    let writer = try attempt { () throws(FileError) in try WorkspaceWriter(root: root) }
    let wanted = Set(report.created)
    var changes = WorkspaceChanges()
    for file in files where wanted.contains(file.path) {
      changes.create(file.path, Array(file.text.utf8))
    }
    do throws(WriteError) {
      try changes.apply(with: writer)
    } catch {
      throw CommandFailure(error)
    }
    return report
  }

  private func attempt<Value>(_ body: () throws(FileError) -> Value) throws -> Value {
    do throws(FileError) {
      return try body()
    } catch {
      throw CommandFailure("cannot read '\(root)': \(error.phrase)")
    }
  }
}

extension ScaffoldWriting.Report {
  /// A line for each file.
  func text(terminal: TerminalTraits, isDryRun: Bool) -> String {
    var text = StyledText(showsColor: terminal.showsColor)
    for path in created {
      text.append(isDryRun ? "would write " : "wrote ", .success)
      text.append(path)
      text.endLine()
    }
    for path in kept {
      text.append("kept  ", .faint)
      text.append(path)
      text.endLine()
    }
    return text.text
  }
}
