internal import Glibc
import Synchronization

/// Work on many items by a few tasks at once.
enum BoundedTasks {
  /// The number of processors that can work now.
  static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// What `work` makes of each item, in the order of the items whatever was done first.
  static func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], workers: Int, _ work: @escaping @Sendable (Item) -> Result
  ) async -> [Result] {
    let workers = min(workers, items.count / itemsWorthATask + 1)
    guard workers > 1 else { return items.map(work) }
    let next = NextIndex()
    return await withTaskGroup(of: [(index: Int, result: Result)].self) { group in
      for _ in 0..<workers {
        group.addTask {
          var results: [(index: Int, result: Result)] = []
          while let index = next.take(below: items.count) {
            results.append((index, work(items[index])))
          }
          return results
        }
      }
      var ordered = [Result?](repeating: nil, count: items.count)
      for await results in group {
        for (index, result) in results { ordered[index] = result }
      }
      return ordered.compactMap { $0 }
    }
  }

  /// Starting a task costs about as much as reading this many small files.
  private static let itemsWorthATask = 4
}

/// The index of the item to work on next, handed out once.
private final class NextIndex: Sendable {
  private let next = Atomic(0)

  func take(below count: Int) -> Int? {
    let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
    return index < count ? index : nil
  }
}
