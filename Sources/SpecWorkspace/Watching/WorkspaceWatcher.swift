/// Tells what changes in the documents of a workspace, as it happens.
///
/// A document counts as changed when it has been written and closed, moved or removed, so nobody
/// sees half of one. Documents that links lead to elsewhere are seen where the link itself, not
/// what it leads to, changes. Linux only: it stands on `inotify`.
package struct WorkspaceWatcher: ~Copyable {
  private let root: String
  private let places = WatchedPlaces()
  private let queue: NotificationQueue
  /// The paths of each watched directory by its number: several where links lead to it.
  private var paths: [Int32: Set<String>] = [:]
  private var numbers: [String: Int32] = [:]

  /// How long the system has to be quiet, and how long at most is waited for that, in milliseconds:
  /// what is saved together is told together.
  private static let quiet: Int32 = 4
  private static let patience = 5

  /// A watcher of a workspace by its absolute root.
  private init(root: String) throws(FileError) {
    self.root = root
    queue = try NotificationQueue()
  }

  /// Begins to watch a workspace by its absolute root; fails where that is gone, or where the system
  /// watches no more.
  package static func watching(root: String) throws(FileError) -> WorkspaceWatcher {
    var watcher = try WorkspaceWatcher(root: root)
    for directory in watcher.places.beginnings {
      try watcher.watch(directory, required: directory.isEmpty)
    }
    return watcher
  }

  /// How many directories are watched.
  package var count: Int { paths.count }

  /// Watches further directories, such as those of features that stand elsewhere.
  package mutating func watch(_ directories: [String]) throws(FileError) {
    for directory in directories where numbers[directory] == nil {
      try add(directory, required: false)
    }
  }

  /// Waits until documents have changed; `nil` once the descriptor of the one who wants to know has
  /// nobody at its other end.
  package mutating func next(
    unlessDeserted reader: Int32? = nil
  ) throws(FileError) -> WorkspaceChange? {
    var change = WorkspaceChange()
    while true {
      guard queue.wait(unlessDeserted: reader) != .deserted else { return nil }
      for _ in 0..<Self.patience {
        for event in try queue.events() { try take(event, into: &change) }
        if queue.wait(Self.quiet) == .timedOut { break }
      }
      if !change.isEmpty { return change }
    }
  }

  private mutating func take(
    _ event: NotificationQueue.Event, into change: inout WorkspaceChange
  ) throws(FileError) {
    if event.isOverflow {
      change.isUncertain = true
      return
    }
    guard let directories = paths[event.watch] else { return }
    if event.isEnd {
      paths[event.watch] = nil
      for directory in directories {
        numbers[directory] = nil
        if directory.isEmpty { throw .missing }
      }
      return
    }
    guard let name = event.name, !name.isEmpty else { return }
    for directory in directories.sorted(by: ByteOrder.precedes) {
      let path = RelativePath.join(directory, name)
      let isNamed = numbers[directory] != nil && !places.holds(directory: directory)
      guard isNamed || places.concern(path) else { continue }
      let wasDirectory = numbers[path] != nil
      if event.isDeparture { forget(path) }
      // What is made in a directory before it is watched is not told by itself.
      if event.isArrival { try watch(path, required: false) }
      if event.isOfDirectory || wasDirectory || numbers[path] != nil
        || WatchedPlaces.isDocument(path)
      {
        change.paths.insert(path)
      }
    }
  }

  /// Watches a directory and those in it that count.
  private mutating func watch(_ directory: String, required: Bool) throws(FileError) {
    var waiting = [directory]
    while let next = waiting.popLast() {
      guard places.holds(directory: next), numbers[next] == nil else { continue }
      guard try add(next, required: required && next == directory) else { continue }
      waiting += subdirectories(of: next)
    }
  }

  /// Watches a directory; `false` where there is none.
  @discardableResult
  private mutating func add(_ directory: String, required: Bool) throws(FileError) -> Bool {
    do throws(FileError) {
      let number = try queue.add(directory.isEmpty ? root : "\(root)/\(directory)")
      paths[number, default: []].insert(directory)
      numbers[directory] = number
      return true
    } catch {
      switch error {
      case .missing, .isNoDirectory:
        if required { throw error }
        return false
      default: throw error
      }
    }
  }

  private mutating func forget(_ directory: String) {
    for (path, number) in numbers where RelativePath.contains(directory, path) {
      numbers[path] = nil
      paths[number]?.remove(path)
      if paths[number]?.isEmpty ?? false {
        paths[number] = nil
        queue.remove(number)
      }
    }
  }

  /// The directories in a directory, links to directories among them.
  private func subdirectories(of directory: String) -> [String] {
    // What cannot be listed is reported by the reader.
    guard let source = try? DiskSource(root: root), let entries = try? source.list(directory) else {
      return []
    }
    return entries.filter { $0.kind == .directory }
      .map { RelativePath.join(directory, $0.name) }
  }
}
