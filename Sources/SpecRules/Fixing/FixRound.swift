package import Diagnostics

/// The fixes that can be made at once: as many as get along with each other.
///
/// A fix is made wholly, in all its documents, or not at all. Of two that touch, the one of the
/// earlier finding is made; the other comes up again in the next round, if it is still needed.
package struct FixRound: Sendable {
  /// What the fixes may do to the meaning of a document.
  package enum Permission: Sendable, Hashable {
    case safeOnly, unsafeToo

    func allows(_ safety: Fix.Safety) -> Bool {
      switch safety {
      case .safe: true
      case .unsafe: self == .unsafeToo
      case .displayOnly: false
      }
    }
  }

  /// The findings whose fixes are made, in their order.
  package private(set) var findings: [Finding] = []
  /// By path; the edits of a document do not overlap.
  package private(set) var edits: [String: [TextEdit]] = [:]

  package var isEmpty: Bool { findings.isEmpty }

  /// Chooses among the fixes of findings, in their order, at most `limit` of them.
  ///
  /// A fix that would change a document which is not included is left out.
  package init(
    _ candidates: [Finding], _ permission: Permission, limit: Int = .max,
    isIncluded: (String) -> Bool = { _ in true }
  ) {
    var occupied: [String: OccupiedRanges] = [:]
    for finding in candidates {
      guard findings.count < limit else { return }
      guard let fix = finding.fix, permission.allows(fix.safety) else { continue }
      let documents = fix.documents(of: finding.path)
      guard !documents.isEmpty, documents.allSatisfy({ isIncluded($0.path) }) else { continue }
      var new: [DocumentEdits] = []
      let fits = documents.allSatisfy { document in
        let ranges = occupied[document.path, default: OccupiedRanges()]
        var added = DocumentEdits(path: document.path, edits: [])
        for edit in document.edits {
          switch ranges.fit(edit) {
          case .free: added.edits.append(edit)
          case .same: continue
          case .taken: return false
          }
        }
        new.append(added)
        return true
      }
      guard fits else { continue }
      findings.append(finding)
      for document in new {
        for edit in document.edits {
          occupied[document.path, default: OccupiedRanges()].insert(edit)
          edits[document.path, default: []].append(edit)
        }
      }
    }
  }
}

extension Fix {
  /// Whether a run with the permission would make it.
  package func isMade(with permission: FixRound.Permission) -> Bool {
    permission.allows(safety)
  }
}
