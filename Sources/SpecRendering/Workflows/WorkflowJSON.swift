import Diagnostics
import SpecModel
package import SpecPlanning

/// The machine form of a workflow with its agents, `specctl.workflow/1`;
/// `schemas/workflow.schema.json` describes it.
package enum WorkflowJSON {
  /// Linear in the steps of all features.
  package static func bytes(_ plan: WorkflowPlan, pretty: Bool = true) -> [UInt8] {
    var writer = JSONWriter(pretty: pretty)
    writer.object { writer in
      writer.member("version", "specctl.workflow/1")
      writeMembers(plan, to: &writer)
    }
    return writer.bytes
  }

  /// The members `workflow` and `features`.
  static func writeMembers(_ plan: WorkflowPlan, to writer: inout JSONWriter) {
    let machine = plan.machine
    writer.key("workflow")
    writer.object { writer in
      writer.member("name", plan.workflow.name.value)
      writer.member("builtIn", plan.isBuiltIn)
      writer.member("description", plan.workflow.summary?.value)
      writer.member("goal", plan.workflow.goal?.value)
      writer.member("appliesTo", plan.workflow.appliesTo.map(\.value))
      writer.member(
        "initial",
        machine.states.indices.contains(machine.initial) ? machine.id(machine.initial) : nil)
      writer.member("shortestRun", plan.length.shortest)
      writer.member("longestRun", plan.length.longest)
      writer.member("longestRunIsExact", plan.length.isExact)
      writer.key("steps")
      writer.array { writer in
        for state in machine.states.indices { write(state, machine, to: &writer) }
      }
    }
    writer.key("features")
    writer.array { writer in
      for feature in plan.features { write(feature, machine, to: &writer) }
    }
  }

  private static func write(
    _ state: Int, _ machine: WorkflowMachine, to writer: inout JSONWriter
  ) {
    let step = machine.step(state)
    let edges = machine.states[state]
    let kind = step.workerKind ?? .generic
    writer.object { writer in
      writer.member("id", step.id.value)
      writer.member("description", step.summary?.value)
      writer.member("agent", step.agent?.value)
      writer.member("worker", step.agent == nil ? kind.rawValue : step.workerKind?.rawValue)
      writer.member("terminal", machine.isTerminal(state))
      writer.member("onSuccess", machine.name(of: edges.onSuccess))
      writer.member("onFailure", machine.name(of: edges.onFailure))
      writer.member("leadsBack", edges.leadsBack)
      writer.member("retries", edges.isUnlimited ? nil : edges.retries ?? 0)
    }
  }

  private static func write(
    _ feature: WorkflowPlan.FeatureSteps, _ machine: WorkflowMachine, to writer: inout JSONWriter
  ) {
    writer.object { writer in
      writer.member("name", feature.feature)
      writer.key("steps")
      writer.array { writer in
        for (state, worker) in feature.workers.enumerated() {
          writer.object { writer in
            writer.member("id", machine.id(state))
            writer.member("agent", worker.agent)
            writer.member("reason", worker.reason)
          }
        }
      }
    }
  }
}
