/// Why a file of a workspace was not written; nothing was changed on disk.
package struct WriteError: Error, Sendable, Hashable {
  /// What was being done.
  package enum Action: String, Sendable, Hashable {
    case create, write, remove
    case createDirectory = "create directory"
  }

  package var action: Action
  /// The path as it was given.
  package var path: String
  package var reason: FileError

  package init(_ action: Action, _ path: String, _ reason: FileError) {
    self.action = action
    self.path = path
    self.reason = reason
  }

  /// The whole error in words, such as `cannot write 'x': no space left on device`.
  package var message: String { "cannot \(action.rawValue) '\(path)': \(reason.phrase)" }
}
