import Diagnostics
import JSONSyntax
import SpecModel

extension LanguageServer {
  /// The wave and the agent of each task, behind its line.
  mutating func inlayHints(_ parameters: JSONValue) throws(RPCError) -> ResultWriting {
    guard let (folder, path, map) = try askedDocument(parameters),
      let feature = folders[folder].feature(of: path), let document = feature.tasks,
      document.path == path
    else { return { $0.array { _ in } } }
    let range = try map.range(parameters["range"])
    let waves = folders[folder].waves(of: feature)
    var hints: [(Offset, String)] = []
    for (index, task) in document.tasks.enumerated() {
      let line = map.lines.range(ofLine: map.lines.line(of: task.range.lowerBound))
      guard line.lowerBound <= range.upperBound, line.upperBound >= range.lowerBound,
        let planned = waves[index]
      else { continue }
      hints.append(
        (line.upperBound, "wave \(planned.wave)" + (planned.agent.map { " · \($0)" } ?? "")))
    }
    return { json in
      json.array { json in
        for (offset, label) in hints {
          json.object { json in
            json.key("position")
            json.value(map.position(of: offset))
            json.member("label", label)
            json.member("paddingLeft", true)
          }
        }
      }
    }
  }
}
