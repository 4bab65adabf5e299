import Diagnostics
import SpecRules

/// What an editor was last told about a document.
struct PublishedFindings: Sendable, Equatable {
  var findings: [Finding]
  /// The bytes that the places are counted in.
  var bytes: [UInt8]
}

extension EditorWriting {
  /// The message that gives an editor the findings of a document.
  mutating func diagnostics(_ findings: [Finding], of path: String) -> [UInt8] {
    RPCWriting.notification("textDocument/publishDiagnostics") { json in
      json.object { json in
        json.member("uri", uri(path))
        if let version = open[path]?.version { json.member("version", version) }
        json.key("diagnostics")
        json.array { json in
          for finding in findings { write(finding, to: &json) }
        }
      }
    }
  }

  mutating func write(_ finding: Finding, to json: inout JSONWriter) {
    json.object { json in
      json.key("range")
      write(finding.range, in: finding.path, to: &json)
      json.member("severity", finding.severity.editorNumber)
      json.member("code", finding.rule)
      json.member("source", "specctl")
      json.member(
        "message", finding.help.map { "\(finding.message)\nhelp: \($0)" } ?? finding.message)
      if !finding.notes.isEmpty {
        json.key("relatedInformation")
        json.array { json in
          for note in finding.notes {
            json.object { json in
              json.key("location")
              location(note.path, note.range, to: &json)
              json.member("message", note.message)
            }
          }
        }
      }
      if let fix = finding.fix {
        json.key("data")
        json.object { json in
          json.member("fix", fix.description)
          json.member("safety", fix.safety.rawValue)
        }
      }
    }
  }
}

extension Severity {
  /// The number of the language server protocol.
  fileprivate var editorNumber: Int {
    switch self {
    case .error: 1
    case .warning: 2
    case .note: 3
    }
  }
}
