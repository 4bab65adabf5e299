import Diagnostics
import YAMLSyntax

extension Workflow {
  static let table = SettingsTable<Workflow>([
    .text("description", \.summary, "for people").such(as: "Brings a change to the readers"),
    .text("goal", \.goal, "for people").such(as: "Nothing gets out unread"),
    .textOrTexts(
      "applies_to", \.appliesTo,
      "the features and the kinds of tasks that it is meant for; the kinds are "
        + TaskType.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
    ).such(as: "[debug]"),
    .key(
      "initial", .list(.name(.step), orOne: true),
      "the step to begin with; the first one if nothing is said"
    ) { workflow, entry, reader in workflow.initial = reader.textOrTexts(entry) + workflow.initial
    },
    .key(
      "steps", WorkflowStepReader.type,
      "a list of steps with an `id` each, or a mapping from ids to steps; a word in place of a step "
        + "is an agent or a kind of worker"
    ) { workflow, entry, reader in
      workflow.steps = WorkflowStepReader.steps(
        entry, of: workflow.name.value, &workflow.initial, with: &reader)
    }.such(
      as: "{write: coder, look: {worker: reviewer, on_failure: write, max_retries: 2}}"),
  ])

  /// A workflow: a mapping of its keys, or a list of steps alone.
  static let type = SettingType.either(WorkflowStepReader.listType, table.type)

  /// Reads one workflow in either form.
  init(_ entry: YAMLEntry, with reader: inout FieldReader) {
    self.init(name: entry.locatedName)
    if entry.value.isSequence {
      steps = WorkflowStepReader.steps(entry, of: name.value, &initial, with: &reader)
    } else {
      Self.table.read(
        reader.entries(entry), in: "workflows.\(entry.name)", into: &self, with: &reader)
    }
  }
}

/// Reads the steps of a workflow in each of their forms.
private enum WorkflowStepReader {
  private static let worker = SettingType.word(WorkerKind.allCases.map(\.rawValue))

  private static let listed = SettingSection(
    [SettingKey("id", .name(.step), "the step's name")] + ReadStep.table.keys, required: [["id"]])

  static let listType = SettingType.list(.either(.section(listed), worker))

  static let type = SettingType.either(
    listType, .map(.either(.section(ReadStep.table.section), worker), of: .step))

  static func steps(
    _ section: YAMLEntry, of workflow: String, _ initial: inout [Located<String>],
    with reader: inout FieldReader
  ) -> [WorkflowStep] {
    let container = "workflows.\(workflow).steps"
    var steps: [WorkflowStep] = []
    var plainIDs = PlainStepIDs(section.value)
    switch section.value.content {
    case .mapping(let entries):
      for entry in entries {
        if let word = entry.value.string {
          let word = Located(word, at: entry.value.range)
          steps.append(WorkflowStep(id: entry.locatedName, word: word))
        } else {
          let fields = reader.entries(entry)
          steps.append(
            step(entry.locatedName, fields, in: container, &initial, with: &reader))
        }
      }
    case .sequence(let elements):
      for element in elements {
        if element.isMapping {
          guard let id = id(of: element, with: &reader) else { continue }
          let fields = element.entries.filter { $0.name != "id" }
          steps.append(step(id, fields, in: container, &initial, with: &reader))
        } else if let word = reader.element(of: section.name, element) {
          steps.append(plain(word, &plainIDs))
        }
      }
    case .scalar:
      for word in reader.texts(section) { steps.append(plain(word, &plainIDs)) }
    }
    return steps
  }

  private static func step(
    _ id: Located<String>, _ fields: [YAMLEntry], in container: String,
    _ initial: inout [Located<String>], with reader: inout FieldReader
  ) -> WorkflowStep {
    var read = ReadStep(step: WorkflowStep(id: id))
    ReadStep.table.read(
      fields, in: "\(container).\(id.value)", into: &read, with: &reader)
    initial += read.initial
    return read.step
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

/// A step with what it says of its workflow.
private struct ReadStep {
  var step: WorkflowStep
  var initial: [Located<String>] = []

  static let table = SettingsTable<ReadStep>([
    .text("agent", \.step.agent, "who does it, by name", .agent),
    .text(
      "worker", \.step.worker, "or by kind: the best agent of the feature for it",
      .word(WorkerKind.allCases.map(\.rawValue))),
    .text("description", \.step.summary, "for people"),
    .text(
      "on_success", \.step.onSuccess,
      "the step that follows, `completed` or `failed`; the one written next if nothing is said",
      .name(.step)),
    .text("on_failure", \.step.onFailure, "the step that follows a failure", .name(.step))
      .standard("failed"),
    .key(
      "max_retries", .wholeNumber,
      "how often a failure is answered with another try: see [Retries](workflows.md#retries)"
    ) { $0.step.maxRetries = $2.number($1) },
    .key("terminal", .flag, "whether the workflow ends behind the step") {
      $0.step.isTerminal = $2.flag($1)?.value ?? false
    }.standard("false"),
    .key("initial", .flag, "whether the workflow begins with it") {
      if $2.flag($1)?.value == true {
        $0.initial.append(Located($0.step.id.value, at: $1.key.range))
      }
    }.standard("false"),
  ])
}
