import Diagnostics
import SpecModel
import SpecPlanning

/// Where in a documentation what stands in the documents is found.
struct SitePlaces: Sendable {
  /// The feature whose document a path is, by its number, and which of its documents.
  private var documents: [String: (feature: Int, kind: SiteDocumentKind)] = [:]
  /// The places of the elements of each document, in the order of the document.
  private var elements: [String: [(offset: Int, id: String)]] = [:]
  private var featurePaths: [String] = []
  private var featuresByName: [String: Int] = [:]
  private var agentsByName: [String: String] = [:]
  private var agentsByPath: [String: String] = [:]

  /// Gives each finding to its feature as well.
  init(_ contents: SiteContents, features: inout [SiteFeature]) {
    var byDirectory: [String: Int] = [:]
    for (number, feature) in features.enumerated() {
      featurePaths.append(feature.path + ".html")
      if featuresByName[feature.feature.name] == nil {
        featuresByName[feature.feature.name] = number
      }
      if !feature.isModule { byDirectory[feature.feature.directory] = number }
      for (kind, text) in feature.documents where documents[text.path] == nil {
        documents[text.path] = (number, kind)
        elements[text.path] = feature.anchors.places(in: kind)
      }
    }
    for entry in contents.usage.entries {
      let id = PageAnchor.id("agent-" + entry.name)
      agentsByName[entry.name] = id
      if let path = entry.path { agentsByPath[path] = id }
    }
    for (number, finding) in contents.outcome.findings.enumerated() {
      if let document = documents[finding.path] {
        features[document.feature].findings.append(number)
      } else if let directory = Self.directory(of: finding.path, among: byDirectory) {
        features[directory].findings.append(number)
      }
    }
  }

  private static func directory(of path: String, among folders: [String: Int]) -> Int? {
    if let found = folders[path] { return found }
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
    return folders[String(path[..<slash])]
  }

  /// The number of a feature.
  func feature(named name: String) -> Int? { featuresByName[name] }

  /// The page of a feature, from a page so many folders down.
  func address(ofFeature name: String, fromDepth depth: Int) -> String? {
    featuresByName[name].map { SiteAddress.page(featurePaths[$0], fromDepth: depth) }
  }

  func address(ofAgent name: String, fromDepth depth: Int) -> String? {
    agentsByName[name].map { SiteAddress.page("agents.html", $0, fromDepth: depth) }
  }

  /// Where a file is shown, or the part of it in which an offset lies; `nil` for files that are not.
  func address(ofFile path: String, at offset: Int? = nil, fromDepth depth: Int) -> String? {
    if let agent = agentsByPath[path] {
      return SiteAddress.page("agents.html", agent, fromDepth: depth)
    }
    guard let document = documents[path] else { return nil }
    var place = document.kind.rawValue
    if let offset, let elements = elements[path] {
      var (low, high) = (0, elements.count)
      while low < high {
        let middle = (low + high) / 2
        if elements[middle].offset <= offset { low = middle + 1 } else { high = middle }
      }
      if low > 0 { place = elements[low - 1].id }
    }
    return SiteAddress.page(featurePaths[document.feature], place, fromDepth: depth)
  }
}
