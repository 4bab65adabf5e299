/// Numbers for paths, and the numbers of the folders above them.
///
/// Two spellings are one path when their segments are the same: empty segments and `.` do not count, letter case does.
struct PathTable {
  /// The segments of each path joined by `/`, in the order of first mention.
  private(set) var paths: [[UInt8]] = []
  private(set) var isGlob: [Bool] = []
  private var numbers: [UInt64: Int32] = [:]

  /// The number of a path; `nil` for one without segments.
  mutating func number(_ path: String) -> Int? {
    let bytes = Self.normalised(path)
    guard !bytes.isEmpty else { return nil }
    var hash = Self.hash(bytes[...])
    while let known = numbers[hash] {
      if paths[Int(known)] == bytes { return Int(known) }
      hash &+= 1
    }
    numbers[hash] = Int32(truncatingIfNeeded: paths.count)
    isGlob.append(bytes.contains(UInt8(ascii: "*")))
    paths.append(bytes)
    return paths.count - 1
  }

  /// The numbers of the mentioned folders that a path lies in, the outermost first.
  ///
  /// Linear in the path.
  func folders(above path: Int) -> [Int] {
    let bytes = paths[path]
    var found: [Int] = []
    var hash = Self.seed
    for (position, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "/"), let folder = lookUp(bytes[..<position], hash) {
        found.append(folder)
      }
      hash = Self.step(hash, byte)
    }
    return found
  }

  private func lookUp(_ bytes: ArraySlice<UInt8>, _ hash: UInt64) -> Int? {
    var hash = hash
    while let known = numbers[hash] {
      if paths[Int(known)][...] == bytes { return Int(known) }
      hash &+= 1
    }
    return nil
  }

  // MARK: Bytes

  private static func normalised(_ path: String) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(path.utf8.count)
    var segmentStart = 0
    func endsWithDot() -> Bool {
      result.count == segmentStart + 1 && result[segmentStart] == UInt8(ascii: ".")
    }
    for byte in path.utf8 {
      guard byte == UInt8(ascii: "/") else {
        result.append(byte)
        continue
      }
      if endsWithDot() { result.removeLast() }
      guard result.count > segmentStart else { continue }
      result.append(byte)
      segmentStart = result.count
    }
    if endsWithDot() { result.removeLast() }
    if result.last == UInt8(ascii: "/") { result.removeLast() }
    return result
  }

  private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

  private static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01b3
  }

  private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reduce(seed, step)
  }
}
