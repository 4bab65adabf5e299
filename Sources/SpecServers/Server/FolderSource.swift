package import SpecWorkspace

/// How a server finds and opens the folders of an editor.
package protocol FolderSource: Sendable {
  /// The root of the workspace that a folder belongs to, the folder itself where there is none.
  func root(of folder: String) throws(FileError) -> String

  /// The bytes below a root, as they are from now on.
  func open(_ root: String) throws(FileError) -> any ByteSource

  /// The place of an absolute path below a root, links followed; `nil` outside.
  func relative(_ path: String, to root: String) -> String?
}

/// Folders on disk.
package struct DiskFolders: FolderSource {
  private let home: String?

  /// `home` is no workspace of its own: see `WorkspaceLocator.root(from:home:)`.
  package init(home: String?) {
    self.home = home
  }

  /// Fails for what is no directory; the root has no links in its path.
  package func root(of folder: String) throws(FileError) -> String {
    let real = try WorkspaceLocator.root(named: folder)
    return try WorkspaceLocator.root(from: real, home: home) ?? real
  }

  package func open(_ root: String) throws(FileError) -> any ByteSource {
    try DiskSource(root: root)
  }

  package func relative(_ path: String, to root: String) -> String? {
    WorkspaceLocator.relative(path, to: root)
  }
}
