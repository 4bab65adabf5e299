/// A group of arguments, declared as properties with `@Argument`, `@Option`, `@Flag` and
/// `@OptionGroup`.
///
/// A value is made by parsing. What `init()` makes is a declaration only: reading a property of it
/// that has not been parsed stops the program.
package protocol ParsableArguments: Decodable, SendableMetatype {
  init()

  /// Checks what no single argument can; called after parsing, before the command runs.
  ///
  /// - Throws: ``ValidationError``, or any error whose description tells the fault.
  mutating func validate() throws
}

extension ParsableArguments {
  package mutating func validate() throws {}
}
