import Diagnostics
import SpecModel
import SpecRules

/// A document's JSON Schema, made from its keys, for editors that complete and check with it.
///
/// It is draft 7, which every editor reads. What the reader is content with, the schema is content
/// with: values left out, and any key that is not known. It checks less where a pattern cannot say
/// what the reader knows.
struct SettingSchema {
  private let document: SettingDocument

  init(_ document: SettingDocument) {
    self.document = document
  }

  var text: String {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("$schema", "http://json-schema.org/draft-07/schema#")
      writer.member("title", document.title)
      writer.member("description", document.summary)
      write(document.type, to: &writer)
      if document.type.namesRules { writeDefinitions(to: &writer) }
    }
    return String(decoding: writer.bytes, as: UTF8.self).withShortLists
  }

  /// Each rule with the severities that it can have.
  private func writeDefinitions(to writer: inout JSONWriter) {
    writer.key("definitions")
    writer.object { writer in
      writer.key("severity")
      writer.object { write(.choice(ValidationSettings.severityWords), to: &$0) }
      writer.key("rules")
      writer.object { writer in
        writer.member("type", ["object", "null"])
        writer.key("properties")
        writer.object { writer in
          for rule in Rule.catalogue.sorted(by: { $0.id < $1.id }) {
            writer.key(rule.id)
            writer.object { writer in
              writer.member("description", rule.summary)
              writer.member("$ref", "#/definitions/severity")
            }
          }
        }
        writer.key("additionalProperties")
        writer.object { $0.member("$ref", "#/definitions/severity") }
      }
    }
  }

  /// Writes the keywords of a type.
  private func write(_ type: SettingType, to writer: inout JSONWriter) {
    switch type {
    case .section(let section): write(section, to: &writer)
    case .map(_, .rule): writer.member("$ref", "#/definitions/rules")
    case .map(let value, _):
      writer.member("type", ["object", "null"])
      writer.key("additionalProperties")
      writer.object { write(value, to: &$0) }
    case .list(let element, false):
      writer.member("type", ["array", "null"])
      writer.key("items")
      writer.object { write(element, to: &$0) }
    case .list(let element, true): writeAny(of: [.list(element), element], to: &writer)
    case .either(.list(let element, let orOne), .section(let section)) where section.isOptional:
      // What is no list is either a mapping or passed over.
      writeAny(of: [.list(element, orOne: orOne)], to: &writer) { writer in
        writer.member("type", ["object", "string", "number", "boolean", "null"])
        write(section, to: &writer)
      }
    case .either(let first, let second): writeAny(of: [first, second], to: &writer)
    case .open: break
    case .word(let words): writeWords(words, or: ["string", "number", "boolean"], to: &writer)
    case .choice(let words): writeWords(words, or: [], to: &writer)
    default: SettingScalar(type, allowsVariables: document.allowsVariables).write(to: &writer)
    }
  }

  private func write(_ section: SettingSection, to writer: inout JSONWriter) {
    if !section.isOptional {
      // `alerting: false` says as much as `alerting: {enabled: false}`.
      let mayBeFlag = document.allowsVariables && section["enabled"] != nil
      writer.member("type", mayBeFlag ? ["object", "boolean", "null"] : ["object", "null"])
    }
    writer.key("properties")
    writer.object { writer in
      for key in section.keys {
        writeProperty(key.name, key, summary: key.summary, to: &writer)
        for name in key.synonyms {
          writeProperty(name, key, summary: "the same as `\(key.name)`", to: &writer)
        }
      }
    }
    if let others = section.others {
      writer.key("additionalProperties")
      writer.object { write(others, to: &$0) }
    }
    writeRequired(section.required, to: &writer)
  }

  private func writeProperty(
    _ name: String, _ key: SettingKey, summary: String, to writer: inout JSONWriter
  ) {
    writer.key(name)
    writer.object { writer in
      let description = key.description(summary)
      if !description.isEmpty { writer.member("description", description) }
      if let standard = key.standard {
        writer.key("default")
        if let number = Int(standard) {
          writer.value(number)
        } else if key.type == .flag {
          writer.value(standard == "true")
        } else {
          writer.value(standard)
        }
      }
      write(key.type, to: &writer)
    }
  }

  /// Of each list of names one has to be there; a single name is the ordinary case.
  private func writeRequired(_ required: [[String]], to writer: inout JSONWriter) {
    let single = required.filter { $0.count == 1 }.flatMap { $0 }
    if !single.isEmpty { writer.member("required", single) }
    for names in required where names.count > 1 {
      writer.key("anyOf")
      writer.array { writer in
        for name in names { writer.object { $0.member("required", [name]) } }
      }
    }
  }

  private func writeAny(
    of types: [SettingType], to writer: inout JSONWriter,
    or last: ((inout JSONWriter) -> Void)? = nil
  ) {
    writer.key("anyOf")
    writer.array { writer in
      for type in types { writer.object { write(type, to: &$0) } }
      if let last { writer.object(last) }
    }
  }

  private func writeWords(
    _ words: [String], or types: [String], to writer: inout JSONWriter
  ) {
    writer.key("anyOf")
    writer.array { writer in
      writer.object { $0.member("enum", words) }
      writer.object { $0.member("type", types + ["null"]) }
      if types.isEmpty, document.allowsVariables {
        writer.object { writer in
          writer.member("type", "string")
          writer.member("pattern", SettingScalar.variable)
        }
      }
    }
  }
}

extension String {
  /// With each list that holds nothing but scalars on a line, where it fits.
  fileprivate var withShortLists: String {
    var lines: [Substring] = []
    var start: Int?
    for line in split(separator: "\n") {
      lines.append(line)
      let text = line.drop { $0 == " " }
      if text.hasSuffix("[") {
        start = lines.count - 1
      } else if text.hasSuffix("{") || text.hasPrefix("}") {
        start = nil
      } else if text.hasPrefix("]"), let first = start {
        let inside = lines[(first + 1)...].map { $0.drop { $0 == " " } }
        let short =
          lines[first] + inside.dropLast().joined(separator: " ") + (inside.last ?? "")
        if short.count <= 100 { lines.replaceSubrange(first..., with: [Substring(short)]) }
        start = nil
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension SettingKey {
  /// The summary with its example, without links, since an editor has nowhere to lead.
  fileprivate func description(_ summary: String) -> String {
    var text = ""
    var rest = summary[...]
    while let open = rest.firstIndex(of: "["), let middle = rest[open...].firstRange(of: "](") {
      text += rest[..<open] + rest[rest.index(after: open)..<middle.lowerBound]
      rest = rest[middle.upperBound...].drop { $0 != ")" }.dropFirst()
    }
    text += rest
    if let example { text += text.isEmpty ? "such as `\(example)`" : ", such as `\(example)`" }
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}

extension SettingType {
  /// Whether a mapping in it has rules for keys.
  fileprivate var namesRules: Bool {
    switch self {
    case .map(_, .rule): true
    case .map(let value, _): value.namesRules
    case .list(let element, _): element.namesRules
    case .section(let section):
      section.keys.contains { $0.type.namesRules } || section.others?.namesRules ?? false
    case .either(let first, let second): first.namesRules || second.namesRules
    default: false
    }
  }
}
