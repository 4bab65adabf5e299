package import Diagnostics
package import SpecModel
import SpecRules

/// Where everything in a workspace is defined and named.
///
/// After an edit only the features that changed are looked at again. Looking for a symbol takes time
/// in the occurrences of the documents that can name it.
package struct OccurrenceIndex: Sendable {
  private var features: [String: FeatureOccurrences] = [:]
  private var settings: SettingsOccurrences?
  private var surroundings: WorkspaceSurroundings?

  package init() {}

  /// Takes in a workspace as it is now.
  package mutating func update(_ workspace: Workspace) {
    var next: [String: FeatureOccurrences] = [:]
    for feature in workspace.features {
      if let known = features[feature.directory], known.feature.hasSameDocuments(as: feature) {
        next[feature.directory] = known
      } else {
        next[feature.directory] = FeatureOccurrences(feature)
      }
    }
    features = next
    let surroundings = WorkspaceSurroundings(workspace)
    if surroundings != self.surroundings {
      self.surroundings = surroundings
      settings = SettingsOccurrences(workspace)
    }
  }

  /// The occurrences in a document, in the order of places.
  package func occurrences(in path: String) -> [Occurrence] {
    if let found = settings?.byPath[path] { return found }
    for feature in features.values {
      if let found = feature.byPath[path] { return found }
    }
    return []
  }

  /// What is named at a place: the whole id rather than a part of it.
  package func occurrence(at offset: Offset, in path: String) -> Occurrence? {
    let here = occurrences(in: path).filter {
      $0.range.lowerBound <= offset && offset <= $0.range.upperBound
    }
    return here.min {
      ($0.role == .part ? 1 : 0, $0.range.length) < ($1.role == .part ? 1 : 0, $1.range.length)
    }
  }

  /// Every place at which a symbol is named, by path and place.
  package func occurrences(of symbol: Symbol) -> [Occurrence] {
    var found: [Occurrence] = []
    func look(_ lists: some Sequence<[Occurrence]>) {
      for list in lists { found += list.lazy.filter { $0.symbol == symbol } }
    }
    if let home = symbol.home {
      look(features[home].map { Array($0.byPath.values) } ?? [])
    } else {
      for feature in features.values { look(feature.byPath.values) }
      look(settings.map { Array($0.byPath.values) } ?? [])
    }
    return found.sorted { ($0.path, $0.range.lowerBound) < ($1.path, $1.range.lowerBound) }
  }
}
