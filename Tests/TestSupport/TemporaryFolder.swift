internal import Glibc

/// A folder for one test, removed with all that is in it when the closure ends.
///
/// ```swift
/// try withTemporaryFolder { folder in
///   try TestFile.write("a: 1\n", to: "\(folder)/config.yaml")
/// }
/// ```
package func withTemporaryFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
  let folder = try makeTemporaryFolder()
  defer { removeFolder(folder) }
  return try body(folder)
}

/// The same for a closure that waits.
package func withTemporaryFolder<Result>(_ body: (String) async throws -> Result) async throws
  -> Result
{
  let folder = try makeTemporaryFolder()
  defer { removeFolder(folder) }
  return try await body(folder)
}

private func makeTemporaryFolder() throws -> String {
  let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
  var template = Array("\(parent)/specctl-test-XXXXXX".utf8CString)
  guard mkdtemp(&template) != nil else {
    throw TestFile.Failure("make a folder in", parent)
  }
  return template.withUnsafeBufferPointer { name in
    String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

/// Removes a folder and all below it; links are removed, not followed.
private func removeFolder(_ folder: String) {
  var folders = [folder]
  var next = 0
  while next < folders.count {
    let parent = folders[next]
    next += 1
    for name in (try? TestFile.names(in: parent)) ?? [] where unlink("\(parent)/\(name)") != 0 {
      folders.append("\(parent)/\(name)")
    }
  }
  for folder in folders.reversed() { rmdir(folder) }
}
