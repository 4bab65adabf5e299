import Diagnostics
import SpecModel

/// What a value that is no collection has to be, in the words of JSON Schema.
struct SettingScalar {
  /// A value that comes from the environment.
  static let variable = #"\$\{"#

  private var types: [String]
  /// What a text has to match.
  private var pattern: String?
  private var least: String?
  private var most: String?

  init(_ type: SettingType, allowsVariables: Bool) {
    // What YAML takes for a number or true or false is text where text is wanted.
    let scalars = ["string", "number", "boolean"]
    switch type {
    case .flag: types = ["boolean"]
    case .integer(let range):
      types = ["integer"]
      if range.lowerBound > Int.min {
        least = "\(range.lowerBound)"
        most = "\(range.upperBound)"
      }
    case .number(let range):
      types = ["number"]
      least = "\(range.lowerBound)"
      most = "\(range.upperBound)"
    case .share, .percentage:
      types = ["number", "string"]
      least = "0"
      most = type == .share ? "1" : "100"
      pattern = "%$"
    case .duration, .retention:
      types = ["number", "string"]
      least = "0"
      pattern = "^[0-9.]" + (type == .duration ? "" : "|^[a-z]+(_[a-z]+)?$")
    case .workTime: (types, pattern) = (["string"], "[0-9０-９]")
    case .rate: (types, pattern) = (["string"], "^[0-9.].*(/|per )")
    case .money:
      types = ["number", "string"]
      least = "0"
      pattern = "^[$€£¥]? *[0-9.]"
    case .scale: (types, pattern) = (["string"], "[0-9] *(-|–|\\.\\.|to) *[0-9]")
    case .condition: (types, pattern) = (["string"], "[<>=!]")
    case .url: (types, pattern) = (["string"], "^https?://")
    default: types = scalars
    }
    guard allowsVariables, type != .flag else { return }
    if !types.contains("string") {
      types.append("string")
      pattern = Self.variable
    } else if let known = pattern {
      pattern = "\(known)|\(Self.variable)"
    }
  }

  func write(to writer: inout JSONWriter) {
    writer.member("type", types + ["null"])
    if let pattern { writer.member("pattern", pattern) }
    if let least { writer.number("minimum", least) }
    if let most { writer.number("maximum", most) }
  }
}

extension JSONWriter {
  /// A member with a number; the bounds of settings are whole.
  fileprivate mutating func number(_ key: String, _ digits: String) {
    guard let number = Double(digits).flatMap(Int.init(exactly:)) else { return }
    member(key, number)
  }
}
