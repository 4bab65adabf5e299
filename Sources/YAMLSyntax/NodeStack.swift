/// The finished children of all open collections, the innermost collection's last.
///
/// An array would copy its nodes, with all their reference counts, into the collections they end
/// up in; this moves them. The pointer is owned by this value alone: nodes below `count` are
/// initialised, those above are not, and `deinit` gives back both.
struct NodeStack: ~Copyable {
  private var nodes: UnsafeMutablePointer<YAMLNode>
  private var capacity = 64
  private(set) var count = 0
  /// For every node, a number that differs only if it is a key of another text than its like.
  private var fingerprints: [UInt64] = []

  init() {
    nodes = .allocate(capacity: capacity)
  }

  deinit {
    nodes.deinitialize(count: count)
    nodes.deallocate()
  }

  var last: YAMLNode? { count > 0 ? nodes[count - 1] : nil }

  mutating func push(_ node: consuming YAMLNode, fingerprint: UInt64) {
    if count == capacity { grow() }
    (nodes + count).initialize(to: node)
    count += 1
    fingerprints.append(fingerprint)
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<YAMLNode>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: nodes, count: count)
    nodes.deallocate()
    nodes = larger
    capacity *= 2
  }

  /// Takes off the nodes from an index on; it must not be larger than `count`.
  mutating func popElements(from first: Int) -> [YAMLNode] {
    let source = nodes + first
    let popped = count - first
    let elements = [YAMLNode](unsafeUninitializedCapacity: popped) { buffer, initialized in
      buffer.baseAddress?.moveInitialize(from: source, count: popped)
      initialized = popped
    }
    shrink(to: first)
    return elements
  }

  /// Takes off the nodes from an index on as keys and values; their number must be even.
  mutating func popEntries(from first: Int) -> [YAMLEntry] {
    let source = nodes + first
    let popped = (count - first) / 2
    let entries = [YAMLEntry](unsafeUninitializedCapacity: popped) { buffer, initialized in
      for index in 0..<popped {
        let key = (source + 2 * index).move()
        let value = (source + 2 * index + 1).move()
        buffer.initializeElement(at: index, to: YAMLEntry(key: key, value: value))
      }
      initialized = popped
    }
    shrink(to: first)
    return entries
  }

  private mutating func shrink(to first: Int) {
    count = first
    fingerprints.removeSubrange(first...)
  }

  /// Whether keys among the nodes from an index on may be equal: `false` is certain.
  ///
  /// Quadratic, and therefore `true` without a look for many keys.
  func mayRepeatKeys(from first: Int) -> Bool {
    guard count - first <= 128 else { return true }
    return fingerprints.withUnsafeBufferPointer { prints in
      var later = first + 2
      while later < count {
        var earlier = first
        while earlier < later {
          if prints[earlier] == prints[later] { return true }
          earlier += 2
        }
        later += 2
      }
      return false
    }
  }

  /// A number of a text that differs from another text's unless they are equal or much alike.
  static func fingerprint(of text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let bytes = UnsafeRawBufferPointer(text)
    guard bytes.count >= 8 else {
      return bytes.reduce(UInt64(bytes.count)) { $0 << 8 | UInt64($1) }
    }
    let head = bytes.loadUnaligned(as: UInt64.self)
    let tail = bytes.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self)
    return head ^ (tail &* 0x9E37_79B9_7F4A_7C15) ^ UInt64(bytes.count)
  }
}
