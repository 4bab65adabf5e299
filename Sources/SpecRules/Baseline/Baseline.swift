package import Diagnostics
import YAMLSyntax

/// The findings that a team knows of and has put off, so that only new ones count.
///
/// Written as YAML with a line for each, sorted by path, rule and fingerprint, so that two people who
/// change it on two branches seldom meet. The fingerprints (`FindingFingerprint`) stay when lines
/// move; rule and path stand there for people.
package struct Baseline: Sendable {
  /// What kept a file from being read as a baseline.
  package struct Fault: Error {
    /// A phrase.
    package var message: String
    /// Where in the file; `nil` where something is missing from the whole.
    package var range: Range<Offset>?
  }

  /// How often each digest is known.
  private var counts: [String: Int] = [:]
  private static let version = 1

  /// How many findings are known.
  package var count: Int { counts.values.reduce(0, +) }

  package init() {}

  /// Reads what `text(of:)` writes.
  package init(reading bytes: [UInt8]) throws(Fault) {
    let stream: YAMLStream
    do {
      stream = try YAMLStream(parsing: bytes)
    } catch {
      throw Fault(message: error.message, range: error.range)
    }
    guard let root = stream.root, let version = root["version"] else {
      throw Fault(message: "it has no 'version'", range: nil)
    }
    guard version.int == Self.version else {
      throw Fault(
        message: "its version is not \(Self.version)", range: version.range)
    }
    for entry in root["findings"]?.elements ?? [] {
      guard let id = entry["id"]?.string else {
        throw Fault(message: "an entry has no 'id'", range: entry.range)
      }
      counts[String(id.prefix { $0 != ":" }), default: 0] += 1
    }
  }

  /// The baseline of an outcome, for a file.
  package static func text(of outcome: Outcome) -> String {
    var text = """
      # Findings that are known and put off. Rewrite it: specctl validate --update-baseline
      version: \(version)
      findings:

      """
    let prints = FindingFingerprint.all(of: outcome)
    let lines = zip(outcome.findings, prints).map { finding, print in
      (finding.path, finding.rule, print.description)
    }.sorted { $0 < $1 }
    if lines.isEmpty { text = String(text.dropLast()) + " []\n" }
    for (path, rule, print) in lines {
      text += "  - {id: \"\(print)\", rule: \(rule), path: \(YAMLText.quoted(path))}\n"
    }
    return text
  }

  /// Takes the known findings out of an outcome and says of how many known ones there is no trace.
  ///
  /// Of several findings with the same digest, the first ones are the known ones.
  package func hide(in outcome: inout Outcome) -> Int {
    var left = counts
    let prints = FindingFingerprint.all(of: outcome)
    var kept: [Finding] = []
    kept.reserveCapacity(outcome.findings.count)
    for (finding, print) in zip(outcome.findings, prints) {
      if let count = left[print.digest], count > 0 {
        left[print.digest] = count - 1
      } else {
        kept.append(finding)
      }
    }
    outcome.baselinedCount += outcome.findings.count - kept.count
    outcome.findings = kept
    return left.values.reduce(0, +)
  }
}
