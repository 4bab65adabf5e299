import Glibc
import TestSupport

/// The program under test, which the build puts beside the tests.
enum Program {
  static let path: String = {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = max(readlink("/proc/self/exe", &buffer, buffer.count), 0)
    let tests = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let candidates = [tests] + CommandLine.arguments.filter { $0.contains("/") }
    let programs = candidates.map { candidate in
      let folder = candidate.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      return folder.joined(separator: "/") + "/specctl"
    }
    return programs.first { access($0, X_OK) == 0 } ?? "specctl"
  }()

  /// Runs `specctl` in a folder, with both streams kept apart.
  static func run(_ arguments: String..., in folder: String, limit: Double = 60) throws
    -> ProcessRun
  {
    try run(arguments, in: folder, limit: limit)
  }

  static func run(_ arguments: [String], in folder: String, limit: Double = 60) throws -> ProcessRun
  {
    try ProcessRun.run(
      [path] + arguments, in: folder,
      environment: ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "NO_COLOR": "1"],
      limit: limit)
  }
}
