import SpecModel

/// How far the patterns have come on the way down to a folder.
struct GlobProgress: Sendable {
  /// The rest of one pattern.
  private struct State: Hashable {
    var pattern: Int
    var segment: Int
  }

  private let patterns: [[GlobSegment]]
  private let isExclusion: [Bool]
  private var states: Set<State>
  /// Whether the folder itself, and so all below it, is what a pattern means.
  private var takesAll = false
  private var dropsAll = false

  init(_ globs: [FileGlob]) {
    patterns = globs.flatMap(\.alternatives)
    isExclusion = globs.flatMap { glob in glob.alternatives.map { _ in glob.isExclusion } }
    states = Set(patterns.indices.map { State(pattern: $0, segment: 0) })
    skipFolders()
  }

  /// Names that wildcards do not mean: what tools make or load.
  private static let leftOut: Set<String> = [
    "node_modules", "bower_components", "__pycache__", "venv", "Pods", "DerivedData",
  ]

  /// Whether a file of the folder is one that is looked for.
  func takes(file name: String) -> Bool {
    let next = stepped(name)
    return (takesAll && !isHidden(name) || next.isTaken) && !next.isDropped && !dropsAll
  }

  /// The progress in a folder of this one; `nil` where nothing in it can be meant.
  func entering(_ name: String) -> GlobProgress? {
    var next = self
    let step = stepped(name)
    next.states = step.states
    next.takesAll = takesAll && !isHidden(name) || step.isTaken
    next.dropsAll = dropsAll || step.isDropped
    next.skipFolders()
    guard !next.dropsAll else { return nil }
    let canTake = next.takesAll || next.states.contains { !isExclusion[$0.pattern] }
    return canTake ? next : nil
  }

  private func isHidden(_ name: String) -> Bool {
    name.utf8.first == UInt8(ascii: ".") || Self.leftOut.contains(name)
  }

  private func stepped(_ name: String) -> (states: Set<State>, isTaken: Bool, isDropped: Bool) {
    let bytes = Array(name.utf8)
    let isHidden = isHidden(name)
    var (isTaken, isDropped) = (false, false)
    var found: Set<State> = []
    for state in states where state.segment < patterns[state.pattern].count {
      let segment = patterns[state.pattern][state.segment]
      let isLast = state.segment + 1 == patterns[state.pattern].count
      let isExcluding = isExclusion[state.pattern]
      switch segment {
      case .anyFolders:
        guard !isHidden || isExcluding else { continue }
        found.insert(state)
        if isLast {
          if isExcluding { isDropped = true } else { isTaken = true }
        }
      case .name, .wild:
        // Wildcards leave out what is hidden, unless they say so.
        if isHidden, case .wild = segment, !segment.beginsWithDot, !isExcluding { continue }
        guard segment.matches(bytes) else { continue }
        if isLast {
          if isExcluding { isDropped = true } else { isTaken = true }
        } else {
          found.insert(State(pattern: state.pattern, segment: state.segment + 1))
        }
      }
    }
    return (found, isTaken, isDropped)
  }

  /// `**` may stand for no folder at all.
  private mutating func skipFolders() {
    for state in states where patterns[state.pattern].indices.contains(state.segment) {
      if patterns[state.pattern][state.segment] == .anyFolders,
        state.segment + 1 < patterns[state.pattern].count
      {
        states.insert(State(pattern: state.pattern, segment: state.segment + 1))
      }
    }
  }
}
