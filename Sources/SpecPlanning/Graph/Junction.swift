/// A point that edges pass through so that their number stays linear; it takes no time and no wave.
enum Junction: Sendable, Hashable {
  /// All leaves of a task with children.
  case groupEnd(task: Int)
  /// All leaves of one block of leaves, for long ranges and `All`; blocks have 2^level leaves.
  case block(level: Int, index: Int)
  /// What one reference of a task with children waits for.
  case reference(number: Int)
  /// The end of one declared wave and the start of the next.
  case wave(block: Int, number: Int)
  /// An optional task that is left out.
  case omitted(task: Int)
  /// The start of a feature's first tasks.
  case start
  /// The end of a feature's last tasks.
  case end
  /// The end of every feature of one layer.
  case layer(Int)
}
