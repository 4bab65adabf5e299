extension SettingType {
  /// What a message says is wanted, such as `a duration such as '24h'`.
  package var wanted: String {
    switch self {
    case .flag: "true or false"
    case .integer(let range) where range.lowerBound == Int.min: "a whole number"
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
    case .name(let kind): "the name of \(kind.withArticle)"
    case .workTime: "a time such as '30m' or '2 days'"
    case .list: "a list"
    case .map, .section: "a mapping"
    case .either(let first, let second): "\(first.wanted) or \(second.wanted)"
    case .open: "a value"
    }
  }

  /// The type in few words, for a table of keys.
  package var label: String {
    switch self {
    case .flag: "true or false"
    case .integer(let range) where range.lowerBound == Int.min: "whole number"
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
    case .name(let kind): kind.label
    case .workTime: "time such as `30m`"
    case .list(.text, false): "list of texts"
    case .list(.name(let kind), false): "list of \(kind.plural)"
    case .list(.either(.section, .name(let kind)), false): "list of \(kind.plural) or mappings"
    case .list(let element, false): "list: \(element.label)"
    case .list(let element, true): "\(element.label), or a list"
    case .map(let value, let names): "\(value.label) for each \(names.label)"
    case .section: "mapping"
    case .either(let first, let second): "\(first.label), or \(second.label)"
    case .open: "anything"
    }
  }
}

extension SettingName {
  /// What it names, as words.
  package var label: String {
    switch self {
    case .guideline: "rule"
    default: rawValue
    }
  }

  /// The label with `a` or `an` before it.
  package var withArticle: String {
    label.first.map("aeiou".contains) ?? false ? "an \(label)" : "a \(label)"
  }

  /// The label for several.
  package var plural: String { self == .category ? "categories" : label + "s" }
}
