/// A kind of task, by what it is to change.
package enum TaskType: String, Sendable, Hashable, CaseIterable {
  /// Something new.
  case implement
  /// Something that does not work.
  case debug
  /// The form of the code and not what it does.
  case refactor
  /// Nothing: something is to be found out.
  case analyze
  /// How fast it is, or how much it takes.
  case optimize
  /// None of the others.
  case general
}
