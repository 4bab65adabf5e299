import Diagnostics

/// Makes nodes of the events of a parser, with a stack of its own instead of recursion.
struct TreeBuilder: ~Copyable {
  private let source: UnsafeBufferPointer<UInt8>
  private let limits: YAMLLimits
  private(set) var documents: [YAMLNode?] = []
  private(set) var problems: [YAMLProblem] = []
  private var root: YAMLNode?
  private var children = NodeStack()
  private var open: [Collection] = []
  private var anchors: [String: Anchor] = [:]
  private var aliasedNodes = 0

  init(_ source: UnsafeBufferPointer<UInt8>, limits: YAMLLimits) {
    self.source = source
    self.limits = limits
  }

  /// A collection whose end has not come yet.
  private struct Collection {
    var isMapping: Bool
    var start: Int
    /// The end of what the collection holds so far.
    var end: Int
    /// The index of the first child.
    var firstChild: Int
    var size = Size(nodes: 1, height: 1)
    var anchor: String?
    var tag: String?

    mutating func hold(_ child: Size, endingAt childEnd: Int) {
      end = max(end, childEnd)
      size.nodes += child.nodes
      size.height = max(size.height, child.height + 1)
    }
  }

  /// How much a node holds with all its aliases spelled out.
  private struct Size {
    var nodes = 1
    /// The number of collections inside each other.
    var height = 0
  }

  private enum Anchor {
    /// Of a collection whose end has not come yet, by its place on the stack.
    case open(Int)
    case complete(YAMLNode, Size)
  }

  mutating func startDocument() {
    root = nil
    anchors.removeAll()
  }

  mutating func endDocument() {
    documents.append(root)
  }

  mutating func scalar(
    _ text: UnsafeBufferPointer<UInt8>, style: YAMLScalar.Style, at range: Range<Int>,
    anchor: String?, tag: String?
  ) {
    var place = range
    if range.isEmpty, text.isEmpty {
      if anchor == nil, tag == nil {
        if open.isEmpty { return }
        place = placeOfOmittedValue(near: range.lowerBound)
      }
    } else if style == .literal || style == .folded {
      place = withoutTrailingLines(range)
    }
    let node = YAMLNode(
      .scalar(YAMLScalar(String(decoding: text, as: UTF8.self), style: style)),
      at: Range(place.lowerBound, place.upperBound), anchor: anchor, tag: tag)
    if let anchor { anchors[anchor] = .complete(node, Size()) }
    add(node, Size(), fingerprint: NodeStack.fingerprint(of: text))
  }

  mutating func alias(_ name: String, at range: Range<Int>) throws(YAMLError) {
    let place: Range<Offset> = Range(range.lowerBound, range.upperBound)
    switch anchors[name] {
    case nil:
      let name = String(name.prefix(40))
      // The search is quadratic in the lengths of names and linear in their number.
      let known = anchors.keys.filter { $0.utf8.count <= 80 }.sorted().prefix(1_000)
      let near = nearMiss(to: name, among: known)
      throw YAMLError(
        "'*\(name)' refers to '&\(name)', which is not defined above it", at: place,
        help: near.map { "did you mean '*\($0)'?" }
          ?? "text that starts with '*' must be in quotes")
    case .open(let index):
      let name = String(name.prefix(40))
      throw YAMLError(
        "'*\(name)' stands inside the value that it refers to", at: place,
        help: "a value cannot contain itself",
        note: Located("'&\(name)' starts here", at: Range(open[index].start, open[index].start)))
    case .complete(let node, let size):
      aliasedNodes += size.nodes
      guard aliasedNodes <= limits.aliasedNodes else {
        throw YAMLError(
          "the aliases stand for more than \(limits.aliasedNodes) values", at: place,
          help: "write fewer aliases to values that hold aliases themselves")
      }
      guard open.count + size.height <= limits.depth else { throw tooDeep(at: place) }
      add(YAMLNode(node.content, at: place, tag: node.tag, isAlias: true), size)
    }
  }

  mutating func openCollection(
    isMapping: Bool, at start: Int, anchor: String?, tag: String?
  ) throws(YAMLError) {
    guard open.count < limits.depth else { throw tooDeep(at: Range(start, start)) }
    if let anchor { anchors[anchor] = .open(open.count) }
    open.append(
      Collection(
        isMapping: isMapping, start: start, end: start, firstChild: children.count,
        anchor: anchor, tag: tag))
  }

  /// Ends the innermost collection, at the end of its last child if its own end is not given.
  mutating func closeCollection(at end: Int?) {
    guard let collection = open.popLast() else { return }
    let content: YAMLNode.Content =
      collection.isMapping
      ? .mapping(entries(from: collection.firstChild))
      : .sequence(children.popElements(from: collection.firstChild))
    let node = YAMLNode(
      content, at: Range(collection.start, max(end ?? collection.end, collection.start)),
      anchor: collection.anchor, tag: collection.tag)
    if let anchor = collection.anchor, case .open(let index) = anchors[anchor],
      index == open.count
    {
      anchors[anchor] = .complete(node, collection.size)
    }
    add(node, collection.size)
  }

  private mutating func add(_ node: consuming YAMLNode, _ size: Size, fingerprint: UInt64 = 0) {
    guard !open.isEmpty else {
      root = node
      return
    }
    let last = open.count - 1
    open[last].hold(size, endingAt: node.range.upperBound.utf8)
    children.push(node, fingerprint: fingerprint)
  }

  /// Where the innermost bracket that is still open stands.
  var openBracket: Int? {
    open.last { collection in
      let start = source.contentStart(of: collection.start..<source.count)
      return start < source.count && [UInt8(ascii: "["), UInt8(ascii: "{")].contains(source[start])
    }?.start
  }

  private func tooDeep(at range: Range<Offset>) -> YAMLError {
    YAMLError("lists and mappings are nested more than \(limits.depth) deep", at: range)
  }
}

extension TreeBuilder {
  /// Pairs keys and values, dropping and reporting keys that come again.
  private mutating func entries(from first: Int) -> [YAMLEntry] {
    let isSuspect = children.mayRepeatKeys(from: first)
    let entries = children.popEntries(from: first)
    guard isSuspect else { return entries }
    let duplicates = DuplicateKeys(entries)
    guard duplicates.exist else { return entries }
    problems += duplicates.problems
    return duplicates.withoutLater()
  }

  /// Where a value that is left out would stand: libyaml puts it at the next token, however far.
  private func placeOfOmittedValue(near position: Int) -> Range<Int> {
    guard let collection = open.last, collection.isMapping, let key = children.last,
      (children.count - collection.firstChild) % 2 == 1
    else { return position..<position }
    let end = key.range.upperBound.utf8
    var colon = end
    while colon < position, source[colon] != UInt8(ascii: ":") {
      if source[colon] == UInt8(ascii: "#") {
        while colon < position, !source[colon].isBreak { colon += 1 }
      } else {
        colon += 1
      }
    }
    let place = colon < position ? colon + 1 : end
    return place..<place
  }

  /// A block scalar without the line breaks and blank lines after its last line of content.
  private func withoutTrailingLines(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    var scan = end
    while scan > range.lowerBound, source[scan - 1].isBlankOrBreak {
      scan -= 1
      if source[scan].isBreak { end = scan }
    }
    // Spaces that follow the last content on its own line belong to it; only whole lines go.
    return range.lowerBound..<end
  }
}
