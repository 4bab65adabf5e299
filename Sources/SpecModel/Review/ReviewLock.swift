package import Diagnostics
import YAMLSyntax

/// What was reviewed: the fingerprint of each item, and of what tasks and properties cited then.
///
/// Kept in `.specctl.lock.yaml` with a line for each item, sorted, so that changes on two branches
/// seldom meet.
package struct ReviewLock: Sendable {
  /// The file, relative to the root.
  package static let path = ".specctl.lock.yaml"
  private static let version = 1

  /// What was known of one item when it was reviewed.
  package struct Entry: Sendable, Hashable {
    package var fingerprint: ReviewFingerprint
    /// The fingerprints of what it cited, by name.
    package var cited: [String: ReviewFingerprint] = [:]
  }

  package let file: SourceFile
  /// By the directory of the feature, then by the name of the item.
  package var features: [String: [String: Entry]] = [:]
  /// What keeps the file from being read.
  package private(set) var problems: [DocumentProblem] = []

  /// A lock that knows of nothing.
  package init() {
    file = SourceFile(path: Self.path, bytes: [])
  }

  /// Reads a lock; never fails, and passes over items without a fingerprint.
  package init(reading file: SourceFile) {
    self.file = file
    do {
      let stream = try YAMLStream(parsing: file.bytes)
      guard let root = stream.root else { return }
      guard root["version"]?.int == Self.version else {
        problems.append(
          DocumentProblem(
            .unreadable, "the version of the lock file is not \(Self.version)",
            at: root["version"]?.range ?? Range(0, 0),
            help: "a newer specctl may have written it"))
        return
      }
      for feature in root["features"]?.entries ?? [] {
        guard let directory = feature.key.string else { continue }
        features[directory] = Self.items(feature.value)
      }
    } catch {
      problems.append(DocumentProblem(.unreadable, error.message, at: error.range))
    }
  }

  private static func items(_ node: YAMLNode) -> [String: Entry] {
    var items: [String: Entry] = [:]
    for item in node.entries {
      guard let name = item.key.string,
        let text = item.value.string ?? item.value["text"]?.string,
        let fingerprint = ReviewFingerprint(written: text)
      else { continue }
      var entry = Entry(fingerprint: fingerprint)
      for cited in item.value["cited"]?.entries ?? [] {
        guard let name = cited.key.string, let text = cited.value.string,
          let fingerprint = ReviewFingerprint(written: text)
        else { continue }
        entry.cited[name] = fingerprint
      }
      items[name] = entry
    }
    return items
  }

  /// The file that says this; the same for the same reviews.
  package var text: String {
    var text = """
      # What was reviewed, by fingerprint. Written by: specctl review
      version: \(Self.version)
      features:

      """
    if features.isEmpty { return String(text.dropLast()) + " {}\n" }
    for (directory, items) in features.sorted(by: { $0.key < $1.key }) {
      text += "  \(Self.quoted(directory)):\n"
      for (name, entry) in items.sorted(by: { $0.key < $1.key }) {
        text += "    \(Self.quoted(name)): "
        if entry.cited.isEmpty {
          text += "\"\(entry.fingerprint)\"\n"
        } else {
          let cited = entry.cited.sorted { $0.key < $1.key }
            .map { "\(Self.quoted($0.key)): \"\($0.value)\"" }.joined(separator: ", ")
          text += "{text: \"\(entry.fingerprint)\", cited: {\(cited)}}\n"
        }
      }
    }
    return text
  }

  private static func quoted(_ text: String) -> String {
    YAMLText.quoted(text)
  }
}
