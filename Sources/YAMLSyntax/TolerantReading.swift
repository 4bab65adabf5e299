import Diagnostics

/// Reads front matter whose values lack quotes, as its authors meant it: line by line.
///
/// The text is cut into its top-level keys. What is valid YAML by itself is read as such; the
/// value of another key is the rest of its line, folded with the lines that continue it. Each
/// such value gets a problem with a fix, and the reading stands only if the text with all fixes
/// is valid YAML that says the same.
struct TolerantReading {
  private(set) var stream = YAMLStream(
    documents: [], comments: [], problems: [], usedTolerance: true)
  private let bytes: [UInt8]
  private let limits: YAMLLimits
  private var entries: [YAMLEntry] = []

  /// `nil` if the text is faulty in some other way.
  init?(of bytes: [UInt8], in range: Range<Int>, limits: YAMLLimits) {
    self.bytes = bytes
    self.limits = limits
    guard let sections = sections(in: range) else { return nil }
    for section in sections {
      guard takeAsYAML(section) || takeAsText(section) else { return nil }
    }
    guard let first = entries.first, let last = entries.last, !stream.problems.isEmpty else {
      return nil
    }
    let content = entries
    dropDuplicates()
    stream.documents = [
      YAMLNode(
        .mapping(entries), at: first.range.lowerBound..<last.range.upperBound)
    ]
    guard fixesAreTrue(to: content, in: range) else { return nil }
    stream.problems.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// A key at the start of a line with all lines up to the next one.
  private struct Section {
    var key: Range<Int>
    /// From the key to the next one, or the end.
    var range: Range<Int>
  }
}

// MARK: - Sections

extension TolerantReading {
  /// The sections of a text; `nil` if something else than comments comes before the first.
  private func sections(in range: Range<Int>) -> [Section]? {
    var sections: [Section] = []
    var examples = ExampleBlocks(in: bytes[range])
    for line in Lines(bytes, in: range) {
      let isInExample = !sections.isEmpty && examples.contains(line)
      if !isInExample, let key = key(at: line) {
        sections.append(Section(key: key, range: line))
      } else if sections.isEmpty {
        let start = bytes[line].firstIndex { !$0.isBlankOrBreak } ?? line.upperBound
        guard start == line.upperBound || bytes[start] == UInt8(ascii: "#") else { return nil }
      } else {
        let last = sections.count - 1
        sections[last].range = sections[last].range.lowerBound..<line.upperBound
      }
    }
    return sections
  }

  /// The key at the start of a line: a word right before a `:` that ends the line or a space.
  private func key(at line: Range<Int>) -> Range<Int>? {
    let content = bytes[line]
    let word = content.prefix { $0.isWordByte }
    guard let first = word.first, !first.isDigit, first != UInt8(ascii: "-"),
      word.endIndex < line.upperBound, bytes[word.endIndex] == UInt8(ascii: ":")
    else { return nil }
    let next = word.endIndex + 1
    guard next == line.upperBound || bytes[next].isBlankOrBreak else { return nil }
    return word.startIndex..<word.endIndex
  }

  private mutating func takeAsYAML(_ section: Section) -> Bool {
    guard
      let part = try? EscapedPairs.parseUnexplained(bytes, in: section.range, limits: limits),
      part.documents.count == 1, case .mapping(let content)? = part.root?.content,
      content.count == 1
    else { return false }
    entries += content
    stream.comments += part.comments
    stream.problems += part.problems
    return true
  }

  private mutating func dropDuplicates() {
    let duplicates = DuplicateKeys(entries)
    stream.problems += duplicates.problems
    entries = duplicates.withoutLater()
  }

  /// Whether strict reading after all fixes gives the same keys and values.
  private func fixesAreTrue(to content: [YAMLEntry], in range: Range<Int>) -> Bool {
    let edits = stream.problems.flatMap { $0.fix?.edits ?? [] }
    let shifted = edits.map {
      TextEdit(
        replacing: Range(
          $0.range.lowerBound.utf8 - range.lowerBound, $0.range.upperBound.utf8 - range.lowerBound),
        with: $0.replacement)
    }
    guard let fixed = shifted.applied(to: Array(bytes[range])),
      let strict = try? EscapedPairs.parseUnexplained(fixed, in: fixed.indices, limits: limits),
      strict.documents.count == 1, let root = strict.root
    else { return false }
    let first = DuplicateKeys(content).withoutLater()
    return root.entries.count == first.count
      && zip(root.entries, first).allSatisfy { left, right in
        left.name == right.name && left.value.hasSameValue(as: right.value)
      }
  }
}

// MARK: - Values without quotes

extension TolerantReading {
  private mutating func takeAsText(_ section: Section) -> Bool {
    guard let range = textRange(of: section) else { return false }
    let name = String(decoding: bytes[section.key], as: UTF8.self)
    let written = bytes[range]
    guard let kind = kind(of: written, key: name) else { return false }
    let text = UnquotedText(written)
    let place: Range<Offset> = Range(range.lowerBound, range.upperBound)
    let fix = Fix(
      "put the value of '\(name)' in double quotes", safety: text.isCertain ? .safe : .unsafe,
      edits: [TextEdit(replacing: place, with: text.value.doubleQuoted)])
    let fault =
      if case .unquotedColon = kind { "contains ': '" } else { "is no valid YAML" }
    stream.problems.append(
      YAMLProblem(
        kind, "the unquoted value of '\(name)' \(fault)", at: place,
        help: "put the value in double quotes", fix: fix))
    entries.append(
      YAMLEntry(
        key: YAMLNode(
          .scalar(YAMLScalar(name)), at: Range(section.key.lowerBound, section.key.upperBound)),
        // The text is not plain YAML, so it must not resolve to a number or the like.
        value: YAMLNode(.scalar(YAMLScalar(text.value, style: .doubleQuoted)), at: place)))
    return true
  }

  /// The value after a key, without the white space around it and the comments after it; `nil`
  /// if the first line has none, as then what is wrong lies in a nested value.
  private func textRange(of section: Section) -> Range<Int>? {
    var start = section.key.upperBound + 1
    while start < section.range.upperBound, bytes[start].isBlank { start += 1 }
    guard start < section.range.upperBound, !bytes[start].isBreak else { return nil }
    var end = start
    for line in Lines(bytes, in: start..<section.range.upperBound) {
      guard let last = bytes[line].lastIndex(where: { !$0.isBlankOrBreak }) else { continue }
      if line.lowerBound > start, bytes[line.lowerBound] == UInt8(ascii: "#") { continue }
      end = last + 1
    }
    return start..<end
  }

  /// Why a value is not read as YAML; `nil` if it rather seems YAML with a fault.
  private func kind(of written: ArraySlice<UInt8>, key: String) -> YAMLProblem.Kind? {
    guard let first = written.first else { return nil }
    switch first {
    case UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "!"): return nil
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      let closing = first == UInt8(ascii: "[") ? UInt8(ascii: "]") : UInt8(ascii: "}")
      guard let end = written.lastIndex(of: closing), written.containsOnOneLine(end) else {
        return nil
      }
      return .unquotedText(key: key)
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      // A quote that is never closed is a slip of another kind.
      return written.dropFirst().contains(first) ? .unquotedText(key: key) : nil
    default:
      let hasColon = written.indices.contains { index in
        written[index] == UInt8(ascii: ":")
          && (index + 1 == written.endIndex || written[index + 1].isBlankOrBreak)
      }
      return hasColon ? .unquotedColon(key: key) : .unquotedText(key: key)
    }
  }
}

extension ArraySlice<UInt8> {
  /// Whether no line ends before an index.
  fileprivate func containsOnOneLine(_ index: Int) -> Bool {
    !self[..<index].contains { $0.isBreak }
  }
}

extension UInt8 {
  /// Whether the byte may stand in a front matter key: a letter, a digit, `_`, `-` or `.`.
  fileprivate var isWordByte: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
    default: false
    }
  }
}

extension YAMLNode {
  /// Whether two nodes have equal values, wherever and however they are written.
  ///
  /// Recurses as deep as the nodes, which the limits of reading bound.
  package func hasSameValue(as other: YAMLNode) -> Bool {
    switch (content, other.content) {
    case (.scalar(let left), .scalar(let right)):
      left.text == right.text && (value == other.value || isNaN && other.isNaN)
    case (.sequence(let left), .sequence(let right)):
      left.count == right.count && zip(left, right).allSatisfy { $0.hasSameValue(as: $1) }
    case (.mapping, .mapping):
      entries.count == other.entries.count
        && zip(entries, other.entries).allSatisfy {
          $0.key.hasSameValue(as: $1.key) && $0.value.hasSameValue(as: $1.value)
        }
    default: false
    }
  }

  private var isNaN: Bool { if case .float(let number) = value { number.isNaN } else { false } }
}
