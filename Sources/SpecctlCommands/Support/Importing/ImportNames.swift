import SpecRendering
import SpecWorkspace

/// The names that features get in `.claude/specs`.
enum ImportNames {
  /// A name for each candidate, or why it has none, in their order.
  ///
  /// `001-photo-albums` becomes `photo-albums`. Where two would be called the same, both keep what
  /// tells them apart: the number, or the folder around them; of what is done with the name says so.
  static func names(
    for candidates: [ImportCandidate]
  ) -> [Result<FeatureName, FeatureNameError>] {
    var counts: [String: Int] = [:]
    for candidate in candidates { counts[short(candidate), default: 0] += 1 }
    var taken: Set<String> = []
    return candidates.map { candidate in
      let wanted = short(candidate)
      let text = counts[wanted] ?? 0 > 1 || taken.contains(wanted) ? long(candidate) : wanted
      let name = name(text)
      guard case .success(let found) = name else { return name }
      guard taken.insert(found.text).inserted else {
        return .failure(FeatureNameError(name: found.text, fault: .taken))
      }
      return name
    }
  }

  /// The name itself, or the one made of its words where that loses no letter.
  static func name(_ text: String) -> Result<FeatureName, FeatureNameError> {
    do throws(FeatureNameError) {
      return .success(try FeatureName(text))
    } catch {
      guard error.fault == .notKebabCase, let suggestion = error.suggestion,
        let name = try? FeatureName(suggestion)
      else { return .failure(error) }
      return .success(name)
    }
  }

  /// The folder's name, without the number that Spec Kit puts in front.
  private static func short(_ candidate: ImportCandidate) -> String {
    guard candidate.source == .specKit else { return candidate.name }
    var parts = candidate.name.split(separator: "-")[...]
    while let first = parts.first, parts.count > 1, first.utf8.count >= 3,
      first.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    {
      parts = parts.dropFirst()
    }
    return parts.joined(separator: "-")
  }

  private static func long(_ candidate: ImportCandidate) -> String {
    if candidate.isArchived { return candidate.name + "-archived" }
    switch candidate.content {
    case .specKit: return candidate.name
    case .capability: return candidate.name + "-spec"
    case .change: return candidate.name
    case .documents:
      let folder = RelativePath.split(RelativePath.split(candidate.directory).directory).name
      return folder == "specs" ? candidate.name : "\(folder)-\(candidate.name)"
    }
  }
}
