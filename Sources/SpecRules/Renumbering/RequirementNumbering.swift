import SpecModel

/// New numbers for the requirements of a document, which keep their places.
struct RequirementNumbering {
  struct Change {
    var old: Int
    /// With as many digits at least as the old one.
    var new: String
    var id: String
  }

  /// By index; requirements that keep their number are not here.
  private(set) var changes: [Int: Change] = [:]

  /// `nil` where nothing changes, or where ids are built in a way that does not allow it.
  init?(_ document: RequirementsDocument, for purpose: NumberingPurpose) {
    let requirements = document.requirements
    guard requirements.count <= 5000,
      requirements.allSatisfy({ $0.lastOfSeveral == nil && $0.parent == nil })
    else { return nil }
    var families: [Substring: [(index: Int, part: NumberedID)]] = [:]
    for index in requirements.indices where !requirements[index].isSecondary {
      let id = requirements[index].id
      // `FR-1.2` may be a part of something that is numbered itself.
      guard let part = NumberedID(id), part.tail.isEmpty,
        !part.front.utf8.contains(where: { $0 &- 0x30 < 10 })
      else { return nil }
      families[part.front, default: []].append((index, part))
    }
    for (front, members) in families {
      let new = purpose.renumbered(members.map(\.part.value))
      for (member, value) in zip(members, new) where value != member.part.value {
        let written = member.part.written(value)
        changes[member.index] = Change(
          old: member.part.value, new: written, id: front + written)
      }
    }
    guard !changes.isEmpty else { return nil }
    let ids = requirements.indices.filter { !requirements[$0].isSecondary }.map {
      changes[$0]?.id ?? requirements[$0].id
    }
    guard Set(ids).count == ids.count else { return nil }
  }
}
