package import Diagnostics

/// A block that lists task ids wave by wave, as Kiro writes it.
package struct DeclaredWaves: Sendable {
  /// One wave as it is written: `{ "id": 0, "tasks": ["1.1"] }`, or a list alone.
  package struct Entry: Sendable {
    /// In the order written; their ranges include quotes.
    package var tasks: [Located<String>]
    /// What is written below `id` or `wave`.
    package var number: Located<Int>?
    /// The list of tasks with its brackets.
    package var list: Range<Offset>?
    /// All of the entry, with its brackets.
    package var range: Range<Offset>
    /// Whether there are keys besides the number and the tasks.
    package var hasOtherKeys = false
  }

  /// In the order written.
  package var entries: [Entry]
  /// The lines between the fences.
  package var range: Range<Offset>
  /// What kept the block from being read; there are no entries then.
  package var fault: Located<String>?

  /// The ids of each wave in the order written.
  package var waves: [[Located<String>]] { entries.map(\.tasks) }
}
