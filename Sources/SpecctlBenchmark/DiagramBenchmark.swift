import Glibc
import SpecRendering

/// Measures how many of the Mermaid diagrams of documents are drawn, and how fast.
///
/// With a first argument that ends with `.html` it writes all of them to that file, for eyes.
struct DiagramBenchmark {
  private var sources: [(name: String, text: String)] = []
  private var gallery: String?

  init(paths: [String]) {
    var paths = paths[...]
    if let first = paths.first, first.hasSuffix(".html") {
      gallery = first
      paths = paths.dropFirst()
    }
    for path in paths {
      guard let text = Self.text(path) else { continue }
      if path.hasSuffix(".md") {
        sources += Self.blocks(text).map { (path, $0) }
      } else {
        sources.append((path, text))
      }
    }
  }

  func run() {
    var counts: [String: (found: Int, drawn: Int, bytes: Int)] = [:]
    var reasons: [String: Int] = [:]
    var page = Self.head
    let clock = ContinuousClock()
    var slowest = (name: "", time: Duration.zero)
    var total = Duration.zero
    for (number, source) in sources.enumerated() {
      let kind = Self.kind(source.text)
      var drawing = DiagramMarkup.Drawing.undrawn(reason: "")
      let time = clock.measure {
        drawing = DiagramMarkup.svg(of: source.text, id: "d\(number)")
      }
      total += time
      if time > slowest.time { slowest = (source.name, time) }
      counts[kind, default: (0, 0, 0)].found += 1
      switch drawing {
      case .drawn(let svg):
        counts[kind]?.drawn += 1
        counts[kind]?.bytes += svg.utf8.count
        if gallery != nil { page += "<h2>\(number)</h2>\n\(svg)" }
      case .undrawn(let reason):
        reasons["\(kind): \(reason)", default: 0] += 1
        print("\(source.name): \(reason)")
      }
    }
    print("| kind | diagrams | drawn | bytes of each |")
    print("| --- | ---: | ---: | ---: |")
    for (kind, count) in counts.sorted(by: { ($1.value.found, $0.key) < ($0.value.found, $1.key) })
    {
      print(
        "| \(kind) | \(count.found) | \(count.drawn) | \(count.bytes / max(count.drawn, 1)) |")
    }
    print("\(sources.count) diagrams in \(total), slowest \(slowest.time) (\(slowest.name))")
    if let gallery { Self.write(page + "</html>\n", to: gallery) }
  }

  private static var head: String {
    """
    <!doctype html><html lang="en"><meta charset="utf-8"><title>Diagrams</title>
    <style>
    body { background: #ffffff; color: #1d2329; font: 14px sans-serif; }
    svg { display: block; }
    @media (prefers-color-scheme: dark) { body { background: #12161b; color: #e6eaef; } }
    \(DiagramMarkup.style)
    </style>

    """
  }

  /// The first word.
  private static func kind(_ text: String) -> String {
    for line in text.split(separator: "\n") {
      let words = line.split { $0 == " " || $0 == "\t" }
      if let word = words.first, !word.hasPrefix("%%") { return String(word) }
    }
    return "none"
  }

  /// The fenced blocks of a document that say that they are diagrams.
  private static func blocks(_ document: String) -> [String] {
    var blocks: [String] = []
    var open: (marks: Int, text: String)?
    for line in document.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let text = line.drop { $0 == " " || $0 == "\t" || $0 == ">" }
      let marks = text.prefix { $0 == "`" }.count
      if let block = open {
        if marks >= block.marks {
          blocks.append(block.text)
          open = nil
        } else {
          open?.text += line + "\n"
        }
      } else if marks >= 3, text.dropFirst(marks).hasPrefix("mermaid") {
        open = (marks, "")
      }
    }
    return blocks
  }

  private static func text(_ path: String) -> String? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += chunk[..<count]
    }
  }

  private static func write(_ text: String, to path: String) {
    guard let file = fopen(path, "wb") else { return }
    defer { fclose(file) }
    let bytes = Array(text.utf8)
    _ = fwrite(bytes, 1, bytes.count, file)
  }
}
