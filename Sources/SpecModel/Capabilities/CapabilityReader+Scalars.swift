import Diagnostics
import YAMLSyntax

extension CapabilityReader {
  /// Reads a value that is no collection.
  mutating func readScalar(_ node: YAMLNode, named name: String, as type: SettingType) {
    guard let text = node.string else {
      wrong(node, named: name, type, help: node.isMapping ? quoteHelp(node) : nil)
      return
    }
    // What comes from the environment cannot be known here.
    if text.contains("${") { return }
    switch type {
    case .name(.agent): agents.append(Located(text, at: node.range))
    case .word(let known): checkWord(text, node, named: name, known)
    case .choice(let words):
      if !words.contains(text) {
        fields.unknownWord(Located(text, at: node.range), of: name, allowed: words)
      }
    case .condition:
      guard let fault = AlertCondition.fault(in: text) else { return }
      fields.problems.append(
        DocumentProblem(.wrongValue, fault.message, at: node.range, help: fault.help))
    default:
      if !type.takes(text, node) {
        wrong(node, named: name, type, help: type.remedy(for: text, named: name))
      }
    }
  }

  private mutating func checkWord(
    _ text: String, _ node: YAMLNode, named name: String, _ known: [String]
  ) {
    guard !known.contains(text), let meant = nearMiss(to: text, among: known),
      meant.lowercased() != text.lowercased()
    else { return }
    fields.problems.append(
      DocumentProblem(
        .misspelt, "'\(text)' is no value of '\(name)' that is known", at: node.range,
        help: "did you mean '\(meant)'?"))
  }

  private func quoteHelp(_ node: YAMLNode) -> String {
    "put quotes around text that holds ': '"
  }
}

extension SettingType {
  /// Whether a text is a value of the type; `true` for types that are no scalars.
  fileprivate func takes(_ text: String, _ node: YAMLNode) -> Bool {
    switch self {
    case .integer(let range): node.int.map(range.contains) ?? false
    case .number(let range): node.double.map(range.contains) ?? false
    case .share:
      (node.double ?? Quantity.percent(text)).map { (0...1).contains($0) } ?? false
    case .percentage:
      (node.double.map { $0 / 100 } ?? Quantity.percent(text)).map { (0...1).contains($0) } ?? false
    case .duration: Quantity.duration(text).map { $0 > 0 } ?? false
    case .workTime:
      if case .time = EstimateReading(text) { true } else { false }
    case .retention:
      ["session", "current_session", "forever", "permanent", "never"].contains(text)
        || Quantity.duration(text) != nil
    case .rate: Quantity.rate(text) != nil
    case .money: Quantity.money(text) != nil
    case .scale: Quantity.isScale(text)
    case .url: text.hasPrefix("https://") || text.hasPrefix("http://")
    default: true
    }
  }

  /// What to write in place of a text that is nearly a value of the type.
  fileprivate func remedy(for text: String, named name: String) -> String? {
    switch self {
    case .share:
      guard let (number, rest) = Quantity.leadingNumber(text[...]), rest.isEmpty || rest == "%",
        number <= 100
      else { return "a share is from 0 to 1, or from 0% to 100%" }
      return "write '\(name): \(text)%', or a number from 0 to 1"
    case .percentage: return "a percentage is from 0% to 100%"
    case .rate:
      guard let (_, rest) = Quantity.leadingNumber(text[...]) else { return nil }
      if rest.isEmpty { return "say in which time: '\(text)/hour'" }
      return "the times are second, minute, hour, day, week, month"
    case .duration, .retention:
      guard Quantity.leadingNumber(text[...]) != nil else { return nil }
      return "the units are s, m, h, d and w"
    case .integer:
      guard let (number, rest) = Quantity.leadingNumber(text[...]), !text.contains("."),
        number < 1e15, rest.isEmpty || Quantity.isUnitOfTime(String(rest))
      else { return nil }
      return "write '\(name): \(Int(number))'\(rest.isEmpty ? ", without quotes" : "")"
    case .url: return text.contains("://") ? nil : "write 'https://\(text)'"
    default: return nil
    }
  }
}
