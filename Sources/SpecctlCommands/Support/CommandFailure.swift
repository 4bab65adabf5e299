import SpecWorkspace

/// What kept a command from doing its work: input or output, not wrong usage and not findings.
struct CommandFailure: Error {
  /// What was being done and why it failed: `cannot read 'a.md': permission denied`.
  var message: String
  var help: String?

  init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }
}

extension CommandFailure {
  /// Why nothing was written.
  init(_ error: WriteError) {
    self.init("\(error.message); nothing was changed")
  }

  /// Why a file that was asked for was not written, with what may be done about it.
  init(writing error: WriteError) {
    let folder = RelativePath.split(error.path).directory
    let isMissing = error.reason == .missing && !folder.isEmpty
    self.init(
      error.message, help: isMissing ? "make the folder first: 'mkdir -p \(folder)'" : nil)
  }
}
