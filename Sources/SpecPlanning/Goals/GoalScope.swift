import Diagnostics
package import SpecModel

/// Which features a goal is about, and what says so.
package struct GoalScope: Sendable {
  /// What speaks for a feature, and how much.
  package struct Evidence: Sendable, Hashable {
    /// A phrase: `its name`, `'basket.py' is src/basket.py of task 1`.
    package var phrase: String
    /// From 1 to 10.
    package var score: Int
    /// Whether it names the feature, and not only something that it shares words with.
    package var isPlain: Bool
  }

  /// A feature with all that speaks for it, the weightiest first.
  package struct Match: Sendable, Hashable {
    /// The name of its folder, or the one that was named elsewhere.
    package var feature: String
    package var evidence: [Evidence]

    /// The sum over all evidence.
    package var score: Int { evidence.reduce(0) { $0 + $1.score } }
  }

  /// The features that the goal names, the one with the most weight first.
  package let features: [Match]
  /// Those that it only shares words with, likewise.
  package let candidates: [Match]

  /// Reads what a goal says of the features of a workspace.
  ///
  /// Takes time with the length of the goal, the names and files of all features, and the product of
  /// the files with the paths in the goal.
  package init(_ goal: String, in workspace: Workspace) {
    let search = GoalScopeSearch(GoalText(goal), in: workspace)
    let matches = search.matches().sorted { ($1.score, $0.feature) < ($0.score, $1.feature) }
    let plain = matches.filter { $0.evidence.contains(where: \.isPlain) }
    if plain.isEmpty, workspace.features.count == 1, !search.excludes(0) {
      let only = Evidence(phrase: "there is no other feature", score: 1, isPlain: true)
      features = [Match(feature: workspace.features[0].name, evidence: [only])]
      candidates = []
      return
    }
    features = plain
    candidates = matches.filter { !$0.evidence.contains(where: \.isPlain) }
  }

  /// The scope of features that were named elsewhere.
  package init(named features: [String]) {
    self.features = features.map {
      Match(
        feature: $0, evidence: [Evidence(phrase: "named in the command", score: 10, isPlain: true)])
    }
    candidates = []
  }
}
