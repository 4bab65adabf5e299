import Diagnostics
import SpecModel
package import SpecPlanning

/// What was read of a goal, for programs: `specctl.goal/1`;
/// `schemas/goal.schema.json` describes it.
package enum GoalReadingJSON {
  /// The bytes of the JSON; `workflow` is null where none was found.
  package static func bytes(
    _ reading: GoalReading, plan: WorkflowPlan?, pretty: Bool = true
  ) -> [UInt8] {
    var writer = JSONWriter(pretty: pretty)
    writer.object { writer in
      writer.member("version", "specctl.goal/1")
      writer.member("goal", reading.goal)
      writer.key("kind")
      writer.object { writer in write(reading.detection, to: &writer) }
      writer.key("scope")
      writer.object { writer in
        writer.key("features")
        writer.array { writer in write(reading.scope.features, to: &writer) }
        writer.key("perhaps")
        writer.array { writer in write(reading.scope.candidates, to: &writer) }
      }
      writer.member("workflowReason", reading.workflowReason)
      if let plan {
        WorkflowJSON.writeMembers(plan, to: &writer)
      } else {
        writer.key("workflow")
        writer.null()
        writer.key("features")
        writer.array { _ in }
      }
    }
    return writer.bytes
  }

  private static func write(_ detection: TaskTypeDetection, to writer: inout JSONWriter) {
    writer.member("name", detection.type.rawValue)
    writer.member("tied", detection.tied.map(\.rawValue))
    writer.key("evidence")
    writer.array { writer in
      for evidence in detection.evidence {
        writer.object { writer in
          writer.member("words", evidence.words)
          writer.member("kind", evidence.type.rawValue)
          writer.member("score", evidence.score)
          writer.member("remark", evidence.remark.isEmpty ? nil : evidence.remark)
        }
      }
    }
  }

  private static func write(_ matches: [GoalScope.Match], to writer: inout JSONWriter) {
    for match in matches {
      writer.object { writer in
        writer.member("name", match.feature)
        writer.member("score", match.score)
        writer.key("evidence")
        writer.array { writer in
          for evidence in match.evidence {
            writer.object { writer in
              writer.member("phrase", evidence.phrase)
              writer.member("score", evidence.score)
            }
          }
        }
      }
    }
  }
}
