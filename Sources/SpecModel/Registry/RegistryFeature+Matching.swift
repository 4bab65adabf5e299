import Diagnostics

extension [RegistryFeature] {
  /// The numbers of the entries that features have: the one of a feature's name, else the one that says it is in
  /// its folder.
  ///
  /// Of several entries with one name or folder the first counts; `nil` for a feature that is not registered.
  package func entries(of features: [Feature]) -> [Int?] {
    let byName = Dictionary(indices.map { (self[$0].name.value, $0) }) { first, _ in first }
    var byFolder: [Substring: Int] = [:]
    for (number, entry) in enumerated() {
      guard var folder = entry.specsLocation?.value[...] else { continue }
      while folder.last == "/" { folder.removeLast() }
      if byFolder[folder] == nil { byFolder[folder] = number }
    }
    return features.map { byName[$0.name] ?? byFolder[$0.directory[...]] }
  }

  /// The entry of one feature; `nil` where it is not registered.
  package func entry(of feature: Feature) -> RegistryFeature? {
    entries(of: [feature])[0].map { self[$0] }
  }
}
