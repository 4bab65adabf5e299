/// Numbers for paths, and the numbers of the folders above them.
///
/// Two spellings are one path when their segments are the same: empty segments and `.` do not count,
/// letter case does.
struct PathTable {
  /// The segments of each path joined by `/`, in the order of first mention.
  private(set) var paths: [String] = []
  private(set) var isGlob: [Bool] = []
  private var numbers: [UInt64: Int32] = [:]

  mutating func reserveCapacity(_ count: Int) {
    paths.reserveCapacity(count)
    isGlob.reserveCapacity(count)
    numbers.reserveCapacity(count)
  }

  /// The number of a path; `nil` for one without segments.
  mutating func number(_ path: String) -> Int? {
    let known = path.utf8.withContiguousStorageIfAvailable(Self.scan)
    if let scan = known, scan.isNormal { return number(path, scan) }
    let segments = path.split(separator: "/").filter { $0 != "." }
    guard !segments.isEmpty else { return nil }
    let normal = segments.joined(separator: "/")
    return number(normal, Array(normal.utf8).withUnsafeBufferPointer(Self.scan))
  }

  private mutating func number(_ path: String, _ scan: Scan) -> Int {
    var hash = scan.hash
    while let known = numbers[hash] {
      if paths[Int(known)] == path { return Int(known) }
      hash &+= 1
    }
    numbers[hash] = Int32(truncatingIfNeeded: paths.count)
    isGlob.append(scan.isGlob)
    paths.append(path)
    return paths.count - 1
  }

  /// The numbers of the mentioned folders that a path lies in, the outermost first.
  ///
  /// Linear in the path.
  func folders(above path: Int) -> [Int] {
    var found: [Int] = []
    var hash = Self.seed
    for (position, byte) in paths[path].utf8.enumerated() {
      if byte == UInt8(ascii: "/"), let folder = lookUp(paths[path].utf8.prefix(position), hash) {
        found.append(folder)
      }
      hash = Self.step(hash, byte)
    }
    return found
  }

  private func lookUp(_ bytes: Substring.UTF8View, _ hash: UInt64) -> Int? {
    var hash = hash
    while let known = numbers[hash] {
      if paths[Int(known)].utf8.elementsEqual(bytes) { return Int(known) }
      hash &+= 1
    }
    return nil
  }

  // MARK: Bytes

  /// What one look at the bytes of a path tells.
  private struct Scan {
    var hash: UInt64
    var isGlob: Bool
    /// Whether every segment counts and no slash stands at an end.
    var isNormal: Bool
  }

  private static func scan(_ bytes: UnsafeBufferPointer<UInt8>) -> Scan {
    var scan = Scan(hash: seed, isGlob: false, isNormal: !bytes.isEmpty)
    var segmentLength = 0
    var isDot = false
    for byte in bytes {
      scan.hash = step(scan.hash, byte)
      if byte == UInt8(ascii: "/") {
        if segmentLength == 0 || isDot { scan.isNormal = false }
        (segmentLength, isDot) = (0, false)
      } else {
        segmentLength += 1
        isDot = segmentLength == 1 && byte == UInt8(ascii: ".")
        if byte == UInt8(ascii: "*") { scan.isGlob = true }
      }
    }
    if segmentLength == 0 || isDot { scan.isNormal = false }
    return scan
  }

  private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

  private static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01b3
  }
}
