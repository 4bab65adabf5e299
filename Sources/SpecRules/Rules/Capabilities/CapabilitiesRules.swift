extension Rule {
  /// The rules about the settings of single capabilities.
  static let capabilitiesRules: [Rule] = []
}
