import Diagnostics

extension YAMLEditor {
  /// Puts text between the brackets of a flow collection, after one of its items, laid out as the
  /// items are.
  func insertingInBrackets(
    _ text: String, into node: YAMLNode, items: [Range<Int>], after index: Int
  ) -> [TextEdit]? {
    let opening = contentStart(node)
    guard items.indices.contains(index) else {
      let next = bytes[opening + 1]
      return [insertion(next == UInt8(ascii: "#") ? text + " " : text, at: opening + 1)]
    }
    if index + 1 < items.count {
      let next = items[index + 1].lowerBound
      return [insertion(text + "," + separator(before: next), at: next)]
    }
    guard let last = items.last else { return nil }
    // After a value that is left out, the comma would join the colon.
    let comma = bytes[last.upperBound - 1] == UInt8(ascii: ":") ? " ," : ","
    let single = items.count == 1
    var separator = separator(before: last.lowerBound)
    let isOnOwnLine = separator.utf8.contains(where: \.isBreak)
    if single, !isOnOwnLine { separator = " " }
    guard let tail = tail(after: last.upperBound, in: node) else {
      // A repeated key, which is no entry of the node, stands before the bracket.
      return [insertion(comma + separator + text, at: last.upperBound)]
    }
    if let end = tail.comma {
      return [
        insertion(
          separator + text + ",", at: afterLine(end + 1, if: isOnOwnLine))
      ]
    }
    let position = afterLine(last.upperBound, if: isOnOwnLine)
    if position == last.upperBound {
      return [insertion(comma + separator + text, at: position)]
    }
    return [insertion(comma, at: last.upperBound), insertion(separator + text, at: position)]
  }

  /// The end of the line if nothing but a comment comes before it, or the place itself.
  private func afterLine(_ position: Int, if isOnOwnLine: Bool) -> Int {
    isOnOwnLine && restOfLineIsBlank(position, orComment: true) ? lineEnd(position) : position
  }

  /// The white space before an item.
  private func separator(before item: Int) -> String {
    var start = item
    while start > range.lowerBound, bytes[start - 1].isBlankOrBreak { start -= 1 }
    let space = bytes[start..<item]
    // Blank lines between items stay where they are.
    guard let lineBreak = space.lastIndex(where: \.isBreak) else {
      return String(decoding: space, as: UTF8.self)
    }
    return style.lineEnd + String(decoding: bytes[(lineBreak + 1)..<item], as: UTF8.self)
  }

  /// Where a comma stands between the last item and the closing bracket, if one does; `nil` if
  /// something else does.
  private func tail(after end: Int, in node: YAMLNode) -> (comma: Int?, Void)? {
    let closing = node.range.upperBound.utf8 - 1
    var position = end
    var comma: Int?
    while position < closing {
      switch bytes[position] {
      case UInt8(ascii: "#"): position = lineEnd(position)
      case UInt8(ascii: ",") where comma == nil:
        comma = position
        position += 1
      case let byte where byte.isBlankOrBreak: position += 1
      default: return nil
      }
    }
    return (comma, ())
  }

  /// Turns `{}` or `[]` into a block; `nil` inside brackets, at the root (which is most likely
  /// JSON), and where a comment stands in the brackets.
  func unbracketing(_ node: YAMLNode, in slot: YAMLSlot, with value: YAMLValue) -> [TextEdit]? {
    switch slot {
    case .flow, .root: return nil
    case .entry, .item:
      guard !bytes[node.range.indices].contains(UInt8(ascii: "#")), node.tag == nil else {
        return nil
      }
      return filling(node, in: slot, with: value)
    }
  }
}
