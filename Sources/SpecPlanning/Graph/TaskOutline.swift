import Diagnostics
import SpecModel

/// The leaves of a task list and how its ids and groups lead to them.
struct TaskOutline {
  let document: TasksDocument
  /// The indices of the leaves in document order.
  private(set) var leaves: [Int] = []
  /// For each task how many leaves come before it; one more entry than there are tasks.
  private(set) var leavesBefore: [Int] = []
  private let index: TaskIndex?
  private var headings: [String: Range<Int>] = [:]

  /// The look-up of ids is only made for documents that say anything about dependencies.
  init(_ document: TasksDocument) {
    self.document = document
    let tasks = document.tasks
    leavesBefore.reserveCapacity(tasks.count + 1)
    leaves.reserveCapacity(tasks.count)
    for task in tasks.indices {
      leavesBefore.append(leaves.count)
      // The field is asked directly: a computed property of another module costs a copy of the task.
      if tasks[task].children.isEmpty { leaves.append(task) }
    }
    leavesBefore.append(leaves.count)
    guard document.declaresAnyDependency else {
      index = nil
      return
    }
    index = TaskIndex(document)
    for group in document.groups {
      guard let id = group.id, headings[id] == nil else { continue }
      headings[id] = group.tasks
    }
  }

  func isLeaf(_ task: Int) -> Bool { document.tasks[task].children.isEmpty }

  /// The position of a leaf among the leaves.
  func rank(_ leaf: Int) -> Int { leavesBefore[leaf] }

  func task(_ id: String) -> Int? { index?.task(id) }

  /// The leaves of the tasks in a range of indices, as positions among the leaves.
  func ranks(_ tasks: Range<Int>) -> Range<Int> {
    leavesBefore[tasks.lowerBound]..<leavesBefore[tasks.upperBound]
  }

  /// The positions of the leaves below the heading with a number.
  func heading(_ id: String) -> Range<Int>? { headings[id].map(ranks) }

  /// The positions of the leaves below a task, its own if it is one, in document order of their branches.
  func ranks(of task: Int) -> [Int] {
    guard !isLeaf(task) else { return [rank(task)] }
    var found: [Int] = []
    var pending = [task]
    while let next = pending.popLast() {
      let children = document.tasks[next].children
      if children.isEmpty { found.append(rank(next)) } else { pending += children.reversed() }
    }
    return found
  }

  /// The last leaf of the last branch below a task.
  func lastLeaf(of task: Int) -> Int {
    var task = task
    while let last = document.tasks[task].children.last { task = last }
    return task
  }

  /// Whether a task is another or stands above it.
  func contains(_ task: Int, _ other: Int) -> Bool {
    var current: Int? = other
    while let next = current {
      if next == task { return true }
      current = document.tasks[next].parent
    }
    return false
  }
}
