package import SpecModel

/// Every requirement and criterion of a workspace with what leads to it and from it: tasks, mentions in
/// the design, tags in code, tests and their results.
///
/// The report is a value; it is the same for the same documents, tags and results.
package struct TraceReport: Sendable {
  /// Those with requirements, in the order of their paths; of OpenSpec each capability.
  package var features: [TracedFeature]
  /// Tags that name nothing that there is, and tasks and tests that lead nowhere.
  package var orphans: TraceOrphans
  /// What was looked at beside the documents.
  package var inputs: TraceInputs

  /// The coverage of all features together.
  package var coverage: TraceCoverage {
    features.reduce(TraceCoverage()) { $0 + $1.coverage }
  }
}

/// What was looked at beside the documents.
package struct TraceInputs: Sendable, Hashable {
  /// The number of source files that were searched; `nil` where no glob was given.
  package var sourceFileCount: Int?
  /// The number of files of tests that were searched; `nil` where no glob was given.
  package var testFileCount: Int?
  /// The reports that were read; `nil` where none was asked for.
  package var reports: [String]?
  /// How many tests the reports tell of.
  package var testCaseCount = 0

  package init(
    sourceFileCount: Int? = nil, testFileCount: Int? = nil, reports: [String]? = nil
  ) {
    self.sourceFileCount = sourceFileCount
    self.testFileCount = testFileCount
    self.reports = reports
  }
}

/// One feature with its requirements.
package struct TracedFeature: Sendable {
  package var name: String
  /// Relative to the root.
  package var directory: String
  /// The document of its requirements, relative to the root; no two features have the same.
  package var path: String
  /// Every requirement of the document in its order, and behind them the user stories of Spec Kit.
  package var allRequirements: [TracedRequirement] = []
  /// Every task, in document order; links name them by index.
  package var tasks: [TracedTask] = []
  /// The places where tasks name a requirement or criterion, as they come.
  package var taskCitations: [TraceCitation] = []
  /// The places where the design does, in the order of the document.
  package var designCitations: [TraceCitation] = []

  package init(name: String, directory: String, path: String) {
    self.name = name
    self.directory = directory
    self.path = path
  }

  /// Whether any task says what it is for.
  package var isCited: Bool { !taskCitations.isEmpty || tasks.contains(where: \.isForAll) }

  /// The requirements that count, in document order.
  package var requirements: [TracedRequirement] {
    allRequirements.allSatisfy(\.isCounted) ? allRequirements : allRequirements.filter(\.isCounted)
  }

  package var coverage: TraceCoverage {
    requirements.reduce(TraceCoverage()) { $0 + $1.coverage }
  }

  /// What leads to a requirement or a criterion; nothing does to a task.
  package func links(to target: TraceTarget) -> TraceLinks {
    switch target {
    case .requirement(let number): allRequirements[number].links
    case .criterion(let number, let criterion): allRequirements[number].criteria[criterion].links
    case .task: TraceLinks()
    }
  }

  /// What a reader calls it: `2`, `2.3`.
  package func id(of target: TraceTarget) -> String {
    switch target {
    case .requirement(let number): allRequirements[number].id
    case .criterion(let number, let criterion): allRequirements[number].criteria[criterion].id
    case .task(let number): tasks[number].id
    }
  }
}

/// What a reference or a tag leads to, by its number in ``TracedFeature/allRequirements`` or
/// ``TracedFeature/tasks``.
package enum TraceTarget: Hashable, Sendable {
  case requirement(Int)
  case criterion(Int, Int)
  case task(Int)
}

/// Words of a document that name a requirement or a criterion.
package struct TraceCitation: Sendable, Hashable {
  /// Where the words stand.
  package var range: Range<Int>
  /// The first that they name.
  package var target: TraceTarget
}

/// One requirement.
package struct TracedRequirement: Sendable {
  package var id: String
  package var title: String
  package var place: TracePlace
  /// Where its id begins in the document.
  package var offset: Int
  /// What names the requirement as a whole.
  package var links: TraceLinks
  /// In document order.
  package var criteria: [TracedCriterion]
  /// Whether it only gathers other requirements, which are counted in its place.
  package var isGroup = false
  /// Whether it counts: one of a family such as risks or assumptions does where tasks cite it.
  package var isCounted = true

  package var coverage: TraceCoverage {
    var coverage = TraceCoverage()
    coverage.requirements = 1
    if criteria.isEmpty {
      if !isGroup { coverage.add(links) }
    } else {
      for criterion in criteria { coverage.add(criterion.links) }
    }
    return coverage
  }

  /// The tasks that cite it or a part of it, in document order.
  package var tasks: [Int] {
    Set(criteria.reduce(links.tasks.elements) { $0 + $1.links.tasks.elements }).sorted()
  }
}

/// One acceptance criterion, or what stands for one.
package struct TracedCriterion: Sendable {
  package var id: String
  /// On one line.
  package var text: String
  package var place: TracePlace
  /// Where its number or mark begins in the document; its text where it has neither.
  package var offset: Int
  /// What names the criterion, or its whole requirement; only tests must name the criterion itself.
  package var links: TraceLinks
}

/// What leads to a requirement or a criterion.
package struct TraceLinks: Sendable, Hashable {
  /// Tasks that cite it, as indices into ``TracedFeature/tasks``: in document order, those that cite the
  /// whole of which it is a part behind the others.
  package var tasks = LimitedList<Int>()
  /// How many of them are done or dropped.
  package var settledTaskCount = 0
  /// Where the design mentions it.
  package var design = LimitedList<TracePlace>()
  /// Where code names it.
  package var code = LimitedList<TracePlace>()
  package var tests = LimitedList<TracedTest>()
  private var outcomes: Set<TracedTest.Outcome> = []

  package init() {}

  /// What the tests say.
  package var proof: Proof { Proof(outcomes) }

  /// Whether tasks cite it and all of them are done or dropped.
  package var isDone: Bool { !tasks.isEmpty && settledTaskCount == tasks.count }

  mutating func add(task: Int, isSettled: Bool) {
    if tasks.append(task), isSettled { settledTaskCount += 1 }
  }

  mutating func add(_ test: TracedTest) {
    tests.append(test)
    outcomes.insert(test.outcome)
  }

  /// Adds what names the whole, of which this is a part: everything but tests, since a test of the whole
  /// need not look at each part.
  mutating func add(whole: TraceLinks, isSettled: (Int) -> Bool) {
    var settledBefore = 0
    for task in whole.tasks.elements {
      if isSettled(task) { settledBefore += 1 }
      add(task: task, isSettled: isSettled(task))
    }
    let further = whole.tasks.count - whole.tasks.elements.count
    if further > 0 {
      tasks.count(further: further)
      settledTaskCount += whole.settledTaskCount - settledBefore
    }
    design.append(whole.design)
    code.append(whole.code)
  }
}

/// One task.
package struct TracedTask: Sendable {
  package var id: String
  package var title: String
  package var state: TaskState
  /// Whether it, or every leaf below it, is done or dropped.
  package var isSettled: Bool
  package var place: TracePlace
  /// What it cites, in the order of its references.
  package var targets = LimitedList<TraceTarget>()
  /// Whether it cites everything.
  package var isForAll = false
  /// Where code or tests name the task itself.
  package var code: [TracePlace] = []
}
