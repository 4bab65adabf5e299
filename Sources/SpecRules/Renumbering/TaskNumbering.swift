import SpecModel

/// New ids for the tasks of a document, which keep their places.
///
/// Tasks with the same beginning are counted together; where a task gets another number, what lies
/// below it follows.
struct TaskNumbering {
  /// What is wrong with the numbers as they are.
  enum Purpose {
    /// Numbers are missing or out of order: each group is counted anew from its lowest number.
    case sequence
    /// Numbers are used twice: the later task gets a free one, and those behind it move on.
    case distinct
  }

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
  init?(_ document: TasksDocument, for purpose: Purpose) {
    let tasks = document.tasks
    guard tasks.count <= 5000, tasks.allSatisfy(\.hasWrittenID) else { return nil }
    owners = Self.owners(document)
    var parts: [NumberedID] = []
    var families: [Family: [Int]] = [:]
    for index in tasks.indices {
      guard let part = NumberedID(tasks[index].id) else { return nil }
      parts.append(part)
      guard part.tail.isEmpty else { continue }
      let owner = owners[index]
      let known = owner.map { tasks[$0].id.utf8.count } ?? 0
      let front = Substring(part.front.utf8.dropFirst(known))
      families[Family(owner: owner, front: front), default: []].append(index)
    }
    var values = parts.map(\.value)
    for members in families.values {
      let old = members.map { parts[$0].value }
      let new = purpose == .sequence ? Self.counted(old) : Self.distinct(old)
      for (index, value) in zip(members, new) { values[index] = value }
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
    let moved = Set(tasks.indices.filter { values[$0] != parts[$0].value }.map { tasks[$0].id })
    // `52a` belongs to 52, and where that goes only a person can say whether `52a` follows.
    for index in tasks.indices where !parts[index].tail.isEmpty {
      guard !moved.contains(String(tasks[index].id.dropLast(parts[index].tail.count))) else {
        return nil
      }
    }
    guard ids != tasks.map(\.id), Set(ids).count == ids.count else { return nil }
  }

  /// The numbers from the lowest one on, one by one.
  private static func counted(_ values: [Int]) -> [Int] {
    let first = values.min() ?? 1
    return values.indices.map { first + $0 }
  }

  /// Numbers of which none is there twice: those behind a repeated one move on where the order is
  /// right otherwise; else the repeated ones come behind the highest.
  private static func distinct(_ values: [Int]) -> [Int] {
    guard Set(values).count < values.count else { return values }
    if zip(values, values.dropFirst()).allSatisfy({ $0 <= $1 }) {
      var last = Int.min
      return values.map { value in
        last = last == Int.min ? value : max(value, last + 1)
        return last
      }
    }
    var seen: Set<Int> = []
    var highest = values.max() ?? 0
    return values.map { value in
      if seen.insert(value).inserted { return value }
      highest += 1
      return highest
    }
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
