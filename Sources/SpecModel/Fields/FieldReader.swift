import Diagnostics
import YAMLSyntax

/// Reads the values of a YAML document as the types their keys take, and keeps what is wrong.
///
/// A value left out (`key:`) counts as an absent key and is no fault.
struct FieldReader {
  let file: SourceFile
  var problems: [DocumentProblem] = []
  var unknownKeys: [UnknownKey] = []

  init(_ file: SourceFile) {
    self.file = file
  }

  /// The text of a scalar as written in the document, whatever YAML makes of it: `1.0` stays `1.0`.
  mutating func text(_ entry: YAMLEntry) -> Located<String>? {
    if entry.value.isNull { return nil }
    guard let text = entry.value.string else {
      wrong(entry, wanted: "text")
      return nil
    }
    return Located(text, at: entry.value.range)
  }

  /// The texts of a list, in order.
  ///
  /// Text in place of a list is read as comma-separated names and reported.
  mutating func texts(_ entry: YAMLEntry) -> [Located<String>] {
    switch entry.value.content {
    case .sequence(let elements):
      return elements.compactMap { element(of: entry.name, $0) }
    case .mapping:
      wrong(entry, wanted: "a list")
      return []
    case .scalar:
      let names = CommaSeparated.names(in: entry.value, of: file)
      if !names.isEmpty {
        wrong(
          entry, wanted: "a list",
          help: "write '\(entry.name): [\(names.map(\.value).joined(separator: ", "))]'")
      }
      return names
    }
  }

  /// The texts of a list, or a single one that needs none.
  mutating func textOrTexts(_ entry: YAMLEntry) -> [Located<String>] {
    if entry.value.isSequence { return texts(entry) }
    return [text(entry)].compactMap { $0 }
  }

  /// One element of a list of texts.
  mutating func element(of name: String, _ node: YAMLNode) -> Located<String>? {
    if let text = node.string { return Located(text, at: node.range) }
    let help = node.isMapping ? "put quotes around text that holds ': '" : nil
    problems.append(
      DocumentProblem(
        .wrongValue, "an element of '\(name)' is \(node.kindName), where text is wanted",
        at: node.range, help: help))
    return nil
  }

  /// A whole number from 1 to 1,000,000,000.
  mutating func count(_ entry: YAMLEntry, unit: String? = nil) -> Located<Int>? {
    if entry.value.isNull { return nil }
    if let number = entry.value.int {
      if (1...1_000_000_000).contains(number) { return Located(number, at: entry.value.range) }
      problems.append(
        DocumentProblem(
          .wrongValue,
          "'\(entry.name)' is \(number), where a number from 1 to 1000000000 is wanted",
          at: entry.value.range))
      return nil
    }
    wrong(
      entry, wanted: unit.map { "a whole number of \($0)" } ?? "a whole number",
      help: numberHelp(entry, unit: unit))
    return nil
  }

  /// A whole number, whatever it is.
  mutating func number(_ entry: YAMLEntry) -> Located<Int>? {
    if entry.value.isNull { return nil }
    if let number = entry.value.int { return Located(number, at: entry.value.range) }
    wrong(entry, wanted: "a whole number")
    return nil
  }

  /// What to write for `"90"`, `300s` and `5 min`.
  private func numberHelp(_ entry: YAMLEntry, unit: String?) -> String? {
    guard let text = entry.value.string else { return nil }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits), number <= 1_000_000 else { return nil }
    let rest = text.dropFirst(digits.count).drop { $0 == " " }.lowercased()
    if rest.isEmpty { return "write '\(entry.name): \(number)', without quotes" }
    guard unit == "seconds" else { return nil }
    switch rest {
    case "s", "sec", "secs", "second", "seconds": return "write '\(entry.name): \(number)'"
    case "m", "min", "mins", "minute", "minutes": return "write '\(entry.name): \(number * 60)'"
    case "h", "hour", "hours": return "write '\(entry.name): \(number * 3600)'"
    default: return nil
    }
  }

  /// A time such as `30m` or `2 days`, in seconds; a day of work has 8 hours.
  mutating func time(_ entry: YAMLEntry) -> Located<Int>? {
    guard let text = text(entry) else { return nil }
    if case .time(let estimate) = EstimateReading(text.value), estimate.expectedSeconds > 0 {
      return Located(estimate.expectedSeconds, at: text.range)
    }
    wrong(entry, wanted: "a time", help: "write it like '30m', '2h' or '1 day'")
    return nil
  }

  /// `true` or `false`; what older YAML took for one is text, and reported with the remedy.
  @discardableResult
  mutating func flag(_ entry: YAMLEntry) -> Located<Bool>? {
    if entry.value.isNull { return nil }
    if let bool = entry.value.bool { return Located(bool, at: entry.value.range) }
    let meant: Bool? =
      switch entry.value.string?.lowercased() {
      case "yes", "on", "y", "true": true
      case "no", "off", "n", "false": false
      default: nil
      }
    var problem = wrongValue(entry, wanted: "true or false")
    if let meant {
      problem.kind = .legacyBoolean
      problem.help = "write '\(meant)': YAML 1.2 takes any other spelling as text"
      problem.fix = Fix(
        "write '\(meant)'", edits: [TextEdit(replacing: entry.value.range, with: "\(meant)")])
    }
    problems.append(problem)
    return nil
  }

  /// One of some words; a near word is offered as help.
  mutating func word<Word: RawRepresentable<String> & CaseIterable>(
    _ entry: YAMLEntry, as: Word.Type
  ) -> Located<Word>? {
    guard let text = text(entry) else { return nil }
    if let word = Word(rawValue: text.value) { return Located(word, at: text.range) }
    unknownWord(text, of: entry.name, allowed: Word.allCases.map(\.rawValue))
    return nil
  }

  /// The same with words that are no type.
  mutating func choice(_ entry: YAMLEntry, of allowed: [String]) -> Located<String>? {
    guard let text = text(entry) else { return nil }
    if allowed.contains(text.value) { return text }
    unknownWord(text, of: entry.name, allowed: allowed)
    return nil
  }

  /// Reports a word that is none of those that its key takes.
  mutating func unknownWord(_ text: Located<String>, of name: String, allowed: [String]) {
    let list = allowed.map { "'\($0)'" }.joined(separator: ", ")
    problems.append(
      DocumentProblem(
        .wrongValue, "'\(name)' is '\(text.value)', where one of \(list) is wanted", at: text.range,
        help: nearMiss(to: text.value, among: allowed).map { "did you mean '\($0)'?" }))
  }

  /// The entries of a mapping; anything else is reported and has none.
  mutating func entries(_ entry: YAMLEntry) -> [YAMLEntry] {
    if !entry.value.isMapping, !entry.value.isNull { wrong(entry, wanted: "a mapping") }
    return entry.value.entries
  }

  mutating func unknown(_ entry: YAMLEntry, in container: String, known: [String]) {
    guard let name = entry.key.string else {
      problems.append(
        DocumentProblem(
          .wrongValue, "a key is \(entry.key.kindName), where text is wanted", at: entry.key.range))
      return
    }
    unknownKeys.append(
      UnknownKey(
        key: Located(name, at: entry.key.range), container: container, known: known))
  }

  /// Reports that only the first document of a file is read.
  mutating func noteFurtherDocuments(of stream: YAMLStream) {
    guard stream.documents.count > 1, let second = stream.documents[1] else { return }
    problems.append(
      DocumentProblem(
        .wrongValue, "a second document follows, which is not read", at: second.range,
        help: "remove the '---' above it, or the document"))
  }

  mutating func wrong(_ entry: YAMLEntry, wanted: String, help: String? = nil) {
    var problem = wrongValue(entry, wanted: wanted)
    problem.help = help
    problems.append(problem)
  }

  private func wrongValue(_ entry: YAMLEntry, wanted: String) -> DocumentProblem {
    let scalar = entry.value.string
    let found =
      if let scalar, scalar.utf8.count <= 40 { "'\(scalar)'" } else { entry.value.kindName }
    return DocumentProblem(
      .wrongValue, "'\(entry.name)' is \(found), where \(wanted) is wanted", at: entry.value.range)
  }
}

extension YAMLEntry {
  /// The key with its place.
  var locatedName: Located<String> { Located(name, at: key.range) }
}
