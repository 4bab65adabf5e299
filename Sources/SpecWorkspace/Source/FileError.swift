/// Why something in a workspace cannot be read or written.
package enum FileError: Error, Sendable, Hashable {
  case missing
  case exists
  /// The file is no longer what was read.
  case changed
  case isDirectory
  case isNoDirectory
  /// A device, a pipe or a socket, which is never read.
  case isSpecial
  case tooLarge
  case tooDeep
  /// A path or a link that leads out of the workspace.
  case outsideRoot
  /// A name that is no UTF-8.
  case undecodableName
  /// What the system said, by its `errno`.
  case system(Int32)

  /// The reason as a phrase.
  package var phrase: String {
    switch self {
    case .missing: "there is no such file or directory"
    case .exists: "already exists"
    case .changed: "changed since it was read"
    case .isDirectory: "is a directory"
    case .isNoDirectory: "is not a directory"
    case .isSpecial: "is a device, a pipe or a socket"
    case .tooLarge: "larger than \(SourceLimits.fileBytes >> 20) MiB"
    case .tooDeep: "more than \(SourceLimits.agentDepth) directories deep"
    case .outsideRoot: "leads out of the workspace"
    case .undecodableName: "the name is not UTF-8"
    case .system(let code): SystemMessage.phrase(for: code)
    }
  }
}
