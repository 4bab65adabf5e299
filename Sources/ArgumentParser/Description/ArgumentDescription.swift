/// All that can be said about one argument of a command.
package struct ArgumentDescription: Hashable, Sendable {
  /// How an argument is written on a command line.
  package enum Kind: Hashable, Sendable {
    /// A name with a value.
    case option
    /// A name alone.
    case flag
    /// A value alone.
    case positional
  }

  package var kind: Kind
  /// In the order of declaration; empty for a positional argument.
  package var names: [Name]
  /// The names that turn a flag off.
  package var inverseNames: [Name] = []
  /// The word that stands for the value, without `<` and `>`; empty for a flag.
  package var valueName = ""
  /// Empty for an argument without help.
  package var abstract: String
  package var discussion = ""
  /// The default value as text, where there is one worth showing.
  package var defaultValue: String?
  /// All values that are allowed; empty when they cannot be listed.
  package var allValues: [String] = []
  package var completion: CompletionKind = .default
  /// Whether more than one may be given, which usage shows as `...`.
  package var isRepeatable = false
  /// Whether the argument may be left out.
  package var isOptional = true
  /// Whether usage, help and completions leave it out; it works all the same.
  package var isHidden = false
  /// The heading in help; empty for the general one.
  package var section = ""

  /// All names, with their dashes.
  package var spelledNames: [String] { (names + inverseNames).map(\.spelled) }
}
