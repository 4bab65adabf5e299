import SpecModel

/// Values that a type takes and values that it does not take, in YAML's flow style.
struct SettingSample {
  let type: SettingType
  var key: SettingKey?

  /// A value as it should be.
  var right: String {
    if let example = key?.example ?? key?.standard { return example }
    return switch type {
    case .flag: "true"
    case .integer(let range): "\(min(max(3, range.lowerBound), range.upperBound))"
    case .number(let range): "\(min(max(1, range.lowerBound), range.upperBound))"
    case .share, .percentage: "70%"
    case .duration: "24h"
    case .workTime: "30m"
    case .retention: "7_days"
    case .rate: "100/hour"
    case .money: "$50"
    case .scale: "1-10"
    case .condition: "error_rate > 5%"
    case .text, .open: "text"
    case .url: "\"https://example.com/hook\""
    case .word(let words), .choice(let words): words[0]
    case .name(let kind): kind.sample
    case .list(let element, _): "[\(SettingSample(type: element).right)]"
    case .map(let value, let names):
      "{\(names.sample): \(SettingSample(type: value).right)}"
    case .section(let section): Self.mapping(of: section)
    case .either(.list, let second): SettingSample(type: second).right
    case .either(let first, _): SettingSample(type: first).right
    }
  }

  /// A mapping with everything that has to be there, and one key more.
  private static func mapping(of section: SettingSection) -> String {
    let required = section.required.compactMap(\.first)
    let keys = section.keys.filter { required.contains($0.name) }
    var entries = keys.map { "\($0.name): \(SettingSample(type: $0.type, key: $0).right)" }
    if let key = section.keys.first, !required.contains(key.name) {
      entries.append("\(key.name): \(SettingSample(type: key.type, key: key).right)")
    } else if let others = section.others {
      entries.append("\(section.otherNames.sample): \(SettingSample(type: others).right)")
    }
    return "{\(entries.joined(separator: ", "))}"
  }

  /// Values of other kinds, each of which is to be reported.
  var wrong: [String] {
    if key?.isForOthers ?? false { return [] }
    return switch type {
    case .open: []
    case .flag: ["perhaps", "7", "[true]"]
    case .integer(let range):
      (range.lowerBound == Int.min ? [] : ["\(range.lowerBound - 1)"]) + ["many", "1.5", "[1]"]
    case .number, .share, .percentage, .duration, .workTime, .retention, .rate, .money, .scale,
      .condition, .url:
      ["soon", "[1]", "{a: b}"]
    case .text, .word, .name: ["[text]", "{a: b}"]
    case .choice: ["no-such-word", "7", "[text]"]
    case .list(let element, let orOne):
      orOne ? ["{a: b}"] : ["{a: b}", "word"] + (element.isText ? ["[[a]]", "[{a: b}]"] : [])
    case .map: ["word", "7", "[a]"]
    case .section(let section): section.isOptional ? [] : ["word", "7", "[a]"]
    case .either(_, .open), .either(.list, .text): []
    case .either(.list, .section(let section)) where section.isOptional: []
    case .either(.section(let section), _) where section.isOptional: []
    case .either(.list, _): ["7"]
    case .either: ["[[a]]"]
    }
  }
}

extension SettingType {
  fileprivate var isText: Bool {
    switch self {
    case .text, .word, .name: true
    default: false
    }
  }
}

extension SettingName {
  /// Something of the kind.
  var sample: String {
    switch self {
    case .name: "anything"
    case .agent: "backend-engineer"
    case .category: "engineering"
    case .feature: "order-export"
    case .group: "ui"
    case .guideline: "no-horizontal-lines"
    case .page: "dashboard.py"
    case .pattern: "\"src/db/**\""
    case .resource: "database"
    case .rule: "number-gap"
    case .section: "ui_testing"
    case .step: "write"
    case .workflow: "careful"
    }
  }
}
