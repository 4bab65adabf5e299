/// The files that have a CI service check the specs of a repository.
package struct PipelineScaffold: Sendable {
  /// Who runs the pipeline.
  package enum Service: String, Sendable, CaseIterable {
    case github, gitlab
  }

  /// Why there can be no such files.
  package struct Fault: Error, Sendable, Hashable {
    package var message: String
    package var help: String
  }

  package let service: Service
  /// The folder of the workspace below the repository; empty where they are one.
  private let folder: String

  /// Fails for a folder whose name the service would take for something to evaluate.
  package init(_ service: Service, folder: String) throws(Fault) {
    guard service != .github || !folder.contains("${{") else {
      throw Fault(
        message: "the path '\(folder)' has '${{' in it, which a workflow evaluates",
        help: "rename the folder")
    }
    self.service = service
    self.folder = folder
  }

  /// The file that holds the jobs, relative to the repository.
  package var path: String {
    switch service {
    case .github: ".github/workflows/specs.yml"
    case .gitlab: ".gitlab/specs.yml"
    }
  }

  /// The file that GitLab reads, which includes the other; GitHub reads all files of the folder.
  package var entryPath: String? { service == .gitlab ? ".gitlab-ci.yml" : nil }

  /// What the entry says of the file with the jobs.
  package var include: String { "- local: \(path)" }

  /// All files that are wanted, relative to the repository, in the order of their paths.
  package var files: [ScaffoldFile] {
    let jobs = service == .github ? "ci/github.yml" : "ci/gitlab.yml"
    return [(entryPath, "ci/gitlab-ci.yml"), (path, jobs)].compactMap { path, name in
      guard let path, let template = BuiltInTemplates.template(name) else { return nil }
      return ScaffoldFile(path: path, text: template.text.replacing(Self.rootLine, with: rootLine))
    }
  }

  /// How the templates, which are pipelines themselves, name the folder of the workspace.
  private static let rootLine = "SPECCTL_ROOT: .\n"

  /// The line with the folder as a scalar of YAML that the service does not change.
  private var rootLine: String {
    if folder.isEmpty { return Self.rootLine }
    let root = YAMLText.quoted(service == .gitlab ? folder.replacing("$", with: "$$") : folder)
    return "SPECCTL_ROOT: \(root)\n"
  }
}
