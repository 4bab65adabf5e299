/// One finding in the form of SARIF.
struct SARIFResult {
  var finding: Finding
  var fingerprint: FindingFingerprint
  var ruleIndex: Int?
  var outcome: Outcome
  /// The most second places that are written.
  var relatedLimit: Int

  /// The name by which paths say what they are relative to.
  static let baseName = "%SRCROOT%"

  private var notes: ArraySlice<Finding.Note> { finding.notes.prefix(relatedLimit) }

  func write(tables: inout LineTables, to json: inout JSONWriter) {
    json.object { json in
      json.member("ruleId", finding.rule)
      if let ruleIndex { json.member("ruleIndex", ruleIndex) }
      json.member("level", finding.severity.rawValue)
      json.key("message")
      json.object { $0.member("text", message) }
      json.key("locations")
      json.array { json in
        json.object { writeLocation(finding.range, in: finding.path, tables: &tables, to: &$0) }
      }
      if !notes.isEmpty {
        json.key("relatedLocations")
        json.array { json in
          for (index, note) in notes.enumerated() {
            json.object { json in
              json.member("id", index + 1)
              writeLocation(note.range, in: note.path, tables: &tables, to: &json)
              json.key("message")
              json.object { $0.member("text", withoutLinks(note.message)) }
            }
          }
        }
      }
      json.key("partialFingerprints")
      // The one name that GitHub reads.
      json.object { $0.member("primaryLocationLineHash", fingerprint.description) }
      writeFix(tables: &tables, to: &json)
    }
  }

  /// The message, what helps, and a link to each second place, without which viewers hide it.
  private var message: String {
    var text = withoutLinks(finding.message)
    for remedy in finding.remedies { text += "\nhelp: \(withoutLinks(remedy))" }
    if let origin = finding.severityOrigin { text += "\nnote: severity set in \(origin)" }
    for (index, note) in notes.enumerated() {
      text += "\nnote: [\(linkText(withoutLinks(note.message)))](\(index + 1))"
    }
    return text
  }

  private func writeFix(tables: inout LineTables, to json: inout JSONWriter) {
    // Places in a document that was not read cannot be told.
    guard let fix = finding.fix, fix.safety == .safe,
      fix.documents(of: finding.path).allSatisfy({ tables.source(at: $0.path) != nil })
    else { return }
    json.key("fixes")
    json.array { json in
      json.object { json in
        json.key("description")
        json.object { $0.member("text", withoutLinks(fix.description)) }
        json.key("artifactChanges")
        json.array { json in
          for document in fix.documents(of: finding.path) {
            write(document, tables: &tables, to: &json)
          }
        }
      }
    }
  }

  private func write(
    _ document: DocumentEdits, tables: inout LineTables, to json: inout JSONWriter
  ) {
    json.object { json in
      writeArtifact(document.path, to: &json)
      json.key("replacements")
      json.array { json in
        for edit in document.edits {
          json.object { json in
            json.key("deletedRegion")
            write(tables.region(edit.range, in: document.path) ?? .startOfFile, to: &json)
            json.key("insertedContent")
            json.object { $0.member("text", edit.replacement) }
          }
        }
      }
    }
  }

  private func writeLocation(
    _ range: Range<Offset>?, in path: String, tables: inout LineTables, to json: inout JSONWriter
  ) {
    json.key("physicalLocation")
    json.object { json in
      writeArtifact(path, to: &json)
      json.key("region")
      write(tables.region(range, in: path) ?? .startOfFile, to: &json)
    }
  }

  private func writeArtifact(_ path: String, to json: inout JSONWriter) {
    json.key("artifactLocation")
    json.object {
      $0.member("uri", outcome.path(path).percentEncodedPath)
      $0.member("uriBaseId", Self.baseName)
    }
  }

  private func write(_ region: Region, to json: inout JSONWriter) {
    json.object {
      $0.member("startLine", region.start.line)
      $0.member("startColumn", region.start.column)
      $0.member("endLine", region.end.line)
      $0.member("endColumn", region.end.column)
    }
  }

  /// A text of which no part is `[text](address)`, which viewers would make a link.
  private func withoutLinks(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "]")) else { return text }
    return text.replacing("](", with: "] (")
  }

  private func linkText(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "[", "]": result += "\\\(scalar)"
      case "\n", "\r": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension String {
  /// A path as a reference of RFC 3986: everything but slashes and the unreserved characters escaped.
  fileprivate var percentEncodedPath: String {
    let digits = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    for byte in utf8 {
      let isLetterOrDigit = (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
      if isLetterOrDigit || "-._~/".utf8.contains(byte) {
        result.append(byte)
      } else {
        result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
