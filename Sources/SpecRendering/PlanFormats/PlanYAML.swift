package import SpecPlanning

/// The machine form of a plan as YAML: the values of ``PlanJSON`` in the same order.
package enum PlanYAML {
  package static func text(_ plan: Plan, _ schedule: Schedule) -> String {
    BlockYAML.text(PlanJSON.bytes(plan, schedule, pretty: false))
  }
}
