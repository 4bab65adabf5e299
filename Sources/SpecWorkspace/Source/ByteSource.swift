/// Where the bytes of a workspace come from: a disk, memory, an editor's unsaved text over a disk.
///
/// Paths are relative to the root, with `/` between their parts and without `.` and `..`; the empty
/// path is the root. All reading goes through a source, from several tasks at once.
package protocol ByteSource: Sendable {
  /// The bytes of a file, of at most ``SourceLimits/fileBytes``.
  func read(_ path: String) throws(FileError) -> [UInt8]

  /// What stands in a directory, in no order; `.` and `..` are left out.
  func list(_ directory: String) throws(FileError) -> [DirectoryEntry]

  /// Whether there is a file or a directory, links followed as reading does.
  func exists(_ path: String) -> Bool
}

/// How much a workspace may ask of its reader.
package enum SourceLimits {
  /// The most bytes of one file.
  package static let fileBytes = 32 << 20
  /// The most directories inside each other below `.claude/agents`.
  package static let agentDepth = 16
}

/// A name in a directory.
package struct DirectoryEntry: Sendable, Hashable {
  /// What a name stands for, links followed.
  package enum Kind: Sendable, Hashable {
    case file
    case directory
    /// Neither of the two, or something that is not to be read, with the reason.
    case unusable(FileError)
  }

  /// The name; bytes that are not UTF-8 are shown as U+FFFD, and the entry is then unusable.
  package var name: String
  package var kind: Kind
  /// Where a link to a directory leads, relative to the root; `nil` for what is no link.
  package var linkTarget: String?

  package init(name: String, kind: Kind, linkTarget: String? = nil) {
    self.name = name
    self.kind = kind
    self.linkTarget = linkTarget
  }
}
