import Diagnostics
import SpecModel

/// The overview for programs: `specctl.list/1`.
package struct OverviewJSON: Sendable {
  private let overview: WorkspaceOverview

  package init(_ overview: WorkspaceOverview) {
    self.overview = overview
  }

  package var text: String {
    var json = JSONWriter()
    json.object { json in
      json.member("version", "specctl.list/1")
      json.key("features")
      json.array { json in
        for entry in overview.features {
          json.object { json in
            json.member("name", entry.name)
            json.member("directory", entry.directory)
            json.member("layout", entry.layout?.rawValue)
            json.member("profile", entry.profile?.rawValue)
            json.member("documents", entry.documents)
            json.member("registered", entry.isRegistered)
            json.member("primaryAgent", entry.primaryAgent)
            json.member("requirements", entry.requirementCount)
            write(entry.taskCounts, to: &json)
          }
        }
      }
      if !overview.modules.isEmpty { writeModules(to: &json) }
    }
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private func writeModules(to json: inout JSONWriter) {
    json.key("modules")
    json.array { json in
      for module in overview.modules {
        json.object { json in
          json.member("name", module.name)
          json.member("layer", module.layer)
          json.member("path", module.path)
          json.member("agent", module.agent)
          json.member("responsibility", module.responsibility)
          write(module.taskCounts, to: &json)
        }
      }
    }
  }

  private func write(_ counts: TaskCounts, to json: inout JSONWriter) {
    json.key("tasks")
    json.object {
      $0.member("total", counts.total)
      $0.member("done", counts.settled)
      $0.member("inProgress", counts.inProgress)
      $0.member("optional", counts.optional)
    }
  }
}
