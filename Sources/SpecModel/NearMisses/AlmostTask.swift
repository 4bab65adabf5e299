package import Diagnostics

/// A line that a person would take for a task and the grammar does not.
package struct AlmostTask: Sendable, Hashable {
  /// Why the line is no task.
  package enum Reason: Sendable, Hashable {
    /// `-[ ] 1. A`: Markdown wants a blank behind the bullet.
    case noBlankBehindBullet
    /// `- [] 1. A`.
    case emptyBox
    /// `- [x]1. A`.
    case noBlankBehindBox
    /// `[ ] 1. A`.
    case noBullet
    /// `- 1. [ ] A`, and `1. [ ] A` where the other boxes have their number behind them.
    case numberBeforeBox
    /// `- [done] 1. A`.
    case wordInBox(String)
    /// `- ［x］ 1. A` and `- \[x\] 1. A`.
    case strangeBrackets
    /// `- 2.3 A` between `- [ ] 2.2 B` and `- [ ] 2.4 C`.
    case noBox
    /// A numbered box in a code block of a document without tasks.
    case inCode
  }

  package var reason: Reason
  /// From the first byte of the line that is no blank to the last.
  package var range: Range<Offset>
  /// What makes it a task, where that is plain.
  package var edits: [TextEdit]
}

extension TasksDocument {
  /// The lines that are almost tasks, in order; linear in the bytes.
  package var almostTasks: [AlmostTask] {
    text.bytes.withView { AlmostTaskReader(document: self, bytes: $0).read() }
  }
}
