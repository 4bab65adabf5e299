import Diagnostics
import SpecModel
package import SpecPlanning

/// The machine form of a plan, `specctl.plan/1`; `schemas/plan.schema.json` describes it.
package enum PlanJSON {
  /// The bytes of the JSON, with the digest of every input.
  ///
  /// Linear in the plan and its inputs.
  package static func bytes(_ plan: Plan, _ schedule: Schedule, pretty: Bool = true) -> [UInt8] {
    var places = PlacePrinter(plan)
    var writer = JSONWriter(pretty: pretty)
    writer.object { writer in
      writer.member("version", Plan.version)
      writer.member("order", plan.order.rawValue)
      writer.member("leastConfidence", plan.leastConfidence.rawValue)
      writer.key("selection")
      write(plan.selection, to: &writer)
      writer.key("limits")
      writer.object { writer in
        for priority in Priority.allCases {
          if let limit = plan.limits[priority] { writer.member(priority.rawValue, limit) }
        }
      }
      writer.key("inputs")
      writer.array { writer in
        for input in plan.inputs {
          writer.object { writer in
            writer.member("path", input.path)
            writer.member("digest", input.digest)
          }
        }
      }
      writer.key("features")
      writer.array { writer in for feature in plan.features { write(feature, to: &writer) } }
      if !plan.assumed.isEmpty { writer.member("assumed", plan.assumed) }
      writer.key("waves")
      writer.array { writer in
        for (number, wave) in plan.waves.enumerated() {
          writer.object { writer in
            writer.member("id", number)
            writer.member("tasks", wave.lazy.map { plan.assignments.id($0) })
          }
        }
      }
      writer.key("assignments")
      writer.array { writer in
        var reasons = AssignmentReasons(plan)
        for node in plan.assignments.indices {
          writeAssignment(node, plan, schedule, reasons.reasons(node), to: &writer)
        }
      }
      writer.key("milestones")
      writer.array { writer in
        for (index, milestone) in plan.milestones.enumerated() {
          writer.object { writer in
            writer.member("id", milestone.id)
            writeAfter(plan.assignments.count + index, plan, to: &writer)
          }
        }
      }
      writer.key("schedule")
      ScheduleJSON.write(schedule, plan, to: &writer)
      writer.key("edges")
      writer.array { writer in writeEdges(plan, &places, to: &writer) }
      writer.key("findings")
      writer.array { writer in
        for finding in plan.findings { write(finding, &places, to: &writer) }
      }
    }
    return writer.bytes
  }

  private static func write(_ selection: TaskSelection, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("features")
      if let features = selection.features {
        writer.array { writer in for name in features.sorted() { writer.value(name) } }
      } else {
        writer.null()
      }
      writer.member("optional", selection.includesOptional)
      writer.member("done", selection.includesDone)
    }
  }

  private static func write(_ feature: PlannedFeature, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("name", feature.name)
      if feature.kind != .feature { writer.member("kind", feature.kind.rawValue) }
      writer.member("directory", feature.directory)
      writer.member("documents", feature.documents)
      writer.member("tasks", feature.taskCount)
      writer.member("settled", feature.settledCount)
      writer.member("settledTasks", feature.settledTasks)
      writer.member("declaresOrder", feature.declaresOrder)
      writer.member("dependsOn", feature.dependsOn)
    }
  }

  private static func writeAssignment(
    _ node: Int, _ plan: Plan, _ schedule: Schedule, _ reasons: [String],
    to writer: inout JSONWriter
  ) {
    let assignment = plan.assignments[node]
    let feature = plan.features[assignment.feature]
    writer.object { writer in
      writer.member("id", assignment.id)
      writer.member("feature", feature.name)
      writer.member("kind", assignment.kind.rawValue)
      if assignment.kind == .task {
        writer.member("title", assignment.title)
        writer.member("wave", assignment.wave)
      }
      writer.member("agent", assignment.agent)
      writer.member("role", assignment.role.rawValue)
      writer.member("priority", assignment.priority.rawValue)
      writer.member("blocking", assignment.isBlocking)
      writer.member("timeoutSeconds", assignment.timeoutSeconds)
      writer.member("startSeconds", schedule.starts[node])
      writer.member("finishSeconds", schedule.finishes[node])
      writer.member("slackSeconds", schedule.slacks[node])
      writer.member("estimated", schedule.isEstimated[node])
      writer.member("maxParallel", plan.limits[assignment.priority] ?? 1)
      writer.key("inputs")
      writer.object { writer in
        writer.member("documents", feature.documents)
        writer.member("requirements", assignment.requirementIDs)
        writer.member("files", assignment.files.lazy.map(\.path))
      }
      writeAfter(node, plan, to: &writer)
      writer.member("reasons", reasons)
      if let choice = plan.model(of: node) { writeModel(choice, to: &writer) }
    }
  }

  /// The model of a step, in workspaces with rules for models.
  static func writeModel(_ choice: ModelChoice, to writer: inout JSONWriter) {
    writer.key("model")
    writer.object { writer in
      writer.member("name", choice.model)
      writer.member("reason", choice.reason)
      guard let complexity = choice.complexity else { return }
      writer.member("complexity", complexity.level.rawValue)
      writer.member("score", complexity.score)
      writer.member(
        "evidence",
        complexity.evidence.map { "\($0.text) (\($0.weight > 0 ? "+" : "")\($0.weight))" })
    }
  }

  private static func writeAfter(_ node: Int, _ plan: Plan, to writer: inout JSONWriter) {
    writer.member("after", plan.predecessors(of: node).lazy.map { plan.id(ofNode: Int($0)) })
  }

  /// The edges that a document or the registry gives a reason for.
  private static func writeEdges(
    _ plan: Plan, _ places: inout PlacePrinter, to writer: inout JSONWriter
  ) {
    for node in 0..<plan.assignments.count + plan.milestones.count {
      for edge in plan.edges(into: node) {
        guard let reason = edge.reason, reason != .membership else { continue }
        let place = places.print(edge)
        writer.object { writer in
          writer.member("before", edge.before)
          writer.member("after", edge.after)
          writer.member("reason", reason.rawValue)
          if let resource = edge.resource { writer.member("resource", resource) }
          writer.member("at", place)
        }
      }
    }
  }

  private static func write(
    _ finding: Finding, _ places: inout PlacePrinter, to writer: inout JSONWriter
  ) {
    let place = finding.range.map { places.print(finding.path, $0) } ?? finding.path
    writer.object { writer in
      writer.member("rule", finding.rule)
      writer.member("severity", finding.severity.rawValue)
      writer.member("message", finding.message)
      writer.member("at", place)
    }
  }
}
