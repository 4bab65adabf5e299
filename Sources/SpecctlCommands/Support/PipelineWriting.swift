import ArgumentParser
import Diagnostics
import SpecModel
import SpecRendering
import SpecWorkspace

extension PipelineScaffold.Service: ExpressibleByArgument {}

/// Where the pipeline of a workspace goes: the repository that the workspace lies in.
struct PipelineWriting {
  let scaffold: PipelineScaffold
  /// The top of the repository; the workspace itself where there is no repository.
  let repository: String
  /// The path of the workspace below it; empty where they are one.
  let folder: String

  init(_ service: PipelineScaffold.Service, workspace root: String) throws {
    let top = WorkspaceLocator.repository(around: root)
    let folder = top.flatMap { WorkspaceLocator.relative(root, to: $0) }
    repository = folder == nil ? root : top ?? root
    self.folder = folder ?? ""
    do throws(PipelineScaffold.Fault) {
      scaffold = try PipelineScaffold(service, folder: self.folder)
    } catch {
      throw CommandFailure(error.message, help: error.help)
    }
  }

  /// The files of the pipeline, and those of a workspace where it has none yet, relative to the repository.
  func files(with workspace: [ScaffoldFile]) -> [ScaffoldFile] {
    scaffold.files
      + workspace.map {
        ScaffoldFile(path: RelativePath.join(folder, $0.path), text: $0.text)
      }
  }

  /// What is left to do by hand, a line each.
  func nextSteps(_ report: ScaffoldWriting.Report) -> [String] {
    var steps: [String] = []
    if report.created.contains(scaffold.path) {
      let place = scaffold.service == .github ? "repository" : "project"
      steps += [
        "next: set the variable SPECCTL_WHEEL or SPECCTL_ARCHIVE of the \(place);",
        "      the top of \(scaffold.path) explains it",
      ]
    }
    if let entry = scaffold.entryPath, report.kept.contains(entry), !includes(entry) {
      steps.append("next: add to \(entry), below 'include:': \(scaffold.include)")
    }
    return steps
  }

  /// Whether the file that was there names the one with the jobs.
  private func includes(_ entry: String) -> Bool {
    guard let source = try? DiskSource(root: repository), let bytes = try? source.read(entry) else {
      return false
    }
    return String(decoding: bytes, as: UTF8.self).contains(scaffold.path)
  }
}

extension Workspace {
  /// Whether somebody has begun to write specs here, so that scaffolding is not what is missing.
  var isInUse: Bool {
    !features.isEmpty || registry != nil || configuration != nil || layered != nil
  }
}
