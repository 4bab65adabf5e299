import Diagnostics
import SpecModel
import SpecPlanning

/// Where a workspace stands, for programs: `specctl.summary/1`; `schemas/summary.schema.json` describes it.
package enum SummaryJSON {
  /// The name and version of the form.
  package static let version = "specctl.summary/1"

  /// Everything that the other forms tell, but findings only in numbers: `specctl validate` has them.
  package static func text(_ summary: WorkspaceSummary) -> String {
    var json = JSONWriter()
    json.object { json in
      json.member("version", version)
      json.key("findings")
      json.object { json in
        for severity in Severity.allCases.reversed() {
          json.member(severity.rawValue, summary.outcome.count(of: severity))
        }
        json.member("threshold", summary.threshold.rawValue)
        json.member("fails", summary.fails)
      }
      json.key("tasks")
      write(summary.tasks, to: &json)
      json.key("coverage")
      write(summary.coverage, to: &json)
      json.key("plan")
      write(summary.plan, to: &json)
      json.key("parts")
      json.array { json in for part in summary.parts { write(part, to: &json) } }
      json.key("ready")
      json.array { json in
        for task in summary.ready {
          json.object { json in
            json.member("id", task.id)
            json.member("title", task.title)
            json.member("agent", task.agent)
            json.member("inProgress", task.isInProgress)
          }
        }
      }
      json.key("change")
      write(summary.change, to: &json)
    }
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private static func write(_ part: WorkspaceSummary.Part, to json: inout JSONWriter) {
    json.object { json in
      json.member("name", part.name)
      json.member("kind", part.kind.rawValue)
      json.key("tasks")
      write(part.tasks, to: &json)
      json.member("wavesLeft", part.wavesLeft)
      json.key("coverage")
      write(part.coverage, to: &json)
    }
  }

  private static func write(_ counts: TaskCounts, to json: inout JSONWriter) {
    json.object { json in
      json.member("total", counts.total)
      json.member("done", counts.settled)
      json.member("inProgress", counts.inProgress)
      json.member("optional", counts.optional)
    }
  }

  private static func write(_ coverage: RequirementCoverage?, to json: inout JSONWriter) {
    guard let coverage else { return json.null() }
    json.object { json in
      json.member("requirements", coverage.requirements)
      json.member("citedRequirements", coverage.citedRequirements)
      json.member("criteria", coverage.criteria)
      json.member("citedCriteria", coverage.citedCriteria)
    }
  }

  private static func write(_ plan: WorkspaceSummary.PlanFigures?, to json: inout JSONWriter) {
    guard let plan else { return json.null() }
    json.object { json in
      json.member("tasks", plan.tasks)
      json.member("waves", plan.waves)
      json.member("makespanSeconds", plan.makespan)
    }
  }

  private static func write(
    _ change: (since: String, what: WorkspaceSummary.Change)?, to json: inout JSONWriter
  ) {
    guard let change else { return json.null() }
    json.object { json in
      json.member("since", change.since)
      switch change.what {
      case .unknown(let reason): json.member("unknown", reason)
      case .known(let difference):
        json.member("same", difference.isEmpty)
        json.member("added", difference.added.lazy.filter { $0.kind == .task }.map(\.id))
        json.member("removed", difference.removed.lazy.filter { $0.kind == .task }.map(\.id))
        json.member("done", difference.done.map(\.id))
        json.member("reopened", difference.reopened.map(\.id))
      }
    }
  }
}
