package import SpecModel

/// A reference to a requirement that rules may have to say something about.
package struct RequirementLink: Sendable {
  /// The document that it stands in.
  package var path: String
  package var reference: Reference
  package var resolution: RequirementIndex.Resolution
}

extension RequirementLink {
  /// The references of a feature's tasks, then those of its design's properties, but for those that
  /// plainly name what there is: nearly all of them, and no rule asks about these.
  static func odd(
    in feature: Feature, _ index: RequirementIndex?, _ traceability: Traceability?
  ) -> [RequirementLink] {
    var links: [RequirementLink] = []
    if let traceability, let path = feature.tasks?.path {
      for link in traceability.oddLinks {
        links.append(
          RequirementLink(path: path, reference: link.reference, resolution: link.resolution))
      }
    }
    guard let index, let design = feature.design else { return links }
    for property in design.properties {
      for reference in property.validates where index.resolvePlain(reference) == nil {
        let resolution = index.resolve(reference)
        guard resolution.isOdd(for: reference) else { continue }
        links.append(
          RequirementLink(path: design.path, reference: reference, resolution: resolution))
      }
    }
    return links
  }
}
