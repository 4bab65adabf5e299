import SpecModel

/// `docs/configuration.md`, made from the tables by which the documents are read.
struct ConfigurationReference {
  var text: String {
    let lines =
      [
        "# Configuration reference", "",
        "<!-- Generated from the keys that the readers know. Do not edit: \(GeneratedDocument.command) rewrites it. -->",
        "",
        "Every key of [config.yaml](#configyaml), [feature_registry.yaml](#feature_registryyaml) and the front matter of",
        "[agent files](#agent-files). [Formats](formats.md) says where the files stand and explains them by examples,",
        "[Capabilities](capabilities.md) has the settings of single capabilities, and [Editors](editors.md#schemas) how an",
        "editor completes all of these.", "",
        "A key without a value counts as left out. A key that is not known is a note, with the nearest known one. YAML is read",
        "by the core schema of version 1.2: `yes` and `on` are text. In `<…>` stands a name of your own; `[]` is an element of a list.",
        "",
      ] + SettingDocument.main.flatMap(chapter)
    return lines.joined(separator: "\n")
  }

  private func chapter(_ document: SettingDocument) -> [String] {
    var lines = ["## \(document.title)", "", document.summary, ""]
    guard case .section(let section) = document.type.mappingForm else { return lines }
    let isFlat = section.keys.allSatisfy(\.isPlain)
    if isFlat {
      lines += ["```yaml"]
      lines += section.keys.filter { !$0.isForOthers }.flatMap(SettingExample.lines) + ["```", ""]
      return lines + SettingTable(SettingPlace.all(in: document)).lines + [""]
    }
    // The documents have sections of the same name.
    let prefix = document.name == "config" ? "" : "registry: "
    let chapters = Chapter.all(of: section.keys)
    lines += ["| section | |", "| --- | --- |"]
    lines += section.keys.map { key in
      let chapter = chapters.first { $0.keys.contains(key) }
      let name = chapter.map { "[`\(key.name)`](#\((prefix + $0.title).anchor))" }
      return "| \(name ?? "`\(key.name)`") | \(key.summary.asCell) |"
    }
    lines.append("")
    for chapter in chapters {
      lines += ["### \(prefix)\(chapter.title)", ""]
      guard let first = chapter.keys.first else { continue }
      if chapter.keys.count == 1 {
        lines += ["```yaml"] + SettingExample.lines(of: first) + ["```", ""]
      } else {
        let names = chapter.keys.map { "`\($0.name)`" }.joined(separator: ", ")
        lines += [
          "In \(names), and in the sections that stand in these, the keys below are true or false;",
          "everything else is passed over.", "",
        ]
      }
      let places = SettingPlace.all(in: document).filter {
        $0.path.hasPrefix("\(first.name).") || $0.path.hasPrefix("\(first.name)[")
      }
      lines += SettingTable(places).lines + [""]
    }
    return lines
  }
}

/// What is told of together: a section, or several that are alike.
private struct Chapter {
  var keys: [SettingKey]

  var title: String { keys.count == 1 ? keys[0].name : "sections of orchestrators" }

  static func all(of keys: [SettingKey]) -> [Chapter] {
    var chapters: [Chapter] = []
    for key in keys where !key.isPlain {
      if let last = chapters.last, last.keys[0].type == key.type {
        chapters[chapters.count - 1].keys.append(key)
      } else {
        chapters.append(Chapter(keys: [key]))
      }
    }
    return chapters
  }
}

/// A table of keys.
private struct SettingTable {
  let places: [SettingPlace]

  init(_ places: [SettingPlace]) {
    self.places = places
  }

  var lines: [String] {
    ["| key | takes | default | |", "| --- | --- | --- | --- |"] + rows.map(\.line)
  }

  private var rows: [Row] {
    var rows: [Row] = []
    // A key that stands at several places, such as in a list and in a mapping, is told of once.
    var told: Set<SettingKey> = []
    for place in places {
      guard let key = place.key, place.path.hasSuffix(key.name), told.insert(key).inserted else {
        continue
      }
      let row = Row(place.path, key)
      if let last = rows.last, last.canTake(row) {
        rows[rows.count - 1].names.append("`\(key.name)`")
      } else {
        rows.append(row)
      }
    }
    return rows
  }

  /// A line of the table; keys that are alike and follow each other share one.
  private struct Row {
    var names: [String]
    let folder: Substring
    let key: SettingKey

    init(_ path: String, _ key: SettingKey) {
      names = ["`\(path)`" + key.synonyms.map { " (`\($0)`)" }.joined()]
      folder = path.dropLast(key.name.count)
      self.key = key
    }

    func canTake(_ other: Row) -> Bool {
      let isPlain = [key, other.key].allSatisfy {
        $0.standard == nil && $0.example == nil && $0.synonyms.isEmpty && $0.type.isShared
      }
      return isPlain && folder == other.folder && key.type == other.key.type
        && key.summary == other.key.summary
    }

    var line: String {
      let standard = key.standard.map { "`\($0)`" } ?? ""
      var summary = key.summary
      if let example = key.example, !example.hasPrefix("{") {
        summary += (summary.isEmpty ? "" : ", ") + "such as `\(example)`"
      }
      let cells = [names.joined(separator: ", "), key.type.label.asCell, standard, summary.asCell]
      return "| \(cells.joined(separator: " | ")) |"
    }
  }
}

extension SettingType {
  /// Whether keys of the type may share a line.
  fileprivate var isShared: Bool {
    switch self {
    case .section, .map: false
    default: true
    }
  }
}

extension SettingKey {
  /// Whether nothing stands below it that has to be told of.
  fileprivate var isPlain: Bool {
    switch type {
    case .section, .map(.section, _), .map(.either, _): false
    case .either(_, .section), .either(_, .map): false
    default: true
    }
  }
}

extension String {
  /// The anchor of a heading.
  fileprivate var anchor: String { replacing(": ", with: "-").replacing(" ", with: "-") }

  fileprivate var asCell: String { replacing("|", with: "\\|") }
}
