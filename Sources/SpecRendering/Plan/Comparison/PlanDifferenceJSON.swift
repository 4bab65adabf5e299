import Diagnostics
import SpecModel
package import SpecPlanning

/// What is different between two plans, for programs: `specctl.plan-difference/1`;
/// `schemas/plan-difference.schema.json` describes it.
package enum PlanDifferenceJSON {
  /// The bytes of the JSON with everything that differs.
  ///
  /// The base is the file or revision that the plan is compared with; `elsewhere` is where the plan
  /// differs in what no summary tells.
  package static func bytes(
    _ difference: PlanDifference, base: String, isSame: Bool, elsewhere: String? = nil
  ) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("version", "specctl.plan-difference/1")
      writer.member("base", base)
      writer.member("same", isSame)
      write(difference.settings, "settings", to: &writer) { writer, change in
        writer.member("name", name(change.name))
        writer.member("before", change.before)
        writer.member("after", change.after)
      }
      write(difference.inputs, "inputs", to: &writer) { writer, change in
        writer.member("path", change.path)
        writer.member("change", change.kind.rawValue)
      }
      write(difference.added, "added", to: &writer) { write($1, to: &$0) }
      write(difference.removed, "removed", to: &writer) { write($1, to: &$0) }
      write(difference.done, "done", to: &writer) { write($1, to: &$0) }
      write(difference.reopened, "reopened", to: &writer) { write($1, to: &$0) }
      write(difference.changed, "changed", to: &writer) { writer, change in
        writer.member("id", change.after.id)
        writer.key("before")
        write(change.fields, of: change.before, to: &writer)
        writer.key("after")
        write(change.fields, of: change.after, to: &writer)
      }
      write(difference.waits, "waits", to: &writer) { writer, change in
        writer.member("change", change.kind.rawValue)
        writer.member("before", change.wait.before)
        writer.member("after", change.wait.after)
        writer.member("reason", change.wait.reason.rawValue)
        if let reason = change.reasonBefore { writer.member("reasonBefore", reason.rawValue) }
      }
      writer.key("schedule")
      if let figures = difference.figures {
        writer.object { writer in
          writer.key("before")
          write(figures.before, to: &writer)
          writer.key("after")
          write(figures.after, to: &writer)
        }
      } else {
        writer.null()
      }
      write(difference.findings, "findings", to: &writer) { writer, change in
        writer.member("change", change.kind.rawValue)
        writer.member("rule", change.remark.rule)
        writer.member("severity", change.remark.severity)
        writer.member("message", change.remark.message)
      }
      writer.member("elsewhere", elsewhere)
    }
    return writer.bytes
  }

  private static func write<Element>(
    _ elements: [Element], _ key: String, to writer: inout JSONWriter,
    _ body: (inout JSONWriter, Element) -> Void
  ) {
    writer.key(key)
    writer.array { writer in
      for element in elements { writer.object { body(&$0, element) } }
    }
  }

  private static func name(_ name: SettingChange.Name) -> String {
    switch name {
    case .order: "order"
    case .confidence: "confidence"
    case .features: "features"
    case .optional: "optional"
    case .done: "done"
    case .limit(let limit): "limit \(limit)"
    }
  }

  private static func write(_ step: PlanSummary.Step, to writer: inout JSONWriter) {
    writer.member("id", step.id)
    writer.member("kind", step.kind.rawValue)
    if step.kind == .task {
      writer.member("title", step.title)
      writer.member("wave", step.wave)
    }
    writer.member("agent", step.agent)
  }

  private static func write(
    _ fields: [StepChange.Field], of step: PlanSummary.Step, to writer: inout JSONWriter
  ) {
    writer.object { writer in
      for field in fields {
        switch field {
        case .id: writer.member("id", step.id)
        case .title: writer.member("title", step.title)
        case .wave: writer.member("wave", step.wave)
        case .agent: writer.member("agent", step.agent)
        case .role: writer.member("role", step.role.rawValue)
        case .priority: writer.member("priority", step.priority.rawValue)
        case .blocking: writer.member("blocking", step.isBlocking)
        case .timeout: writer.member("timeoutSeconds", step.timeoutSeconds)
        case .duration:
          writer.member("durationSeconds", step.durationSeconds)
          writer.member("estimated", step.isEstimated)
        case .requirements: writer.member("requirements", step.requirements)
        case .files: writer.member("files", step.files)
        }
      }
    }
  }

  private static func write(_ figures: PlanSummary.Figures, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("makespanSeconds", figures.makespan)
      writer.member("lowerBoundSeconds", figures.lowerBound)
      writer.member("criticalPathSeconds", figures.criticalPath)
      writer.key("missedDeadlines")
      writer.array { writer in
        for feature in figures.missedDeadlines {
          if let feature { writer.value(feature) } else { writer.null() }
        }
      }
    }
  }
}
