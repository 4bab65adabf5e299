package import Diagnostics
package import SpecModel

extension Profile {
  /// The rules whose severity is another in features of the profile, unless the configuration sets it.
  ///
  /// They ask for what the tool of the profile writes by itself, so that its absence means something.
  package var severities: [String: Severity] {
    switch self {
    case .kiro: ["missing-design-section": .note]
    case .specWorkflow: ["incomplete-prompt": .note]
    case .specctl, .claude, .ccSdd, .specKit, .openSpec: [:]
    }
  }
}
