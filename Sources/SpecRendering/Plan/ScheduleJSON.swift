import Diagnostics
import SpecModel
import SpecPlanning

/// The part of a plan's machine form that says how long everything takes and why.
enum ScheduleJSON {
  static func write(_ schedule: Schedule, _ plan: Plan, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("makespanSeconds", schedule.makespan)
      writer.member("lowerBoundSeconds", schedule.lowerBound)
      writer.member("lowerBoundBy", schedule.lowerBoundLimit.map { schedule.limits[$0].name })
      writer.member("criticalPathSeconds", schedule.criticalSeconds)
      writer.member("criticalPath", schedule.criticalPath.lazy.map { plan.assignments.id($0) })
      writer.key("limits")
      writer.array { writer in
        for limit in schedule.limits {
          writer.object { writer in
            writer.member("name", limit.name)
            writer.member("slots", limit.slots)
            writer.member("workSeconds", limit.workSeconds)
            writer.member("binding", limit.isBinding)
            writer.member("makespanSecondsWithOneMore", limit.makespanWithOneMore)
          }
        }
      }
      writer.key("agents")
      writer.array { writer in
        for load in schedule.agents {
          writer.object { writer in
            writer.member("agent", load.agent)
            writer.member("steps", load.steps)
            writer.member("busySeconds", load.busySeconds)
            writer.member("presentSeconds", load.presentSeconds)
            writer.member("mostAtOnce", load.mostAtOnce)
          }
        }
      }
      writer.key("missedDeadlines")
      writer.array { writer in
        for missed in schedule.missedDeadlines {
          writer.object { writer in
            writer.member("feature", missed.feature)
            writer.member("deadlineSeconds", missed.deadlineSeconds)
            writer.member("finishSeconds", missed.finishSeconds)
          }
        }
      }
    }
  }
}
