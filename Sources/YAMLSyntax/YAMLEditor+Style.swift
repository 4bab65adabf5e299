extension YAMLEditor {
  /// The layout of the text: what its first nested mapping, list, quote and line show.
  func detectedStyle() -> YAMLStyle {
    var style = YAMLStyle.default
    if let end = bytes.firstIndex(where: \.isBreak), bytes[end] == 0x0D {
      style.lineEnd = end + 1 < bytes.count && bytes[end + 1] == 0x0A ? "\r\n" : "\r"
    }
    var survey = Survey()
    var open = stream.documents.reversed().compactMap { $0 }
    // A stack instead of recursion, stopped once everything is known.
    while !survey.isComplete, let node = open.popLast() {
      look(at: node, &survey)
      guard !node.isAlias, !isFlow(node) else { continue }
      switch node.content {
      case .mapping(let entries): for entry in entries.reversed() { open.append(entry.value) }
      case .sequence(let elements): open += elements.reversed()
      case .scalar: break
      }
    }
    style.indent = survey.indent ?? style.indent
    style.listIndent = survey.listIndent ?? style.listIndent
    style.prefersSingleQuotes = survey.singleQuotes ?? false
    return style
  }

  private struct Survey {
    var indent: Int?
    var listIndent: Int?
    var singleQuotes: Bool?

    var isComplete: Bool { indent != nil && listIndent != nil && singleQuotes != nil }
  }

  private func look(at node: YAMLNode, _ survey: inout Survey) {
    switch node.content {
    case .scalar(let scalar):
      if survey.singleQuotes == nil, scalar.style == .singleQuoted || scalar.style == .doubleQuoted
      {
        survey.singleQuotes = scalar.style == .singleQuoted
      }
    case .sequence: break
    case .mapping(let entries):
      guard !node.isAlias, !isFlow(node) else { return }
      let column = childColumn(node)
      for entry in entries where !entry.value.isAlias && !isFlow(entry.value) {
        switch entry.value.content {
        case .mapping where survey.indent == nil:
          survey.indent = max(1, childColumn(entry.value) - column)
        case .sequence where survey.listIndent == nil:
          survey.listIndent = max(0, childColumn(entry.value) - column)
        default: break
        }
      }
    }
  }
}
