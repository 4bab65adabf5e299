import Diagnostics

struct TolerantReading {
  var stream: YAMLStream
  init?(of bytes: [UInt8], in range: Range<Int>, limits: YAMLLimits) { return nil }
}
