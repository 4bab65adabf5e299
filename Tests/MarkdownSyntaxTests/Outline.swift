import Diagnostics
import MarkdownSyntax

/// One line a block: two spaces for each block around it, its kind and the text of its range.
///
/// What is in the content but for the range follows after `=`, the info string after `!`; `open`
/// marks what is not closed.
func outline(_ text: String) -> [String] {
  let file = SourceFile(path: "a.md", text: text)
  let document = MarkdownDocument(parsing: file.bytes)
  return document.blocks.map { block in
    var line = ""
    var outer = block.parent
    while outer >= 0 {
      line += "  "
      outer = document.blocks[outer].parent
    }
    line += "\(name(of: block.kind)) \(file.text(block.range).visible)"
    if block.content != block.range { line += " = \(file.text(block.content).visible)" }
    if let info = block.info { line += " ! \(file.text(info))" }
    return line + (block.isClosed ? "" : " open")
  }
}

func name(of kind: MarkdownBlock.Kind) -> String {
  switch kind {
  case .paragraph: "text"
  case .heading(let level): "h\(level)"
  case .quote: "quote"
  case .bulletList(let marker): "list\(Character(Unicode.Scalar(marker)))"
  case .orderedList(let start, let delimiter):
    "list\(start)\(Character(Unicode.Scalar(delimiter)))"
  case .item: "item"
  case .fencedCode: "code"
  case .html(let isComment): isComment ? "comment" : "html"
  case .table: "table"
  case .tableRow(let isHeader): isHeader ? "header" : "row"
  case .tableCell: "cell"
  case .thematicBreak: "break"
  }
}

extension String {
  var visible: String {
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\n": result += "⏎"
      case "\r": result += "␍"
      case "\t": result += "⇥"
      case "\0": result += "␀"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return "«\(result)»"
  }
}
