import Diagnostics
import SpecModel
import SpecRules
import SpecWorkspace

/// A workspace that a command works on.
struct Session {
  let root: String
  let source: any ByteSource
  let workspace: Workspace

  /// Finds and reads the workspace.
  static func open(_ common: CommonOptions) async throws -> Session {
    let root = try locate(common)
    let source: DiskSource
    do throws(FileError) {
      source = try DiskSource(root: root)
    } catch {
      throw CommandFailure("cannot read '\(root)': \(error.phrase)")
    }
    return await open(root, source)
  }

  /// Reads the workspace of a root from a source.
  static func open(_ root: String, _ source: any ByteSource) async -> Session {
    let workspace = await WorkspaceReader(source).read()
    // The process ends when it is done with the workspace: freeing that part by part takes time and
    // helps nobody.
    _ = Unmanaged.passRetained(Kept(workspace))
    return Session(root: root, source: source, workspace: workspace)
  }

  /// Keeps a workspace as long as the process lives.
  private final class Kept {
    private let workspace: Workspace

    init(_ workspace: Workspace) {
      self.workspace = workspace
    }
  }

  /// The root that was named, or the nearest one above the current directory.
  static func locate(_ common: CommonOptions) throws -> String {
    if let named = common.root {
      do throws(FileError) {
        return try WorkspaceLocator.root(named: named)
      } catch {
        throw CommandFailure(
          "cannot read '\(named)': \(error.phrase)",
          help: "'--root' takes the folder that holds '.claude', '.kiro' or the like")
      }
    }
    do throws(FileError) {
      let start = try WorkspaceLocator.currentDirectory()
      if let root = try WorkspaceLocator.root(from: start, home: Console.environment("HOME")) {
        return root
      }
    } catch {
      throw CommandFailure("cannot look for a workspace: \(error.phrase)")
    }
    throw CommandFailure(
      "there is no workspace here or above",
      help: "run 'specctl init' to make one, or name one with '--root DIR'")
  }

  /// The path of the workspace below the current directory; empty when it is that directory or not
  /// below it.
  var folder: String {
    guard let current = try? WorkspaceLocator.currentDirectory() else { return "" }
    return WorkspaceLocator.relative(root, to: current) ?? ""
  }

  /// The feature of a name.
  func feature(_ name: String) throws -> Feature {
    if let feature = workspace.features.first(where: { $0.name == name }) { return feature }
    throw CommandFailure(
      "there is no feature '\(name)'",
      help: nearMiss(to: name, among: workspace.features.map(\.name)).map {
        "did you mean '\($0)'?"
      } ?? "'specctl list' lists the features")
  }

  /// The tasks that a word means: `feature/2.1`, or an id that some feature has.
  func tasks(_ word: String) -> [(feature: Feature, task: Int)] {
    let features = workspace.features + workspace.moduleFeatures
    if let slash = word.lastIndex(of: "/") {
      let name = String(word[..<slash])
      let id = String(word[word.index(after: slash)...])
      return features.filter { $0.name == name }.compactMap { feature in
        feature.tasks.flatMap { TaskIndex($0).task(id) }.map { (feature, $0) }
      }
    }
    return features.compactMap { feature in
      feature.tasks?.tasks.firstIndex { $0.id == word }.map { (feature, $0) }
    }
  }
}
