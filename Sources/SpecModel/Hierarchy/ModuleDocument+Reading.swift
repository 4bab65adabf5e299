package import Diagnostics

extension ModuleDocument {
  /// Reads the specification of a module in a layer.
  ///
  /// Never fails: a document that says nothing is a module with one task. Linear in the bytes.
  package init(reading file: SourceFile, layer: String) {
    self.init(SpecText(file), layer: layer)
  }

  private init(_ text: SpecText, layer: String) {
    let reader = text.bytes.withView { ModuleContent(SpecificationReader(text, $0)) }
    self.text = text
    self.layer = layer
    agent = AgentFile.baseName(of: text.path)
    name = ModuleName.stem(of: agent) ?? agent
    title = reader.title
    responsibility = reader.responsibility
    dependencies = reader.dependencies
    imports = reader.imports
    primaryFile = reader.primaryFile
    files = Self.distinct(reader.files)
    tasks = TasksDocument(
      text: text, title: reader.title, tasks: [], firstByID: [:], groups: [], looseChecklist: [],
      waves: [], drawnEdges: [])
    if let lines = reader.taskLines, let own = TasksDocument(of: text, onLines: lines) {
      tasks = own
      hasOwnTasks = true
      for index in tasks.tasks.indices { nameAgent(of: &tasks.tasks[index]) }
    } else {
      tasks.tasks = [implementation]
      tasks.firstByID = [implementation.id: 0]
    }
  }

  /// The one task of a module that lists none.
  private var implementation: TaskItem {
    let place = title?.range ?? Range(0, 0)
    var task = TaskItem(
      id: "1", idRange: place, title: "Implement \(displayName)", titleRange: place, state: .open,
      form: .heading, range: place, block: text.file.range)
    task.hasWrittenID = false
    task.files = files
    nameAgent(of: &task)
    return task
  }

  /// The module's own agent does what names no other.
  private func nameAgent(of task: inout TaskItem) {
    task.keep(Located(agent, at: task.idRange), of: .agent)
  }

  private static func distinct(_ files: [FileMention]) -> [FileMention] {
    var seen: Set<String> = []
    return files.filter { seen.insert($0.path).inserted }
  }
}

/// What a reader found, without the view of the bytes that it read.
private struct ModuleContent {
  let title: Located<String>?
  let responsibility: Located<String>?
  let dependencies: [ModuleReference]
  let imports: [ModuleReference]
  let primaryFile: FileMention?
  let files: [FileMention]
  let taskLines: Range<Int>?

  init(_ reader: SpecificationReader) {
    title = reader.title
    responsibility = reader.responsibility
    dependencies = reader.dependencies
    imports = reader.imports
    primaryFile = reader.primaryFile
    files = reader.files
    taskLines = reader.taskLines
  }
}

extension LayerDocument {
  /// Reads what coordinates a layer or the system; linear in the bytes.
  package init(reading file: SourceFile) {
    self.init(SpecText(file))
  }

  private init(_ text: SpecText) {
    self.text = text
    agent = AgentFile.baseName(of: text.path)
    let (title, modules, dependencies, declaresNothing) = text.bytes.withView { bytes in
      let reader = SpecificationReader(text, bytes)
      return (reader.title, reader.agentHeadings, reader.dependencies, reader.declaresNothing)
    }
    self.title = title
    var seen: Set<String> = []
    self.modules = modules.filter { seen.insert($0.name).inserted }
    self.dependencies = dependencies
    self.declaresNothing = declaresNothing
  }
}
