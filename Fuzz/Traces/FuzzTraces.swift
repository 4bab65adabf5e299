import SpecTracing
import TestReports

/// Reports of tests, and source files with tags.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let report = try? TestReport(reading: bytes)
  let file = TaggedFile(path: "src/fuzzed.py", bytes: bytes, isTest: true)
  for tag in file?.tags ?? [] {
    precondition(tag.line >= 1 && tag.line <= count + 1 && tag.column >= 1)
    precondition(tag.targets.allSatisfy { !$0.feature.isEmpty && !$0.id.isEmpty })
  }
  precondition((report?.cases ?? []).allSatisfy { $0.name.utf8.count <= 3 * 4096 })
  return 0
}
