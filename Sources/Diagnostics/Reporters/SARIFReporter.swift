/// The findings as SARIF 2.1.0, made for code scanning and editors.
///
/// One run with every rule that ran. A result has its place, second places as links in its message,
/// a ``FindingFingerprint`` by which the same result is known in the next run, and its fix where that
/// is safe. Columns count Unicode scalars. A finding without a place is put at the start of its file,
/// since code scanning takes no result without a region.
///
/// Of more results than code scanning accepts the most severe are kept, and a notification says so.
package struct SARIFReporter: Reporter {
  /// Whether findings of severity note are listed.
  package var showsNotes: Bool
  /// A semantic version, such as `0.1.0`.
  package var toolVersion: String
  /// The most results that are written; GitHub refuses files with more than 25,000.
  package var resultLimit: Int

  /// The most second places of a result that GitHub keeps.
  private static let relatedLimit = 100

  package init(showsNotes: Bool = false, toolVersion: String, resultLimit: Int = 25_000) {
    self.showsNotes = showsNotes
    self.toolVersion = toolVersion
    self.resultLimit = resultLimit
  }

  package func report(_ outcome: Outcome, to output: inout some TextOutputStream) {
    let kept = mostSevere(of: outcome)
    let fingerprints = FindingFingerprint.all(of: outcome)
    let rules = SARIFRules(of: outcome)
    var tables = LineTables(of: outcome)
    var json = JSONWriter()
    json.object { json in
      json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      json.member("version", "2.1.0")
      json.key("runs")
      json.array { json in
        json.object { json in
          json.key("tool")
          json.object { json in
            json.key("driver")
            json.object { json in
              json.member("name", "specctl")
              json.member("semanticVersion", toolVersion)
              json.key("rules")
              rules.write(to: &json)
            }
          }
          writeRunMembers(outcome, dropped: kept.dropped, to: &json)
          json.key("results")
          json.array { json in
            for index in kept.indices {
              json.flush(to: &output)
              let result = SARIFResult(
                finding: outcome.findings[index], fingerprint: fingerprints[index],
                ruleIndex: rules.index(of: outcome.findings[index].rule), outcome: outcome,
                relatedLimit: Self.relatedLimit)
              result.write(tables: &tables, to: &json)
            }
          }
        }
      }
    }
    json.flush(to: &output)
  }

  /// The findings that are written, in their order, and how many are not for want of room.
  private func mostSevere(of outcome: Outcome) -> (indices: [Int], dropped: Int) {
    let findings = outcome.findings
    let shown = findings.indices.filter { showsNotes || findings[$0].severity > .note }
    guard shown.count > resultLimit else { return (shown, 0) }
    let ranked = Severity.allCases.reversed().flatMap { severity in
      shown.filter { findings[$0].severity == severity }
    }
    return (ranked.prefix(resultLimit).sorted(), shown.count - resultLimit)
  }

  private func writeRunMembers(_ outcome: Outcome, dropped: Int, to json: inout JSONWriter) {
    json.key("automationDetails")
    json.object {
      // What stands before the last slash is GitHub's category: one for each workspace.
      $0.member("id", outcome.folder.isEmpty ? "specctl/" : "specctl/\(outcome.folder)/")
    }
    json.member("columnKind", "unicodeCodePoints")
    json.member("newlineSequences", ["\r\n", "\n", "\r"])
    json.key("originalUriBaseIds")
    json.object { json in
      json.key(SARIFResult.baseName)
      json.object { json in
        json.key("description")
        json.object { $0.member("text", "The folder in which specctl ran, or its workspace.") }
      }
    }
    json.key("invocations")
    json.array { json in
      json.object { json in
        json.member("executionSuccessful", outcome.breakdown == nil)
        json.key("toolExecutionNotifications")
        json.array { json in
          if let breakdown = outcome.breakdown { notify(breakdown, "error", to: &json) }
          if dropped > 0 {
            notify(
              "\(counted(dropped, "result")) left out: code scanning takes no more than "
                + "\(resultLimit), of which the most severe are kept", "warning", to: &json)
          }
        }
      }
    }
  }

  private func notify(_ words: String, _ level: String, to json: inout JSONWriter) {
    json.object { json in
      json.member("level", level)
      json.key("message")
      json.object { $0.member("text", words) }
    }
  }
}
