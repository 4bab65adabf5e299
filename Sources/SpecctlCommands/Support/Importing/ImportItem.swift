import SpecModel
import SpecRendering
import SpecWorkspace

/// A feature that could be imported, and what would become of it.
struct ImportItem {
  enum State: Equatable {
    /// Its documents are to be written.
    case new
    /// It stands where it belongs; at most the registry has to learn of it.
    case inPlace
    /// The folder holds documents, with the same bytes or with others.
    case present(isSame: Bool)
    /// It cannot be imported, with the reason and what may be done.
    case impossible(String, help: String?)
  }

  var candidate: ImportCandidate
  /// The folder's name where it can be none of a feature.
  var name: String
  var result: FeatureImport
  var state: State
  /// Paths of what stands in the source's folder and is not carried over, folders with a slash.
  var left: [String] = []

  var folder: String {
    state == .inPlace ? candidate.directory : "\(ImportItem.place)/\(name)"
  }

  /// Whether the feature has its documents in `.claude/specs` once the import is done.
  var isThere: Bool {
    switch state {
    case .new, .inPlace, .present(isSame: true): true
    case .present(isSame: false), .impossible: false
    }
  }

  static let place = ".claude/specs"
}
