import SpecModel

/// New ids for the tasks of a document, which keep their places.
///
/// Tasks with the same beginning are counted together; where a task gets another number, what lies
/// below it follows.
struct TaskNumbering {
  /// The new id of each task.
  private(set) var ids: [String]
  /// For each task the one that its id continues, as it is meant: of several with the same id the
  /// nearest one above.
  let owners: [Int?]

  private struct Family: Hashable {
    var owner: Int?
    var front: Substring
  }

  /// `nil` where nothing changes, or where an id cannot be taken apart.
  init?(_ document: TasksDocument, for purpose: NumberingPurpose) {
    let tasks = document.tasks
    guard tasks.count <= 5000, tasks.allSatisfy(\.hasWrittenID) else { return nil }
    owners = Self.owners(document)
    var parts: [NumberedID] = []
    var families: [Family: [Int]] = [:]
    for index in tasks.indices {
      guard let part = NumberedID(tasks[index].id) else { return nil }
      parts.append(part)
      let owner = owners[index]
      let known = owner.map { tasks[$0].id.utf8.count } ?? 0
      let front = Substring(part.front.utf8.dropFirst(known))
      families[Family(owner: owner, front: front), default: []].append(index)
    }
    var values = parts.map(\.value)
    for members in families.values {
      let counted = members.filter { parts[$0].tail.isEmpty }
      let split = Set(members.filter { !parts[$0].tail.isEmpty }.map { parts[$0].value })
      // A number that is there as `9a` and `9b` only is none to close a gap with.
      guard split.isEmpty || purpose == .distinct else { return nil }
      for (index, value) in zip(counted, purpose.renumbered(counted.map { parts[$0].value }))
      where value != parts[index].value {
        // `9a` belongs to 9, and where that goes only a person can say whether `9a` follows.
        guard !split.contains(value), !split.contains(parts[index].value) else { return nil }
        values[index] = value
      }
    }
    ids = tasks.map(\.id)
    // What continues an id is longer than it.
    for index in tasks.indices.sorted(by: {
      (tasks[$0].id.utf8.count, $0) < (tasks[$1].id.utf8.count, $1)
    }) {
      let part = parts[index]
      let owner = owners[index]
      let known = owner.map { tasks[$0].id.utf8.count } ?? 0
      let front = (owner.map { ids[$0] } ?? "") + Substring(part.front.utf8.dropFirst(known))
      ids[index] = front + part.written(values[index]) + part.tail
    }
    guard ids != tasks.map(\.id), Set(ids).count == ids.count else { return nil }
  }

  private static func owners(_ document: TasksDocument) -> [Int?] {
    var latest: [Substring: Int] = [:]
    return document.tasks.indices.map { index in
      let id = document.tasks[index].id
      defer { latest[id[...]] = index }
      var rest = id[...]
      while let cut = rest.utf8.lastIndex(where: {
        $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
      }) {
        rest = rest[..<cut]
        if let owner = latest[rest] ?? document.firstByID[String(rest)], owner != index {
          return owner
        }
      }
      return nil
    }
  }
}
