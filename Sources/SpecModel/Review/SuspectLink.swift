import Diagnostics

/// A citation of something that was changed after the one who cites was reviewed.
package struct SuspectLink: Sendable {
  /// What became of the cited text.
  package enum Change: Sendable, Hashable {
    /// The text is another one.
    case changed
    /// The text that was reviewed now has another name.
    case renumbered(to: String)
  }

  /// The task or property.
  package var item: ReviewItem
  package var citation: ReviewItem.Citation
  /// What is cited, as it is now.
  package var cited: ReviewItem
  package var change: Change
}

extension FeatureReview {
  /// The links that are suspect by what was reviewed, in the order of the items.
  ///
  /// A link that was made since then is not: whoever made it knew the text.
  package func suspects(by entries: [String: ReviewLock.Entry]) -> [SuspectLink] {
    guard !entries.isEmpty else { return [] }
    var names: [ReviewFingerprint: String]?
    var suspects: [SuspectLink] = []
    for item in items {
      guard !item.citations.isEmpty, let entry = entries[item.name] else { continue }
      for citation in item.citations {
        guard let reviewed = entry.cited[citation.name], let cited = self.item(citation.name),
          cited.fingerprint != reviewed
        else { continue }
        let byFingerprint = names ?? namesByFingerprint
        names = byFingerprint
        let change: SuspectLink.Change =
          if let now = byFingerprint[reviewed], now.prefix(4) == citation.name.prefix(4) {
            .renumbered(to: now)
          } else {
            .changed
          }
        suspects.append(
          SuspectLink(item: item, citation: citation, cited: cited, change: change))
      }
    }
    return suspects
  }

  private var namesByFingerprint: [ReviewFingerprint: String] {
    Dictionary(
      items.filter { $0.kind == .requirement || $0.kind == .criterion }
        .map { ($0.fingerprint, $0.name) }
    ) { first, _ in first }
  }

  /// What the lock says once items were reviewed as they are now.
  ///
  /// Items that are no more are dropped; of those that `isReviewed` leaves out, what is known of them
  /// stays, and new ones stay unknown.
  package func entries(
    after entries: [String: ReviewLock.Entry],
    isReviewed: (ReviewItem, ReviewItem.Citation?) -> Bool
  ) -> [String: ReviewLock.Entry] {
    var result: [String: ReviewLock.Entry] = [:]
    for item in items {
      let known = entries[item.name]
      guard
        isReviewed(item, nil) || known != nil
          || item.citations.contains(where: { isReviewed(item, $0) })
      else { continue }
      var entry = ReviewLock.Entry(
        fingerprint: isReviewed(item, nil)
          ? item.fingerprint : known?.fingerprint ?? item.fingerprint)
      for citation in item.citations {
        guard let cited = self.item(citation.name) else { continue }
        if isReviewed(item, nil) || isReviewed(item, citation) {
          entry.cited[citation.name] = cited.fingerprint
        } else {
          entry.cited[citation.name] = known?.cited[citation.name]
        }
      }
      result[item.name] = entry
    }
    return result
  }
}
