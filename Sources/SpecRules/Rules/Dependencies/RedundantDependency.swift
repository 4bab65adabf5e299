import Diagnostics
import SpecModel

extension Rule {
  static let redundantDependency = Rule(
    id: "redundant-dependency", group: .dependencies,
    summary: "A dependency follows from the others.",
    rationale: "The list is longer than it need be, and must be kept up in two places.",
    severity: nil,
    passing: [
      .tasks("- [ ] 1. A\n- [ ] 2. B\n  - _Depends: 1_\n- [ ] 3. C\n  - _Depends: 2_\n")
    ],
    failing: [
      .tasks("- [ ] 1. é\n- [ ] 2. B\n  - _Depends: 1_\n- [ ] 3. C\n  - _Depends: →1, 2_\n")
    ],
    check: .feature { context, report in
      guard let document = context.feature.tasks, context.dependencyLinks.count > 1 else { return }
      let reach = DependencyReach(context.dependencyLinks, taskCount: document.tasks.count)
      guard let reach else { return }
      for link in context.dependencyLinks {
        guard case .identifier = link.reference.kind, link.targets.count == 1,
          let other = reach.detour(from: link.task, to: link.targets[0])
        else { continue }
        let (task, near) = (document.tasks[link.task], document.tasks[other])
        report(
          Finding(
            "task '\(task.id)' waits for '\(document.tasks[link.targets[0]].id)' already, because of '\(near.id)'",
            in: document.path, at: link.reference.range))
      }
    })
}

/// Which tasks wait for which, directly or not.
private struct DependencyReach {
  /// More tasks than this are not looked at: the table takes the square of their number in bits.
  private static let limit = 2000

  private let direct: [[Int]]
  private var words: [[UInt64]]

  /// `nil` for too many tasks, and where tasks wait for one another in a circle.
  init?(_ links: [DependencyLink], taskCount: Int) {
    guard taskCount <= Self.limit else { return nil }
    var direct = Array(repeating: [Int](), count: taskCount)
    var waiting = Array(repeating: 0, count: taskCount)
    var followers = Array(repeating: [Int](), count: taskCount)
    for link in links {
      direct[link.task] += link.targets
      waiting[link.task] += link.targets.count
      for target in link.targets { followers[target].append(link.task) }
    }
    self.direct = direct
    let width = (taskCount + 63) / 64
    words = Array(repeating: Array(repeating: 0, count: width), count: taskCount)
    var ready = (0..<taskCount).filter { waiting[$0] == 0 }
    var reached = 0
    while let task = ready.popLast() {
      reached += 1
      for target in direct[task] {
        for word in 0..<width { words[task][word] |= words[target][word] }
        words[task][target / 64] |= 1 << UInt64(target % 64)
      }
      for follower in followers[task] {
        waiting[follower] -= 1
        if waiting[follower] == 0 { ready.append(follower) }
      }
    }
    guard reached == taskCount else { return nil }
  }

  /// Another direct dependency of a task that waits for the target itself.
  func detour(from task: Int, to target: Int) -> Int? {
    direct[task].first {
      $0 != target && words[$0][target / 64] >> UInt64(target % 64) & 1 != 0
    }
  }
}
