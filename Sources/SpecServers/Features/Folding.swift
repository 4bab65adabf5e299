import Diagnostics
import JSONSyntax
import MarkdownSyntax
import SpecModel
import SpecRules

extension LanguageServer {
  /// What can be folded: tasks with all below them, headings with what they gather, requirements,
  /// code, front matter, features of the registry.
  func foldingRanges(_ parameters: JSONValue) throws(RPCError) -> ResultWriting {
    guard let (folder, path, map) = try askedDocument(parameters) else {
      return { $0.array { _ in } }
    }
    var ranges: [Range<Offset>] = []
    let workspace = folders[folder].workspace
    if let feature = folders[folder].feature(of: path) {
      if let text = feature.texts.first(where: { $0.path == path }) {
        ranges += text.fences.map { $0.range }
        ranges += [text.frontMatter].compactMap { $0 }
      }
      if path == feature.tasks?.path, let document = feature.tasks {
        ranges += document.foldings
      } else if path == feature.requirements?.path, let document = feature.requirements {
        ranges += document.requirements.map(\.block)
      } else if path == feature.design?.path, let document = feature.design {
        ranges += document.foldings
      }
    } else if let registry = workspace.registry, registry.file.path == path {
      ranges += registry.features.map(\.range)
    }
    let lines = Set(
      ranges.compactMap { range -> FoldedLines? in
        let first = map.position(of: range.lowerBound).line
        var last = map.position(of: range.upperBound).line
        // Blank lines below stay in sight.
        while last > first, map.isBlank(line: last) { last -= 1 }
        return last > first ? FoldedLines(first: first, last: last) : nil
      }
    ).sorted { ($0.first, $0.last) < ($1.first, $1.last) }
    return { json in
      json.array { json in
        for fold in lines {
          json.object { json in
            json.member("startLine", fold.first)
            json.member("endLine", fold.last)
          }
        }
      }
    }
  }
}

private struct FoldedLines: Hashable {
  var first: Int
  var last: Int
}

extension PositionMap {
  fileprivate func isBlank(line: Int) -> Bool {
    bytes[lines.range(ofLine: line).indices].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }
}

extension TasksDocument {
  fileprivate var foldings: [Range<Offset>] {
    let ends = subtreeEnds
    let tasks = tasks.indices.map { self.tasks[$0].range.lowerBound..<ends[$0] }
    let groups = groups.indices.map { index in
      let next = self.groups[(index + 1)...].first { $0.level <= self.groups[index].level }
      return self.groups[index].range
        .lowerBound..<(next.map { $0.range.lowerBound - 1 }
        ?? text.file.range.upperBound)
    }
    return tasks + groups
  }

  /// For each task the end of the last block below it, where the tasks below follow it directly.
  var subtreeEnds: [Offset] {
    var ends = tasks.map(\.block.upperBound)
    for index in tasks.indices.reversed() {
      guard let parent = tasks[index].parent, parent < index else { continue }
      ends[parent] = max(ends[parent], ends[index])
    }
    return ends
  }
}

extension DesignDocument {
  fileprivate var foldings: [Range<Offset>] {
    sectionRanges.map(\.self)
  }

  /// For each section the bytes from its title to the next title of its level or above; linear.
  var sectionRanges: [Range<Offset>] {
    var ends = [Offset](repeating: text.file.range.upperBound, count: sections.count)
    var open: [Int] = []
    for (index, section) in sections.enumerated() {
      while let last = open.last, sections[last].level >= section.level {
        ends[last] = Offset(max(section.title.range.lowerBound.utf8 - 1, 0))
        open.removeLast()
      }
      open.append(index)
    }
    return sections.indices.map {
      let start = sections[$0].title.range.lowerBound
      return start..<max(start, ends[$0])
    }
  }
}

extension Offset {
  fileprivate static func - (offset: Offset, distance: Int) -> Offset {
    Offset(max(0, offset.utf8 - distance))
  }
}
