import Diagnostics
import SpecModel
package import SpecPlanning

/// Why a task stands in its wave and has its agent, for programs: `specctl.why/1`.
package enum WhyJSON {
  /// A model is told where the workspace has rules for models.
  package static func text(_ why: Why, in plan: Plan) -> String {
    var places = PlacePrinter(plan)
    let assignment = plan.assignments[why.assignment]
    var json = JSONWriter()
    json.object { json in
      json.member("version", "specctl.why/1")
      json.member("task", assignment.id)
      json.member("title", assignment.title)
      json.member("wave", assignment.wave)
      json.member("waves", plan.waves.count)
      json.key("chain")
      json.array { json in
        for link in why.chain {
          json.object { json in
            json.member("after", link.after)
            json.member("before", link.before)
            json.member("reason", link.reason.rawValue)
            if let resource = link.resource { json.member("resource", resource) }
            json.member(
              "place", link.path.map { path in link.range.map { places.print(path, $0) } ?? path })
          }
        }
      }
      json.member("agent", assignment.agent)
      json.member("role", assignment.role.rawValue)
      json.member("agentReasons", why.agentReasons)
      json.member("competitors", why.competitorCount)
      json.key("candidates")
      json.array { json in
        for candidate in why.candidates {
          json.object {
            $0.member("agent", candidate.agent)
            $0.member("score", candidate.score)
            $0.member("ofFeature", candidate.isOwn)
            $0.member("evidence", candidate.evidence)
          }
        }
      }
      if let choice = plan.model(of: why.assignment) { PlanJSON.writeModel(choice, to: &json) }
      json.member("priority", assignment.priority.rawValue)
      json.member("blocking", assignment.isBlocking)
      json.member("timeoutSeconds", assignment.timeoutSeconds)
    }
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
