import Diagnostics
import JSONSyntax
import SpecModel
import SpecRules

extension LanguageServer {
  mutating func hover(_ parameters: JSONValue) throws(RPCError) -> ResultWriting {
    guard let (place, occurrence) = try askedOccurrence(parameters),
      let lines = description(of: occurrence.symbol, in: place.folder)
    else { return { $0.null() } }
    let isMarkdown = abilities.takesMarkdown
    var writing = writing(place.folder)
    return { json in
      json.object { json in
        json.key("contents")
        json.object { json in
          json.member("kind", isMarkdown ? "markdown" : "plaintext")
          json.member("value", lines.text(markdown: isMarkdown))
        }
        json.key("range")
        writing.write(occurrence.range, in: occurrence.path, to: &json)
      }
    }
  }

  /// What is worth knowing of a symbol; `nil` where nothing defines it.
  mutating func description(of symbol: Symbol, in folder: Int) -> HoverText? {
    let workspace = folders[folder].workspace
    switch symbol {
    case .requirement(let directory, let index):
      guard let document = workspace.feature(in: directory)?.requirements else { return nil }
      return HoverText(document.requirements[index], of: document)
    case .criterion(let directory, let requirement, let index):
      guard let document = workspace.feature(in: directory)?.requirements else { return nil }
      return HoverText(criterion: index, of: document.requirements[requirement], in: document)
    case .task(let directory, let index):
      guard let feature = workspace.feature(in: directory), let document = feature.tasks else {
        return nil
      }
      return HoverText(document.tasks[index], planned: folders[folder].waves(of: feature)[index])
    case .agent(let name): return HoverText(agent: name, in: workspace)
    case .feature(let name): return HoverText(feature: name, in: workspace)
    case .rule(let id): return Rule.named(id).map { HoverText($0) }
    }
  }
}

/// A heading and paragraphs about a symbol; what documents say is shown as it stands there.
struct HoverText: Sendable, Hashable {
  var heading: String
  var paragraphs: [String]
  /// The most criteria of a requirement that are shown.
  private static let criteriaLimit = 12

  func text(markdown: Bool) -> String {
    ([markdown ? "**\(heading)**" : heading] + paragraphs).joined(separator: "\n\n")
  }

  init(heading: String, paragraphs: [String]) {
    self.heading = heading
    self.paragraphs = paragraphs.filter { !$0.isEmpty }
  }

  init(_ requirement: Requirement, of document: RequirementsDocument) {
    let criteria = requirement.criteria.prefix(Self.criteriaLimit).map {
      "- \($0.id) \(document.text.text($0.textRange).onOneLine)"
    }
    let rest = requirement.criteria.count - criteria.count
    self.init(
      heading: "\(requirement.id) \(requirement.title)".onOneLine,
      paragraphs: [
        requirement.userStory.map { document.text.text($0).onOneLine } ?? "",
        (criteria + (rest > 0 ? ["- and \(rest) more"] : [])).joined(separator: "\n"),
      ])
  }

  init?(criterion index: Int, of requirement: Requirement, in document: RequirementsDocument) {
    guard requirement.criteria.indices.contains(index) else { return nil }
    let criterion = requirement.criteria[index]
    self.init(
      heading: criterion.id,
      paragraphs: [
        document.text.text(criterion.textRange).onOneLine,
        "of requirement \(requirement.id) \(requirement.title)".onOneLine,
      ])
  }

  init(_ task: TaskItem, planned: TaskWaves.Entry?) {
    var facts = [task.state.words]
    if task.isOptional { facts.append("optional") }
    if let planned {
      facts.append("wave \(planned.wave)")
      if let agent = planned.agent { facts.append(agent) }
    }
    self.init(
      heading: "\(task.hasWrittenID ? task.id + " " : "")\(task.title)".onOneLine,
      paragraphs: [facts.joined(separator: " · ")])
  }

  init?(agent name: String, in workspace: Workspace) {
    let file =
      workspace.agents.first { !$0.isDocument && $0.identity == name }
      ?? workspace.agents.first { !$0.isDocument && $0.baseName == name }
    let configured = workspace.configuration?.agent(named: name)
    guard file != nil || configured != nil else { return nil }
    let summary = file?.summary ?? configured?.summary
    self.init(
      heading: "agent \(name)",
      paragraphs: [summary?.value ?? "", file?.file.path ?? configured?.category ?? ""])
  }

  init?(feature name: String, in workspace: Workspace) {
    let entry = workspace.registry?.features.first { $0.name.value == name }
    let folder = workspace.feature(named: name)
    guard entry != nil || folder != nil else { return nil }
    var facts: [String] = []
    if let tasks = folder?.tasks?.tasks.filter(\.isLeaf), !tasks.isEmpty {
      facts.append("\(tasks.count { $0.state.isSettled }) of \(tasks.count) tasks done or skipped")
    }
    if let agent = entry?.primaryAgent { facts.append(agent.value) }
    self.init(
      heading: "feature \(name)",
      paragraphs: [
        (entry?.summary ?? entry?.title)?.value ?? "", facts.joined(separator: " · "),
        folder?.directory ?? "there is no folder with its documents",
      ])
  }

  init(_ rule: Rule) {
    self.init(
      heading: "\(rule.id) (\(rule.severity?.rawValue ?? "off"))",
      paragraphs: [rule.summary, rule.rationale])
  }
}

extension TaskState {
  /// The state for people.
  fileprivate var words: String {
    switch self {
    case .open: "open"
    case .inProgress: "in progress"
    case .done: "done"
    case .skipped: "skipped"
    case .unknown(let mark): "marked '\(mark)'"
    }
  }
}

extension String {
  /// The text with its line breaks, and the blanks around them, as single blanks.
  var onOneLine: String {
    split(whereSeparator: \.isNewline).map { $0.drop { $0 == " " || $0 == "\t" } }
      .joined(separator: " ")
  }
}

extension Workspace {
  /// The feature in a directory.
  func feature(in directory: String) -> Feature? {
    features.first { $0.directory == directory }
  }

  /// The feature that a name of the registry stands for: by its folder there, or else by its name.
  func feature(named name: String) -> Feature? {
    let entry = registry?.features.first { $0.name.value == name }
    if let folder = entry?.specFolder, let feature = feature(in: folder) { return feature }
    return features.first { $0.name == name }
  }
}
