package import Diagnostics
package import SpecModel

extension Profile {
  /// The rules whose severity is another in features of the profile, unless the configuration sets it;
  /// `nil` where a rule is off.
  ///
  /// On are those that ask for what the tool of the profile writes by itself, so that its absence
  /// means something; off those that speak against what nearly everybody writes with it.
  package var severities: [String: Severity?] {
    switch self {
    case .specctl, .claude, .specKit, .openSpec: [:]
    case .kiro: ["missing-design-section": .note]
    // The order of the tasks is that of the list, with '(P)' where it does not matter.
    case .ccSdd: ["no-dependencies": nil]
    // Tasks cite 'All' or names such as 'Performance' and know no dependencies, and designs name no
    // requirement.
    case .specWorkflow:
      [
        "incomplete-prompt": .note, "reference-to-all": nil, "words-as-reference": nil,
        "no-dependencies": nil, "design-names-no-requirement": nil,
      ]
    }
  }
}
