import Glibc
import TestSupport

/// A small workspace without faults, for tests that break one thing of it.
struct HostileWorkspace {
  let folder: String

  var tasks: String { "\(folder)/.claude/specs/order-book/tasks.md" }
  var registry: String { "\(folder)/.claude/feature_registry.yaml" }

  static func with(_ body: (HostileWorkspace) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let workspace = HostileWorkspace(folder: folder)
      try workspace.write()
      try body(workspace)
    }
  }

  private func write() throws {
    try TestFile.write("- [ ] 1. Record\n  - _Requirements: 1.1_\n", to: tasks)
    try TestFile.write("Requirement 1.1.\n", to: "\(folder)/.claude/specs/order-book/design.md")
    try TestFile.write(
      "### Requirement 1: Record\n\n#### Acceptance Criteria\n\n1. The system SHALL record\n",
      to: "\(folder)/.claude/specs/order-book/requirements.md")
    try TestFile.write(
      "features:\n  order-book:\n    specs_location: .claude/specs/order-book/\n", to: registry)
  }

  /// Runs `specctl` in the workspace; quickly and in little memory, whatever is there.
  func run(_ arguments: String...) throws -> ProcessRun {
    let run = try Program.run(arguments, in: folder, limit: 30)
    if run.memory > 400 << 20 { throw TooMuchMemory(bytes: run.memory) }
    return run
  }

  struct TooMuchMemory: Error {
    let bytes: Int
  }
}

/// A user without rights, as whom programs are run.
enum Nobody {
  /// Whether programs can be run as somebody whom permissions hold back.
  static let exists = getuid() != 0 || access("/usr/bin/setpriv", X_OK) == 0

  static func run(_ arguments: String..., in folder: String) throws -> ProcessRun {
    guard getuid() == 0 else { return try Program.run(arguments, in: folder) }
    // The program may stand where only its owner gets to. Another process copies it: what this one
    // has open for writing, a program started meanwhile by another test has too, and the system runs
    // no program that anybody may still write to.
    let copy = "\(folder).program"
    _ = try ProcessRun.run(["/bin/cp", Program.path, copy], in: "/")
    defer { unlink(copy) }
    chmod(copy, 0o755)
    return try ProcessRun.run(
      [
        "/usr/bin/setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", copy,
      ] + arguments, in: folder, environment: ["PATH": "/usr/bin:/bin", "NO_COLOR": "1"])
  }

  /// Gives all of a folder to that user.
  static func own(_ folder: String) throws {
    guard getuid() == 0 else { return }
    _ = try ProcessRun.run(["/bin/chown", "-R", "65534:65534", folder], in: "/")
  }
}
