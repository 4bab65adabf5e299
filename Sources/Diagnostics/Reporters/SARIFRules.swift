/// The rules of a SARIF run, by id, with those that only findings name.
struct SARIFRules {
  private let ids: [String]
  private let indices: [String: Int]
  private let records: [String: RuleRecord]

  /// The most bytes of a description that code scanning takes.
  private static let descriptionBytes = 1024

  init(of outcome: Outcome) {
    records = outcome.rules
    ids = Set(outcome.rules.keys).union(outcome.findings.map(\.rule)).sorted()
    indices = Dictionary(uniqueKeysWithValues: zip(ids, ids.indices))
  }

  func index(of id: String) -> Int? { indices[id] }

  func write(to json: inout JSONWriter) {
    json.array { json in
      for id in ids {
        json.object { json in
          json.member("id", id)
          write(
            records[id]
              ?? RuleRecord(id: id, group: "", summary: id, rationale: "", severity: .error),
            to: &json)
        }
      }
    }
  }

  private func write(_ rule: RuleRecord, to json: inout JSONWriter) {
    let description = [rule.summary, rule.rationale].filter { !$0.isEmpty }.joined(separator: " ")
    json.key("shortDescription")
    json.object { $0.member("text", rule.summary.limited(to: Self.descriptionBytes)) }
    json.key("fullDescription")
    json.object { $0.member("text", description.limited(to: Self.descriptionBytes)) }
    json.key("help")
    json.object {
      $0.member("text", "\(description)\n\n'specctl explain \(rule.id)' shows examples.")
      $0.member("markdown", "\(description)\n\n`specctl explain \(rule.id)` shows examples.")
    }
    json.key("defaultConfiguration")
    json.object {
      // A rule that is off by default warns when somebody names it.
      $0.member("enabled", rule.severity != nil)
      $0.member("level", (rule.severity ?? .warning).rawValue)
    }
    json.key("properties")
    json.object { $0.member("tags", ["specs", rule.group].filter { !$0.isEmpty }) }
  }
}
