extension CapabilityType {
  /// What a message says is wanted, such as `a duration such as '24h'`.
  package var wanted: String {
    switch self {
    case .flag: "true or false"
    case .integer(let range) where range.upperBound >= 1_000_000_000:
      "a whole number from \(range.lowerBound) on"
    case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .number(let range): "a number from \(range.lowerBound) to \(range.upperBound)"
    case .share: "a share such as '0.7' or '70%'"
    case .percentage: "a percentage such as '70%'"
    case .duration: "a duration such as '24h', '5m' or a number of seconds"
    case .retention: "a duration such as '7_days', or 'session'"
    case .rate: "a rate such as '100/hour'"
    case .money: "a sum such as '50.00' or '$50'"
    case .scale: "a scale such as '1-10'"
    case .condition: "a condition such as 'error_rate > 5%'"
    case .text, .word: "text"
    case .url: "a URL such as 'https://example.com/hook'"
    case .choice(let words): "one of \(words.map { "'\($0)'" }.joined(separator: ", "))"
    case .agent: "the name of an agent"
    case .list: "a list"
    case .map, .features, .agents, .section: "a mapping"
    case .either(let first, let second): "\(first.wanted) or \(second.wanted)"
    case .open: "a value"
    }
  }

  /// The type in few words, for a table of keys.
  package var label: String {
    switch self {
    case .flag: "true or false"
    case .integer(let range) where range.upperBound >= 1_000_000_000:
      "number from \(range.lowerBound) on"
    case .integer(let range): "number from \(range.lowerBound) to \(range.upperBound)"
    case .number(let range): "number from \(range.lowerBound) to \(range.upperBound)"
    case .share: "`0.7` or `70%`"
    case .percentage: "`70%`"
    case .duration: "`24h`, `5m` or seconds"
    case .retention: "`7_days` or `session`"
    case .rate: "`100/hour`"
    case .money: "`50.00` or `$50`"
    case .scale: "`1-10`"
    case .condition: "`error_rate > 5%`"
    case .text: "text"
    case .word(let words): "text, such as `\(words.first ?? "")`"
    case .url: "URL"
    case .choice(let words): words.map { "`\($0)`" }.joined(separator: ", ")
    case .agent: "agent"
    case .list(let element, _): "list: \(element.label)"
    case .map(let value): "mapping to \(value.label)"
    case .features(let value): "mapping from features to \(value.label)"
    case .agents(let value): "mapping from agents to \(value.label)"
    case .section: "keys"
    case .either(let first, let second): "\(first.label); or \(second.label)"
    case .open: "anything"
    }
  }
}
