import Diagnostics
import YAMLSyntax

extension Workflow {
  /// The keys of a workflow.
  package static let keys = ["description", "goal", "applies_to", "initial", "steps"]

  /// Reads one workflow: a mapping of its keys, or a list of steps alone.
  init(_ entry: YAMLEntry, with reader: inout FieldReader) {
    self.init(name: entry.locatedName)
    if entry.value.isSequence {
      steps = WorkflowStepReader.steps(entry, of: self, &initial, with: &reader)
      return
    }
    for field in reader.entries(entry) {
      switch field.name {
      case "description": summary = reader.text(field)
      case "goal": goal = reader.text(field)
      case "applies_to": appliesTo = reader.textOrTexts(field)
      case "initial": initial = reader.textOrTexts(field) + initial
      case "steps":
        steps = WorkflowStepReader.steps(field, of: self, &initial, with: &reader)
      default: reader.unknown(field, in: "workflows.\(entry.name)", known: Self.keys)
      }
    }
  }
}

extension FieldReader {
  /// The texts of a list, or a single one that needs none.
  fileprivate mutating func textOrTexts(_ entry: YAMLEntry) -> [Located<String>] {
    if entry.value.isSequence { return texts(entry) }
    return [text(entry)].compactMap { $0 }
  }
}

/// Reads the steps of a workflow in each of their forms.
private enum WorkflowStepReader {
  static let keys = [
    "id", "agent", "worker", "description", "on_success", "on_failure", "max_retries", "terminal",
    "initial",
  ]

  static func steps(
    _ section: YAMLEntry, of workflow: Workflow, _ initial: inout [Located<String>],
    with reader: inout FieldReader
  ) -> [WorkflowStep] {
    let container = "workflows.\(workflow.name.value).steps"
    var steps: [WorkflowStep] = []
    var plainIDs = PlainStepIDs(section.value)
    switch section.value.content {
    case .mapping(let entries):
      for entry in entries {
        var step = WorkflowStep(id: entry.locatedName)
        if let word = entry.value.string, !entry.value.isNull {
          step.word = Located(word, at: entry.value.range)
          steps.append(step)
          continue
        }
        step.read(reader.entries(entry), in: container, &initial, with: &reader)
        steps.append(step)
      }
    case .sequence(let elements):
      for element in elements {
        if element.isMapping {
          guard let id = id(of: element, with: &reader) else { continue }
          var step = WorkflowStep(id: id)
          step.read(
            element.entries.filter { $0.name != "id" }, in: container, &initial, with: &reader)
          steps.append(step)
        } else if let word = reader.element(of: section.name, element) {
          steps.append(plain(word, &plainIDs))
        }
      }
    case .scalar:
      for word in reader.texts(section) { steps.append(plain(word, &plainIDs)) }
    }
    return steps
  }

  private static func plain(_ word: Located<String>, _ ids: inout PlainStepIDs) -> WorkflowStep {
    WorkflowStep(id: Located(ids.next(for: word.value), at: word.range), word: word)
  }

  private static func id(of element: YAMLNode, with reader: inout FieldReader) -> Located<String>? {
    if let entry = element.entries.first(where: { $0.name == "id" }) { return reader.text(entry) }
    reader.problems.append(
      DocumentProblem(
        .wrongValue, "a step has no id", at: element.range, help: "give it the key 'id'"))
    return nil
  }
}

/// Gives words of a linear pipeline ids of their own where one stands there twice.
private struct PlainStepIDs {
  private var taken: Set<String>
  private var counts: [String: Int] = [:]

  init(_ steps: YAMLNode) {
    taken = Set(steps.elements.compactMap { $0.isMapping ? $0["id"]?.string : $0.string })
  }

  /// The word itself, or behind its first appearance the word with a number.
  mutating func next(for word: String) -> String {
    var count = (counts[word] ?? 0) + 1
    defer { counts[word] = count }
    if count == 1 { return word }
    while !taken.insert("\(word)-\(count)").inserted { count += 1 }
    return "\(word)-\(count)"
  }
}

extension WorkflowStep {
  fileprivate mutating func read(
    _ fields: [YAMLEntry], in container: String, _ initial: inout [Located<String>],
    with reader: inout FieldReader
  ) {
    for field in fields {
      switch field.name {
      case "agent": agent = reader.text(field)
      case "worker": worker = reader.text(field)
      case "description": summary = reader.text(field)
      case "on_success": onSuccess = reader.text(field)
      case "on_failure": onFailure = reader.text(field)
      case "max_retries": maxRetries = reader.number(field)
      case "terminal": isTerminal = reader.flag(field)?.value ?? false
      case "initial":
        if reader.flag(field)?.value == true {
          initial.append(Located(id.value, at: field.key.range))
        }
      default:
        reader.unknown(field, in: "\(container).\(id.value)", known: WorkflowStepReader.keys)
      }
    }
  }
}

extension FieldReader {
  /// A whole number, whatever it is.
  fileprivate mutating func number(_ entry: YAMLEntry) -> Located<Int>? {
    if entry.value.isNull { return nil }
    if let number = entry.value.int { return Located(number, at: entry.value.range) }
    wrong(entry, wanted: "a whole number")
    return nil
  }
}
