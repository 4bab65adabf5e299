internal import Glibc

/// A program that some machines have and tests use where it is there.
package struct InstalledTool: Sendable {
  package let name: String
  private let path: String?

  package static let python = InstalledTool("python3")
  package static let checkJSONSchema = InstalledTool("check-jsonschema")

  init(_ name: String) {
    self.name = name
    path = Self.variable("PATH").split(separator: ":").map { "\($0)/\(name)" }
      .first { access($0, X_OK) == 0 }
  }

  package var isInstalled: Bool { path != nil }

  /// Runs the program with the environment's path and home, both streams in one.
  package func run(_ arguments: [String], in folder: String) throws -> ProcessRun {
    try ProcessRun.run(
      [path ?? name] + arguments, in: folder,
      environment: ["PATH": Self.variable("PATH"), "HOME": Self.variable("HOME")],
      mixesStreams: true)
  }

  fileprivate static func variable(_ name: String) -> String {
    getenv(name).map { String(cString: $0) } ?? ""
  }
}

/// A published schema that does not belong to the project, looked for around it.
package enum PublishedSchema {
  /// The path of a file in the folder that `SPECCTL_SCHEMAS` names, or in a folder `schemas` of one
  /// beside the project; `nil` where there is none.
  package static func path(_ name: String) -> String? {
    let beside = ProjectFile("..").path
    let folders = (try? TestFile.names(in: beside)) ?? []
    let candidates =
      [InstalledTool.variable("SPECCTL_SCHEMAS")] + folders.map { "\(beside)/\($0)/schemas" }
    return candidates.filter { !$0.isEmpty }.map { "\($0)/\(name)" }.first(where: TestFile.exists)
  }
}
