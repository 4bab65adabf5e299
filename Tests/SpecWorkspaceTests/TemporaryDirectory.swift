import Glibc
import SpecWorkspace
import Testing

/// A directory of its own for one test, gone with its owner.
final class TemporaryDirectory: Sendable {
  let path: String

  init() throws {
    var template = Array("/tmp/specctl-test-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    let bytes = template.dropLast().map { UInt8(bitPattern: $0) }
    path = try WorkspaceLocator.root(named: String(decoding: bytes, as: UTF8.self))
  }

  deinit {
    Self.remove(Array(path.utf8CString))
  }

  var source: DiskSource { get throws { try DiskSource(root: path) } }

  func makeDirectory(_ name: String) {
    var made = path
    for part in name.split(separator: "/") {
      made += "/\(part)"
      mkdir(made, 0o755)
    }
  }

  /// Writes a file, with the directories above it.
  func write(_ name: String, _ text: String = "", mode: mode_t = 0o644) throws {
    if let slash = name.lastIndex(of: "/") { makeDirectory(String(name[..<slash])) }
    let file = try #require(fopen("\(path)/\(name)", "w"))
    defer { fclose(file) }
    let bytes = Array(text.utf8)
    try #require(fwrite(bytes, 1, bytes.count, file) == bytes.count)
    try #require(fchmod(fileno(file), mode) == 0)
  }

  func link(_ name: String, to target: String) throws {
    try #require(symlink(target, "\(path)/\(name)") == 0)
  }

  func text(_ name: String) throws -> String {
    String(decoding: try source.read(name), as: UTF8.self)
  }

  func names(in directory: String = "") throws -> [String] {
    try source.list(directory).map(\.name).sorted()
  }

  func status(_ name: String) throws -> stat {
    var status = stat()
    try #require(lstat("\(path)/\(name)", &status) == 0)
    return status
  }

  /// Removes a tree; names that are no UTF-8 are removed by their bytes.
  private static func remove(_ path: [CChar]) {
    if let stream = opendir(path) {
      while let entry = readdir(stream) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 256) {
            Array(UnsafeBufferPointer(start: $0, count: strlen($0)))
          }
        }
        if name == [0x2E] || name == [0x2E, 0x2E] { continue }
        let inner = path.dropLast() + [0x2F] + name + [0]
        if Glibc.unlink(inner) != 0 { remove(inner) }
      }
      closedir(stream)
    }
    rmdir(path)
  }
}
