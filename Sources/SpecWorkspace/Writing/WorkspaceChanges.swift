/// Changes of several files that happen all or, when one of them fails, not at all.
///
/// Each file is, at any moment, wholly the old or wholly the new; several files are not, for a
/// system that stops in the middle stops between two of them.
package struct WorkspaceChanges: Sendable {
  private enum Change: Sendable {
    case create(path: String, bytes: [UInt8])
    case replace(path: String, old: [UInt8], new: [UInt8])
  }

  private var changes: [Change] = []

  package init() {}

  package var isEmpty: Bool { changes.isEmpty }

  /// Adds a file that must not be there yet.
  package mutating func create(_ path: String, _ bytes: [UInt8]) {
    changes.append(.create(path: path, bytes: bytes))
  }

  /// Adds new bytes for a file that must still hold what was read.
  package mutating func replace(_ path: String, read old: [UInt8], with new: [UInt8]) {
    changes.append(.replace(path: path, old: old, new: new))
  }

  /// Does the changes in the order in which they were added.
  ///
  /// What was done before a failure is undone. That needs no more room on the device than there
  /// was, for each file that was replaced has freed the room of the old one.
  package func apply(with writer: WorkspaceWriter) throws(WriteError) {
    var made: [MadeDirectories] = []
    do throws(WriteError) {
      for change in changes { made.append(try Self.apply(change, with: writer)) }
    } catch {
      for (change, directories) in zip(changes, made).reversed() {
        Self.undo(change, with: writer)
        directories.remove(below: writer.root)
      }
      throw error
    }
  }

  private static func apply(
    _ change: Change, with writer: WorkspaceWriter
  ) throws(WriteError) -> MadeDirectories {
    switch change {
    case .create(let path, let bytes): return try writer.makeFile(path, bytes)
    case .replace(let path, let old, let new):
      try writer.replace(path, read: old, with: new)
      return MadeDirectories()
    }
  }

  /// Takes one change back; what somebody else has changed meanwhile stays as it is.
  private static func undo(_ change: Change, with writer: WorkspaceWriter) {
    switch change {
    case .create(let path, let bytes): try? writer.remove(path, holding: bytes)
    case .replace(let path, let old, let new): try? writer.replace(path, read: new, with: old)
    }
  }
}
