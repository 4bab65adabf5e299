/// One time that an argument was given.
struct Occurrence: Sendable {
  /// The value; empty for a flag.
  var text: String
  /// Which of a flag's values was given, as an index into the definition's variants.
  var variant = 0
}
