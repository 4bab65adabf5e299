import Diagnostics
import SpecModel
import YAMLSyntax

/// The readers of registry, configuration, agents, capabilities and reviews, and the edit that
/// registers a feature.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let file = SourceFile(path: "settings.yaml", bytes: bytes)
  let registry = Registry(reading: file)
  _ = Configuration(reading: file)
  _ = AgentFile(reading: file)
  _ = ReviewLock(reading: file)
  for kind in CapabilityKind.allCases {
    for problem in CapabilityFile(reading: file, as: kind).problems {
      precondition(problem.range.upperBound.utf8 <= count)
    }
  }
  if let edits = registry.registering("fuzzed", [.init("primary_agent", .string("a: b"))]) {
    precondition(edits.applied(to: bytes) != nil)
  }
  return 0
}
