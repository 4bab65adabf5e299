package import Diagnostics
import YAMLSyntax

extension Registry {
  /// Reads a registry in any of its shapes.
  ///
  /// Never fails: what cannot be read has the shape `unreadable` and a problem, what belongs to
  /// another tool the shape `foreign` and no further problems. Linear in the bytes.
  package init(reading file: SourceFile) {
    self.init(file: file)
    let stream: YAMLStream
    do throws(YAMLError) {
      stream = try YAMLStream(parsing: file.bytes)
    } catch {
      if MarkdownSigns.appear(in: file.bytes) {
        shape = .foreign(reason: "it is Markdown, not YAML")
      } else {
        shape = .unreadable
        problems = [DocumentProblem(error)]
      }
      return
    }
    root = stream.root
    guard let root, !root.isNull else { return }
    let layout = RegistryLayout(of: root)
    shape = layout.shape
    if case .foreign = shape { return }

    var reader = FieldReader(file)
    reader.problems = stream.problems.map { DocumentProblem($0) }
    readFeatures(layout, with: &reader)
    for entry in root.entries { readSection(entry, with: &reader) }
    reader.noteFurtherDocuments(of: stream)
    unknownKeys = reader.unknownKeys
    problems = reader.problems.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private mutating func readFeatures(_ layout: RegistryLayout, with reader: inout FieldReader) {
    var identity: String?
    var notesAllUnknownKeys = true
    switch layout.shape {
    case .list(let key), .topLevelList(let key):
      identity = key
      // Registries in list form have been other tools' files too: only misspellings are noted.
      notesAllUnknownKeys = false
    case .map, .foreign, .unreadable: break
    }
    for (name, node, range) in layout.features {
      var feature = RegistryFeature(name: name, range: range)
      if node.isMapping {
        let before = reader.unknownKeys.count
        feature.read(node.entries, identity: identity, with: &reader)
        feature.unknownKeys = reader.unknownKeys[before...].filter {
          notesAllUnknownKeys || $0.suggestion != nil
        }
        reader.unknownKeys.removeSubrange(before...)
      } else if !node.isNull {
        reader.problems.append(
          DocumentProblem(
            .wrongValue, "feature '\(name.value)' is \(node.kindName), where a mapping is wanted",
            at: node.range))
      }
      features.append(feature)
    }
    for node in layout.nameless {
      reader.problems.append(
        DocumentProblem(
          .wrongValue, "a feature has no name", at: node.range,
          help: identity.map { "give it the key '\($0)'" }))
    }
  }

  private mutating func readSection(_ entry: YAMLEntry, with reader: inout FieldReader) {
    if let section = Self.table[entry.name] {
      section.read(&self, entry, &reader)
    } else {
      reader.unknown(entry, in: "", known: Self.table.names)
    }
  }
}

/// Tells Markdown from YAML that has a fault.
private enum MarkdownSigns {
  /// Whether a line starts with what is never the start of a line of YAML and often one of Markdown.
  static func appear(in bytes: [UInt8]) -> Bool {
    var lineStart = 0
    while lineStart < bytes.count {
      let line = bytes[lineStart...]
      if line.starts(with: "```".utf8) || line.starts(with: "**".utf8)
        || line.starts(with: "|--".utf8) || line.starts(with: "| --".utf8)
      {
        return true
      }
      guard let end = line.firstIndex(where: \.isLineBreak) else { return false }
      lineStart = end + 1
    }
    return false
  }
}
