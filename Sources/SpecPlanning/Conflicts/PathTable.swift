/// Numbers for paths, and the numbers of the folders above them.
///
/// Two spellings are one path when their segments are the same: empty segments and `.` do not count, `..`
/// takes back the one before it, and letter case counts unless it is to be ignored.
struct PathTable {
  enum Kind: UInt8 {
    /// One file or folder.
    case plain
    case glob
    /// Every path there is.
    case everything
  }

  /// The segments of each path joined by `/`, in the order of first mention; where letter case is
  /// ignored, folded.
  private(set) var paths: [String] = []
  private(set) var kinds: [Kind] = []
  private var numbers: [UInt64: Int32] = [:]
  private let ignoresCase: Bool

  init(ignoresCase: Bool = false) {
    self.ignoresCase = ignoresCase
  }

  mutating func reserveCapacity(_ count: Int) {
    paths.reserveCapacity(count)
    kinds.reserveCapacity(count)
    numbers.reserveCapacity(count)
  }

  /// The numbers of the paths that a mention stands for; none for one without segments.
  mutating func numbers(_ path: String) -> [Int] {
    let path = ignoresCase ? CaseFolding.folded(path) : path
    return PathAlternatives.expanded(path).compactMap { number($0) }
  }

  private mutating func number(_ path: String) -> Int? {
    let known = path.utf8.withContiguousStorageIfAvailable(Self.scan)
    if let scan = known, scan.isNormal { return number(path, scan) }
    var segments: [Substring] = []
    for segment in path.split(separator: "/") where segment != "." {
      if segment == "..", let last = segments.last, last != ".." {
        segments.removeLast()
      } else {
        segments.append(segment)
      }
    }
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
    kinds.append(
      !scan.isGlob ? .plain : Self.isEverything(path) ? .everything : .glob)
    paths.append(path)
    return paths.count - 1
  }

  /// Whether a glob holds nothing but stars, and two together among them.
  private static func isEverything(_ path: String) -> Bool {
    path.utf8.allSatisfy { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "/") }
      && path.split(separator: "/").contains("**")
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
    // Whether the segment is `.` or `..`.
    var isDot = false
    var hasBrackets = false
    for byte in bytes {
      scan.hash = step(scan.hash, byte)
      if byte == UInt8(ascii: "/") {
        if segmentLength == 0 || isDot { scan.isNormal = false }
        (segmentLength, isDot) = (0, false)
      } else {
        segmentLength += 1
        isDot =
          byte == UInt8(ascii: ".") && (segmentLength == 1 || segmentLength == 2 && isDot)
        if byte == UInt8(ascii: "*") || byte == UInt8(ascii: "?") { scan.isGlob = true }
        if byte == UInt8(ascii: "[") { hasBrackets = true }
      }
    }
    if segmentLength == 0 || isDot { scan.isNormal = false }
    if hasBrackets, !scan.isGlob {
      scan.isGlob = bytes.split(separator: UInt8(ascii: "/")).contains(where: SegmentPattern.isWild)
    }
    return scan
  }

  private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325

  private static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01b3
  }
}
