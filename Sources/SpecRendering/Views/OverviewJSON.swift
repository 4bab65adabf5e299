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
            json.key("tasks")
            json.object {
              $0.member("total", entry.taskCounts.total)
              $0.member("done", entry.taskCounts.settled)
              $0.member("inProgress", entry.taskCounts.inProgress)
              $0.member("optional", entry.taskCounts.optional)
            }
          }
        }
      }
    }
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
