import Diagnostics
import MarkdownSyntax
import TestSupport

/// A document of the project that people read.
struct WrittenDocument: Sendable, CustomStringConvertible {
  let file: ProjectFile
  let bytes: [UInt8]
  private let markdown: MarkdownDocument

  /// A block of code with the word behind its fence.
  struct CodeBlock {
    var language: String
    var lines: [String]
    /// The line of its first line of code, from 1.
    var line: Int
  }

  init(_ name: String) throws {
    file = ProjectFile(name)
    bytes = try file.bytes()
    markdown = MarkdownDocument(parsing: bytes, inlines: true)
  }

  /// The readme files, what stands beside them and everything in `docs`.
  static var all: [WrittenDocument] {
    get throws {
      let beside = [
        "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "templates/README.md",
        "Benchmarks/README.md",
      ]
      let docs = try TestFile.names(in: ProjectFile("docs").path).filter { $0.hasSuffix(".md") }
      return try (beside + docs.map { "docs/\($0)" }).map(WrittenDocument.init)
    }
  }

  var description: String { file.name }

  var codeBlocks: [CodeBlock] {
    let table = LineTable(bytes)
    return markdown.blocks.compactMap { block in
      guard block.kind == .fencedCode else { return nil }
      return CodeBlock(
        language: block.info.map(text) ?? "",
        lines: text(block.content).split(separator: "\n", omittingEmptySubsequences: false)
          .map(String.init), line: table.position(of: block.content.lowerBound).line)
    }
  }

  /// What stands between backquotes in running text and tables, with its line from 1.
  var codeSpans: [(text: String, line: Int)] {
    let table = LineTable(bytes)
    return markdown.inlines.compactMap { inline in
      guard case .code = inline.kind else { return nil }
      let words = text(inline.content).split { $0 == "\n" || $0 == " " }
      return (words.joined(separator: " "), table.position(of: inline.content.lowerBound).line)
    }
  }

  /// Where the links lead to that stay in the project.
  var internalLinks: [String] {
    markdown.inlines.compactMap { inline in
      switch inline.kind {
      case .link(let destination), .image(let destination):
        let target = text(destination)
        return target.contains("://") || target.hasPrefix("mailto:") ? nil : target
      default: return nil
      }
    }
  }

  /// What links name the headings by: small letters, hyphens for blanks, other signs left out.
  var anchors: Set<String> {
    var counts: [String: Int] = [:]
    var anchors: Set<String> = []
    for block in markdown.blocks {
      guard case .heading = block.kind else { continue }
      var anchor = ""
      for character in text(block.content).lowercased() {
        if character.isLetter || character.isNumber || character == "-" || character == "_" {
          anchor.append(character)
        } else if character == " " {
          anchor.append("-")
        }
      }
      let count = counts[anchor, default: 0]
      counts[anchor] = count + 1
      anchors.insert(count == 0 ? anchor : "\(anchor)-\(count)")
    }
    return anchors
  }

  private func text(_ range: Range<Offset>) -> String {
    String(decoding: bytes[range.lowerBound.utf8..<range.upperBound.utf8], as: UTF8.self)
  }
}
