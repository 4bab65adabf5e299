/// A pattern of paths below the root, such as `src/**/*.{ts,tsx}`.
///
/// `*` stands for any part of a name, `?` for one character, `[a-z]` and `[!a-z]` for one of some,
/// `{a,b}` for either, and `**` for any number of folders. A pattern that a folder matches means all that
/// lies below it. A pattern with `!` in front takes away what the others found.
package struct FileGlob: Sendable, Hashable {
  /// Why a text is no such pattern.
  package enum Fault: Error, Sendable, Hashable {
    case empty
    /// Absolute, or with `..` in it.
    case leavesRoot
    /// Its braces stand for more than ``FileGlob/mostAlternatives`` patterns.
    case tooManyAlternatives

    /// The fault as a phrase.
    package var phrase: String {
      switch self {
      case .empty: "is empty"
      case .leavesRoot: "leads out of the workspace"
      case .tooManyAlternatives: "stands for more than \(FileGlob.mostAlternatives) patterns"
      }
    }
  }

  /// How many patterns the braces of one may stand for.
  package static let mostAlternatives = 256

  /// As it was written.
  package let pattern: String
  /// Whether it takes files away.
  package let isExclusion: Bool
  /// What the pattern stands for once its braces are written out.
  package let alternatives: [[GlobSegment]]

  /// Fails for a text that is blank, leads out of the root or stands for too many patterns.
  package init(_ pattern: String) throws(Fault) {
    self.pattern = pattern
    isExclusion = pattern.hasPrefix("!")
    let text = isExclusion ? String(pattern.dropFirst()) : pattern
    guard !text.utf8.allSatisfy({ $0 == 0x20 }) else { throw .empty }
    guard text.utf8.first != UInt8(ascii: "/"), !text.utf8.contains(0) else { throw .leavesRoot }
    var alternatives: [[GlobSegment]] = []
    for path in try GlobBraces.expanded(Array(text.utf8)) {
      var segments: [GlobSegment] = []
      for part in path.split(separator: UInt8(ascii: "/")) {
        if part.elementsEqual(".".utf8) { continue }
        if part.elementsEqual("..".utf8) { throw .leavesRoot }
        let segment = GlobSegment(part)
        // `**/**` says no more than `**`.
        if segment == .anyFolders, segments.last == .anyFolders { continue }
        segments.append(segment)
      }
      alternatives.append(segments)
    }
    self.alternatives = alternatives
  }

  /// Whether a text has any sign of a pattern, so that it is more than the name of one file.
  package static func isPattern(_ text: String) -> Bool {
    text.utf8.contains { "*?[{!".utf8.contains($0) }
  }
}
