import Diagnostics
import SpecWorkspace

/// Documents that a command changes, each with its bytes before and after.
struct DocumentChanges {
  let changes: [(path: String, old: [UInt8], new: [UInt8])]

  /// Writes all of them below a root, or none; a document that changed since it was read is not written.
  func write(below root: String) throws {
    guard !changes.isEmpty else { return }
    var pending = WorkspaceChanges()
    for change in changes { pending.replace(change.path, read: change.old, with: change.new) }
    let writer: WorkspaceWriter
    do throws(FileError) {
      writer = try WorkspaceWriter(root: root)
    } catch {
      throw CommandFailure("cannot write in '\(root)': \(error.phrase)")
    }
    do throws(WriteError) {
      try pending.apply(with: writer)
    } catch {
      throw CommandFailure(error)
    }
  }
}
