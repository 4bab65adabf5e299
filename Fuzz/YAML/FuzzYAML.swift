import YAMLSyntax

/// The YAML reader in both of its modes.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  for mode in [YAMLStream.Mode.strict, .tolerant] {
    _ = try? YAMLStream(parsing: bytes, mode: mode)
  }
  return 0
}
