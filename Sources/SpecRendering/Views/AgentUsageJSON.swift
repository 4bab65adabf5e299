import Diagnostics
package import SpecPlanning

/// The usage of agents for programs: `specctl.agents/1`.
package struct AgentUsageJSON: Sendable {
  private let usage: AgentUsage

  package init(_ usage: AgentUsage) {
    self.usage = usage
  }

  package var text: String {
    var json = JSONWriter()
    json.object { json in
      json.member("version", "specctl.agents/1")
      json.member("total", usage.total)
      json.member("used", usage.used)
      json.member("working", usage.working)
      json.member("steps", usage.stepCount)
      json.member("tasks", usage.taskCount)
      json.key("agents")
      json.array { json in
        for entry in usage.entries {
          json.object {
            $0.member("name", entry.name)
            $0.member("path", entry.path)
            $0.member("category", entry.category)
            Self.write(entry, to: &$0)
          }
        }
      }
    }
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// The members that say where an agent comes in.
  static func write(_ entry: AgentUsageEntry, to json: inout JSONWriter) {
    json.member("used", entry.isUsed)
    json.member("primaryIn", entry.primaryIn)
    json.member("supportingIn", entry.supportingIn)
    json.member("qaIn", entry.qaIn)
    json.member("competesIn", entry.competesIn)
    json.member("place", entry.place)
    json.member("placeOrigin", entry.placeOrigin)
    json.member("workflows", entry.workflows)
    json.member("elsewhere", entry.elsewhere)
    json.member("namedByTasks", entry.namedByTasks)
    json.member("openTasks", entry.openTaskCount)
    json.member("lostTasks", entry.lostTaskCount)
    json.member("stepCount", entry.stepCount)
    json.key("steps")
    json.object { json in
      for kind in StepKind.allCases { json.member(kind.rawValue, entry.steps[kind] ?? []) }
    }
    json.member("idle", entry.idleness?.reason(entry))
    json.member("remedy", entry.idleness?.remedy)
  }
}
