import Diagnostics
import SpecModel
package import SpecPlanning

/// A workflow as a state diagram of Mermaid.
package enum WorkflowMermaid {
  /// The diagram with a line feed at the end of each line.
  ///
  /// A state shows who does it where all features have the same agent for it, else its kind of worker.
  package static func text(_ plan: WorkflowPlan) -> String {
    let machine = plan.machine
    var lines = ["stateDiagram-v2"]
    for state in machine.states.indices {
      let agents = Set(plan.features.map(\.workers[state].agent))
      let worker = plan.features.first?.workers[state]
      let who = (agents.count == 1 ? worker?.agent : nil) ?? kind(machine.step(state))
      lines.append("  state \"\(escaped("\(machine.id(state)) (\(who))"))\" as step\(state)")
    }
    let ends = machine.states.indices.flatMap { state in
      [machine.states[state].onSuccess, machine.states[state].onFailure]
    }
    for end in [WorkflowMachine.Target.completed, .failed] where ends.contains(end) {
      lines.append("  state \"\(machine.name(of: end))\" as \(name(end))")
    }
    if !machine.states.isEmpty { lines.append("  [*] --> step\(machine.initial)") }
    for state in machine.states.indices {
      let edges = machine.states[state]
      lines.append("  step\(state) --> \(name(edges.onSuccess)): success")
      lines.append("  step\(state) --> \(name(edges.onFailure)): failure\(retries(edges))")
      if edges.leadsBack, !edges.isUnlimited, !ends.contains(.failed) {
        lines.append("  step\(state) --> [*]: no retry left")
      } else if edges.leadsBack, !edges.isUnlimited {
        lines.append("  step\(state) --> failed: no retry left")
      }
    }
    for end in [WorkflowMachine.Target.completed, .failed] where ends.contains(end) {
      lines.append("  \(name(end)) --> [*]")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func kind(_ step: WorkflowStep) -> String {
    step.agent?.value ?? step.workerKind?.rawValue ?? step.word?.value
      ?? WorkerKind.generic.rawValue
  }

  private static func name(_ target: WorkflowMachine.Target) -> String {
    switch target {
    case .state(let state): "step\(state)"
    case .completed: "completed"
    case .failed: "failed"
    }
  }

  private static func retries(_ state: WorkflowMachine.State) -> String {
    if state.isUnlimited { return " (no limit)" }
    let retries = state.retries ?? 0
    if state.leadsBack { return retries == 1 ? " (once)" : " (at most \(retries) times)" }
    return retries > 0 ? " (after \(retries + 1) tries)" : ""
  }

  /// A label in quotes, with what would end it or begin markup as entities.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text.visible {
      switch character {
      case "\"", "#", "<", ">", ";", "&", "\\", "`", ":":
        for scalar in character.unicodeScalars { result += "#\(scalar.value);" }
      default: result.append(character)
      }
    }
    return result
  }
}
