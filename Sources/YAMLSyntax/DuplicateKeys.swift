import Diagnostics

/// The keys that come more than once in one mapping.
struct DuplicateKeys {
  private let entries: [YAMLEntry]
  /// For every entry that repeats an earlier one's key, the indices of both.
  private var repeats: [(first: Int, later: Int)] = []

  /// Compares keys by their text; keys that are collections, and merges, are never duplicates.
  init(_ entries: [YAMLEntry]) {
    self.entries = entries
    var seen: [String: Int] = [:]
    for (index, entry) in entries.enumerated() {
      guard case .scalar(let name) = entry.key.content else { continue }
      if let first = seen[name.text] {
        if !entry.isMerge { repeats.append((first, index)) }
      } else {
        seen[name.text] = index
      }
    }
  }

  var exist: Bool { !repeats.isEmpty }

  var problems: [YAMLProblem] {
    repeats.map { pair in
      let name = entries[pair.later].name
      return YAMLProblem(
        .duplicateKey(name, first: entries[pair.first].key.range),
        "the key '\(name.prefix(40))' is written twice in one mapping",
        at: entries[pair.later].key.range,
        help: "remove or rename one of the two; the first one counts")
    }
  }

  func withoutLater() -> [YAMLEntry] {
    let later = Set(repeats.map(\.later))
    return entries.indices.filter { !later.contains($0) }.map { entries[$0] }
  }
}
