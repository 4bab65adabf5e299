import ArgumentParser
import Diagnostics
import SpecModel
import SpecPlanning
import SpecRendering

extension Specctl {
  struct Why: AsyncParsableCommand, SpecctlCommand {
    static let configuration = CommandConfiguration(
      abstract: "Say why a task is in its wave and has its agent.",
      examples: [
        .init(command: "specctl why order-book/2.1", explanation: "a task of a feature"),
        .init(command: "specctl why T014", explanation: "an id that one feature has"),
      ])

    @OptionGroup var common: CommonOptions
    @OptionGroup var planning: PlanningOptions

    @Option(name: .shortAndLong, help: "The form of the answer.")
    var format: ViewFormat = .text

    @Argument(help: "The task, as 'feature/id' or as an id.") var task: String

    init() {}

    mutating func run() async throws {
      let session = try await Session.open(common)
      let console = Console(common: common)
      session.warnOfUnreadable(console)
      let (feature, item) = try session.oneTask(task)
      let plan = try planning.plan(session, features: [], console: console, warns: false)
      let id = "\(feature.name)/\(item.id)"
      guard let assignment = plan.assignments.firstIndex(where: { $0.id == id }) else {
        console.write("task '\(id)' is not planned: \(reason(toLeaveOut: item, of: feature))\n")
        return
      }
      let why = SpecPlanning.Why(plan, assignment: assignment)
      console.write(
        format == .json
          ? WhyJSON.text(why, in: plan) : WhyText.text(why, in: plan, width: console.output.width))
    }

    /// Why a plan does not have a task.
    private func reason(toLeaveOut task: TaskItem, of feature: Feature) -> String {
      if !task.isLeaf { return "it is a group, and only the tasks below it are planned" }
      if !planning.feature.isEmpty, !planning.feature.contains(feature.name) {
        return "'--feature' names other features"
      }
      if task.state.isSettled { return "it is finished; '--include-done' plans it all the same" }
      return "it is optional, and '--no-optional' leaves such tasks out"
    }
  }
}

extension Session {
  /// The one task that a word means.
  func oneTask(_ word: String) throws -> (Feature, TaskItem) {
    let found = tasks(word)
    guard let first = found.first, let item = first.feature.tasks?.tasks[first.task] else {
      throw noTask(word)
    }
    guard found.count == 1 else {
      let names = found.prefix(4).map { "\($0.feature.name)/\(word)" }.joined(separator: ", ")
      throw CommandFailure(
        "\(found.count) features have a task '\(word)'", help: "name one of them: \(names)")
    }
    return (first.feature, item)
  }

  /// Why a word means no task, with the task or the feature that was meant where that can be told.
  private func noTask(_ word: String) -> CommandFailure {
    let features = workspace.features + workspace.moduleFeatures
    if let feature = features.first(where: { $0.name == word }) {
      let task = feature.tasks?.tasks.first { $0.isLeaf && !$0.state.isSettled }
      return CommandFailure(
        "'\(word)' is a feature and no task",
        help: task.map { "name one of its tasks, such as '\(word)/\($0.id)'" })
    }
    let slash = word.lastIndex(of: "/")
    let name = slash.map { String(word[..<$0]) }
    let chosen = features.filter { name == nil || $0.name == name }
    if let name, chosen.isEmpty {
      do { _ = try feature(name) } catch let failure as CommandFailure { return failure } catch {}
    }
    let ids = chosen.flatMap { $0.tasks?.tasks.map(\.id) ?? [] }
    let near = nearMiss(to: slash.map { String(word[$0...].dropFirst()) } ?? word, among: ids)
    return CommandFailure(
      "there is no task '\(word)'",
      help: near.map { "did you mean '\(name.map { "\($0)/" } ?? "")\($0)'?" }
        ?? "'specctl show \(name ?? "FEATURE")' lists the tasks of a feature")
  }
}
