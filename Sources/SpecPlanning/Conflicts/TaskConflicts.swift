import Diagnostics
import SpecModel

/// Finds which tasks must take turns: those that name the same file and those that use the same resource.
struct TaskConflicts {
  private let settings: ConflictSettings
  private let words: ResourceWords
  private var files: FileConflicts
  private(set) var resources: ResourceNumbers
  /// For each resource the mentions in words and lines.
  private var uses: [[Mention]]
  /// For each number of a watched path the resources that it belongs to.
  private var watched: [Int: [Int]] = [:]

  init(_ settings: ConflictSettings, capacity: Int) {
    self.settings = settings
    words = ResourceWords(settings.resources)
    files = FileConflicts(capacity: capacity, ignoresCase: settings.ignoresCase)
    resources = ResourceNumbers(settings.resources)
    uses = [[Mention]](repeating: [], count: resources.names.count)
    for (place, resource) in settings.resources.enumerated() {
      for path in resource.files {
        // A pattern without a folder is one of names, in whatever folder.
        let pattern = path.value.utf8.contains(UInt8(ascii: "/")) ? path.value : "**/" + path.value
        for number in files.watch(pattern) {
          watched[number, default: []].append(resources.configured[place])
        }
      }
    }
  }

  /// Adds what a task touches; tasks must come in an order that keeps every edge there is.
  mutating func add(
    _ task: TaskItem, of document: TasksDocument, inherited: [Located<String>], position: Int,
    node: Int32
  ) {
    func mention(_ range: Range<Offset>) -> Mention {
      Mention(position: position, task: node, range: range)
    }
    for file in task.files { files.add(file.path, mention(file.range)) }
    // What a task says itself comes first, so that it is the place that is shown.
    for name in task.resources + inherited {
      use(resources.number(name.value), mention(name.range))
    }
    guard !words.isEmpty else { return }
    for found in words.uses(document.text.bytes, task.titleRange) {
      use(resources.configured[found.resource], mention(found.range))
    }
  }

  private mutating func use(_ resource: Int, _ mention: Mention) {
    while uses.count <= resource { uses.append([]) }
    if uses[resource].last?.task != mention.task { uses[resource].append(mention) }
  }

  /// Gives chains of waits from later tasks to earlier ones; `resource` is `nil` for files.
  func forEachWait(_ body: (_ earlier: Mention, _ later: Mention, _ resource: Int?) -> Void) {
    let found = files.found()
    found.forEachWait { body($0, $1, nil) }
    var byFiles = [[Mention]](repeating: [], count: uses.count)
    for (path, mentions) in found.touching(Set(watched.keys)) {
      for resource in watched[path] ?? [] { byFiles[resource] += mentions }
    }
    for resource in uses.indices {
      let touched = byFiles[resource].sorted(by: Mention.precedes)
      var earlier: Mention?
      for later in merged(uses[resource], touched) where later.task != earlier?.task {
        if let earlier { body(earlier, later, resource) }
        earlier = later
      }
    }
  }

  /// Both lists in rising order of position, of equal ones the first list's before the second's.
  private func merged(_ left: [Mention], _ right: [Mention]) -> [Mention] {
    guard !right.isEmpty else { return left }
    var merged: [Mention] = []
    merged.reserveCapacity(left.count + right.count)
    var next = right.startIndex
    for mention in left {
      while next < right.endIndex, right[next].position < mention.position {
        merged.append(right[next])
        next += 1
      }
      merged.append(mention)
    }
    return merged + right[next...]
  }
}
