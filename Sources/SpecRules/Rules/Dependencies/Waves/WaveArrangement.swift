import Diagnostics
import SpecModel

/// A block of waves held against the dependency lines of the same task list.
struct WaveArrangement {
  /// A task that stands no later than one that it waits for.
  struct Contradiction {
    var task: Located<String>
    var dependency: Located<String>
    /// Whether both stand in the same wave.
    var isSameWave: Bool
    /// The dependency line's reference.
    var reference: Range<Offset>
  }

  /// In the order of the waves.
  private(set) var contradictions: [Contradiction] = []
  /// The tasks that could be in a wave and are in none, in document order.
  private(set) var missing: [Int] = []

  private let block: DeclaredWaves
  private let document: TasksDocument
  /// The ids of the block, flat, each with its wave.
  private let elements: [(id: Located<String>, wave: Int)]
  /// The element that names a leaf, itself or by a group above it.
  private var elementOfLeaf: [Int: Int] = [:]
  /// Which element waits for which.
  private var waits: [(later: Int, earlier: Int, reference: Range<Offset>)] = []

  /// More pairs than this are not looked at: no document that people write has them.
  private static let effortLimit = 500_000

  init(_ block: DeclaredWaves, in document: TasksDocument, _ index: TaskIndex) {
    self.block = block
    self.document = document
    elements = block.waves.enumerated().flatMap { wave, ids in ids.map { ($0, wave) } }
    for (position, element) in elements.enumerated() {
      guard let task = index.task(element.id.value) else { continue }
      for leaf in index.leaves(of: task) where elementOfLeaf[leaf] == nil {
        elementOfLeaf[leaf] = position
      }
    }
    collectWaits(index)
    findContradictions()
    missing = document.tasks.indices.filter { task in
      document.tasks[task].isLeaf && elementOfLeaf[task] == nil
        && !Self.isCheckpoint(document.tasks[task])
    }
  }

  /// Kiro leaves tasks out that only say "make sure that everything passes".
  private static func isCheckpoint(_ task: TaskItem) -> Bool {
    let title = task.title.lowercased()
    return ["checkpoint", "检查点", "チェックポイント", "验证点"].contains { title.contains($0) }
  }

  private mutating func collectWaits(_ index: TaskIndex) {
    var effort = 0
    for position in document.tasks.indices {
      let task = document.tasks[position]
      guard !task.dependencies.isEmpty || !task.inlineDependencies.isEmpty else { continue }
      let later = Set(index.leaves(of: position).compactMap { elementOfLeaf[$0] })
      for reference in [task.dependencies, task.inlineDependencies].joined() {
        // `All` is a way to say "last" and not a list that somebody checked.
        if case .all = reference.kind { continue }
        guard case .tasks(let targets) = index.resolve(reference, at: position) else { continue }
        let earlier = Set(targets.compactMap { elementOfLeaf[$0] })
        effort += later.count * earlier.count
        guard effort < Self.effortLimit else { return }
        for element in later.sorted() {
          for other in earlier.sorted() where other != element {
            waits.append((element, other, reference.range))
          }
        }
      }
    }
  }

  private mutating func findContradictions() {
    var told: Set<Int> = []
    for wait in waits.sorted(by: { $0.later < $1.later }) {
      let (later, earlier) = (elements[wait.later], elements[wait.earlier])
      guard later.wave <= earlier.wave, told.insert(wait.later).inserted else { continue }
      contradictions.append(
        Contradiction(
          task: later.id, dependency: earlier.id, isSameWave: later.wave == earlier.wave,
          reference: wait.reference))
    }
  }

  // MARK: Putting it right

  /// What moves every contradicting task to the first wave behind all that it waits for, and what
  /// waits for it behind that; no task moves that need not.
  ///
  /// `nil` when the dependencies lead in a circle, or when the block is written in a way in which
  /// there is no saying how another wave would be.
  func edits() -> [TextEdit]? {
    guard let waves = placements(), let writer = WaveWriter(block, document.text) else {
      return nil
    }
    var lists = [[Int]](repeating: [], count: (waves.max() ?? 0) + 1)
    for element in elements.indices where waves[element] == elements[element].wave {
      lists[waves[element]].append(element)
    }
    for element in elements.indices where waves[element] != elements[element].wave {
      lists[waves[element]].append(element)
    }
    return writer.edits(lists.map { $0.map { elements[$0].id.range } })
  }

  /// The wave of each element when every wait is kept, or `nil` for a circle; linear.
  private func placements() -> [Int]? {
    var waves = elements.map(\.wave)
    var open = [Int](repeating: 0, count: elements.count)
    var followers = [[Int]](repeating: [], count: elements.count)
    for wait in waits {
      open[wait.later] += 1
      followers[wait.earlier].append(wait.later)
    }
    var ready = open.indices.filter { open[$0] == 0 }
    var settled = 0
    while let next = ready.popLast() {
      settled += 1
      for follower in followers[next] {
        waves[follower] = max(waves[follower], waves[next] + 1)
        open[follower] -= 1
        if open[follower] == 0 { ready.append(follower) }
      }
    }
    return settled == elements.count ? waves : nil
  }
}
