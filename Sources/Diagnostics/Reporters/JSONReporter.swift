/// The findings as JSON, in the format `specctl.validate/1` of `schemas/validate.schema.json`.
///
/// Lines and columns count from 1, columns in Unicode scalars; offsets count bytes from 0, and an
/// end stands behind the last byte. What does not apply is `null`, so every object has all its
/// members; so are places in files that the outcome does not hold. All findings are in it, whatever
/// their severity.
package struct JSONReporter: Reporter {
  package init() {}

  package func report(_ outcome: Outcome, to output: inout some TextOutputStream) {
    var places = LineTables(of: outcome)
    var json = JSONWriter()
    json.object { json in
      json.member("version", "specctl.validate/1")
      json.key("summary")
      summarize(outcome, in: &json)
      json.key("findings")
      json.array { json in
        for finding in outcome.findings {
          write(finding, of: outcome, places: &places, in: &json)
        }
      }
    }
    output.write(String(decoding: json.bytes, as: UTF8.self))
  }

  private func summarize(_ outcome: Outcome, in json: inout JSONWriter) {
    json.object {
      $0.member("files", outcome.fileCount)
      $0.member("features", outcome.featureCount)
      $0.member("errors", outcome.count(of: .error))
      $0.member("warnings", outcome.count(of: .warning))
      $0.member("notes", outcome.count(of: .note))
      $0.member("suppressed", outcome.suppressedCount)
      $0.member("baselined", outcome.baselinedCount)
    }
  }

  private func write(
    _ finding: Finding, of outcome: Outcome, places: inout LineTables, in json: inout JSONWriter
  ) {
    json.object { json in
      json.member("rule", finding.rule)
      json.member("severity", finding.severity.rawValue)
      json.member("message", finding.message)
      json.member("path", finding.path)
      json.member("feature", outcome.feature(of: finding.path))
      write(finding.range, in: finding.path, places: &places, in: &json)
      json.member("help", finding.help)
      json.member("severitySetIn", finding.severityOrigin)
      json.key("notes")
      json.array { json in
        for note in finding.notes {
          json.object { json in
            json.member("message", note.message)
            json.member("path", note.path)
            write(note.range, in: note.path, places: &places, in: &json)
          }
        }
      }
      json.key("fix")
      write(finding.fix, in: finding.path, places: &places, in: &json)
    }
  }

  private func write(
    _ fix: Fix?, in path: String, places: inout LineTables, in json: inout JSONWriter
  ) {
    guard let fix else { return json.null() }
    json.object { json in
      json.member("description", fix.description)
      json.member("safety", fix.safety.rawValue)
      json.key("edits")
      write(fix.edits, in: path, places: &places, in: &json)
      json.key("elsewhere")
      json.array { json in
        for document in fix.elsewhere {
          json.object { json in
            json.member("path", document.path)
            json.key("edits")
            write(document.edits, in: document.path, places: &places, in: &json)
          }
        }
      }
    }
  }

  private func write(
    _ edits: [TextEdit], in path: String, places: inout LineTables, in json: inout JSONWriter
  ) {
    json.array { json in
      for edit in edits {
        json.object { json in
          write(edit.range, in: path, places: &places, in: &json)
          json.member("replacement", edit.replacement)
        }
      }
    }
  }

  /// Writes the members `start` and `end`; both are `null` where there is no place.
  private func write(
    _ range: Range<Offset>?, in path: String, places: inout LineTables,
    in json: inout JSONWriter
  ) {
    for (name, offset) in [("start", range?.lowerBound), ("end", range?.upperBound)] {
      json.key(name)
      guard let offset, let position = places.position(of: offset, in: path) else {
        json.null()
        continue
      }
      json.object {
        $0.member("line", position.line)
        $0.member("column", position.column)
        $0.member("offset", offset.utf8)
      }
    }
  }
}
