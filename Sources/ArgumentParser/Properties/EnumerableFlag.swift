/// A type of which every case is a flag of its own, such as `--quiet` and `--verbose`.
package protocol EnumerableFlag: CaseIterable, Equatable, SendableMetatype {
  /// The names of the flag for a case; the default is the case's own name.
  static func name(for value: Self) -> NameSpecification

  /// The help of the flag for a case; the default is that of the property.
  static func help(for value: Self) -> ArgumentHelp?
}

extension EnumerableFlag {
  package static func name(for value: Self) -> NameSpecification { .long }
  package static func help(for value: Self) -> ArgumentHelp? { nil }
}
