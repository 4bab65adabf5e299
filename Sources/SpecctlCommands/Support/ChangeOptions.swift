import ArgumentParser
import SpecModel
import SpecWorkspace

/// Which part of a workspace is looked at: what git says was changed.
struct ChangeOptions: ParsableArguments {
  @Flag(help: "Check what the next commit would hold, and report on what it changes.")
  var staged = false

  @Option(
    help: ArgumentHelp(
      "Report only on features that were changed since a revision, and on what hangs on them.",
      valueName: "revision"))
  var since: String?

  init() {}

  /// The workspace that is meant, and the part of it; `nil` where git was not asked.
  func session(_ common: CommonOptions) async throws -> (Session, ChangedPart)? {
    guard staged || since != nil else { return nil }
    let root = try Session.locate(common)
    do {
      let repository = try GitRepository(around: root)
      if staged {
        let source = try GitSource(repository, .index)
        let base =
          try repository.hasCommit()
          ? GitSource(repository, .commit(try repository.commit("HEAD"))) : nil
        let session = await Session.open(root, source)
        let paths = try repository.stagedPaths()
        return (session, await ChangedPart(paths, in: session.workspace, since: base))
      }
      let commit = try repository.commonAncestor(of: since ?? "HEAD")
      let paths = try repository.changedPaths(since: commit)
      let base = try GitSource(repository, .commit(commit))
      let session = try await openOnDisk(root)
      return (session, await ChangedPart(paths, in: session.workspace, since: base))
    } catch let failure as GitRepository.Failure {
      throw CommandFailure(failure.message, help: failure.help)
    }
  }

  private func openOnDisk(_ root: String) async throws -> Session {
    let source: DiskSource
    do throws(FileError) {
      source = try DiskSource(root: root)
    } catch {
      throw CommandFailure("cannot read '\(root)': \(error.phrase)")
    }
    return await Session.open(root, source)
  }
}
