import SpecModel

/// What somebody says was reviewed: everything, features, or single items.
struct ReviewSelection {
  private var isAll: Bool
  private var directories: Set<String> = []
  /// The names of items, such as `task 2.1`, by the directory of their feature.
  private var names: [String: Set<String>] = [:]

  /// Fails for a feature or an item that there is not.
  init(_ words: [String], all: Bool, in session: Session) throws {
    isAll = all
    for word in words {
      guard let slash = word.lastIndex(of: "/") else {
        directories.insert(try session.feature(word).directory)
        continue
      }
      let feature = try session.feature(String(word[..<slash]))
      let id = String(word[word.index(after: slash)...])
      guard let name = Self.name(id, in: FeatureReview(feature)) else {
        throw CommandFailure(
          "feature '\(feature.name)' has no task, property, requirement or criterion '\(id)'",
          help: "'specctl show \(feature.name)' lists them")
      }
      names[feature.directory, default: []].insert(name)
    }
  }

  /// The item that an id means: the task, if there is one of that id, else what else has it;
  /// `criterion-1.2` says which.
  private static func name(_ id: String, in review: FeatureReview) -> String? {
    for kind in [ReviewItem.Kind.task, .property, .criterion, .requirement] {
      if review.item("\(kind.rawValue) \(id)") != nil { return "\(kind.rawValue) \(id)" }
      let prefix = "\(kind.rawValue)-"
      if id.hasPrefix(prefix) {
        let name = "\(kind.rawValue) \(id.dropFirst(prefix.count))"
        return review.item(name) == nil ? nil : name
      }
    }
    return nil
  }

  func includes(_ directory: String) -> Bool {
    isAll || directories.contains(directory) || names[directory] != nil
  }

  /// Whether an item was reviewed, or one citation of it: of an item that was named, and of all that
  /// cite what was named.
  func includes(
    _ item: ReviewItem, citing citation: ReviewItem.Citation?, in directory: String
  ) -> Bool {
    if isAll || directories.contains(directory) { return true }
    guard let named = names[directory] else { return false }
    return named.contains(item.name) || citation.map { named.contains($0.name) } ?? false
  }
}
