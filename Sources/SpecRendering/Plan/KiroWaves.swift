import Diagnostics
package import SpecPlanning

/// The waves of one feature as Kiro writes them: `{"waves": [{"id": 0, "tasks": ["1.1"]}]}`.
package enum KiroWaves {
  /// The JSON of a feature's own waves, numbered from 0 without gaps; `nil` for a feature the plan has no tasks of.
  package static func bytes(_ plan: Plan, feature name: String) -> [UInt8]? {
    guard let feature = plan.features.firstIndex(where: { $0.name == name }) else { return nil }
    let prefix = plan.features[feature].name.utf8.count + 1
    let waves = plan.waves.map { wave in
      wave.filter { plan.assignments[$0].feature == feature }.map { task in
        let id = plan.assignments.id(task)
        return String(id.utf8.dropFirst(prefix)) ?? id
      }
    }.filter { !$0.isEmpty }
    guard !waves.isEmpty else { return nil }
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("waves")
      writer.array { writer in
        for (number, tasks) in waves.enumerated() {
          writer.object { writer in
            writer.member("id", number)
            writer.member("tasks", tasks)
          }
        }
      }
    }
    return writer.bytes
  }
}
