import Diagnostics
package import SpecModel
import SpecPlanning

/// A feature, a task or an agent for programs: `specctl.show/1`, with its kind.
package enum ShowJSON {
  /// Without an entry in the registry, what would come from there is null or empty.
  package static func feature(_ feature: Feature, in workspace: Workspace) -> String {
    let entry = workspace.registry?.features.entry(of: feature)
    return document("feature") { json in
      json.member("name", feature.name)
      json.member("directory", feature.directory)
      json.member("primaryAgent", entry?.primaryAgent?.value)
      json.member("supportingAgents", entry?.supportingAgents.map(\.value) ?? [])
      json.member("qaAgents", entry?.qaAgents.map(\.value) ?? [])
      json.member("dependsOn", entry?.dependsOn.map(\.value) ?? [])
      json.key("requirements")
      json.array { json in
        guard let document = feature.requirements else { return }
        for requirement in document.requirements where !requirement.isSecondary {
          json.object {
            $0.member("id", requirement.id)
            $0.member("title", requirement.title)
            $0.member("criteria", requirement.criteria.map(\.id))
            $0.key("sentences")
            $0.array { json in
              for criterion in requirement.criteria {
                json.object { sentence(criterion, of: document, in: &$0) }
              }
            }
          }
        }
      }
      json.key("tasks")
      json.array { json in
        for index in (feature.tasks?.tasks ?? []).indices {
          json.object { task(index, of: feature, in: &$0) }
        }
      }
    }
  }

  /// Of several tasks with one id the first; the name of the feature alone where there is none.
  package static func task(_ id: String, of feature: Feature) -> String {
    document("task") { json in
      json.member("feature", feature.name)
      if let index = feature.tasks?.tasks.firstIndex(where: { $0.id == id }) {
        task(index, of: feature, in: &json)
      }
    }
  }

  /// Plans the whole workspace, to know where the agent comes in.
  package static func agent(_ name: String, in workspace: Workspace) -> String {
    let file = workspace.agentFile(name)
    let configured = workspace.configuration?.agent(named: name)
    let usage = AgentUsage(workspace).entry(named: name, in: workspace)
    return document("agent") { json in
      json.member("name", name)
      json.member("description", file?.summary?.value ?? configured?.summary?.value)
      json.member("path", file?.file.path)
      json.member("model", file?.model?.value)
      json.key("tools")
      if let tools = file?.tools {
        json.array { json in for tool in tools { json.value(tool.value) } }
      } else {
        json.null()
      }
      json.member("priority", configured?.priority?.value.rawValue)
      if let usage { AgentUsageJSON.write(usage, to: &json) }
    }
  }

  private static func document(_ kind: String, _ body: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter()
    json.object { json in
      json.member("version", "specctl.show/1")
      json.member("kind", kind)
      body(&json)
    }
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// A criterion's sentence by EARS: what is not there, or cannot be told, is null.
  private static func sentence(
    _ criterion: Criterion, of document: RequirementsDocument, in json: inout JSONWriter
  ) {
    let sentence = EARSSentence(reading: criterion.textRange, of: document.text)
    func text(_ range: Range<Offset>?) -> String? { range.map { document.text.text($0) } }
    json.member("criterion", criterion.id)
    json.member("text", text(criterion.textRange))
    json.member("pattern", sentence.pattern?.rawValue)
    json.key("clauses")
    json.array { json in
      for clause in sentence.clauses {
        json.object {
          $0.member("keyword", clause.keyword.rawValue)
          $0.member("written", text(clause.keywordRange))
          $0.member("text", text(clause.textRange))
        }
      }
    }
    json.member("system", text(sentence.system))
    json.member("modal", text(sentence.modal))
    json.member("response", text(sentence.response))
  }

  private static func task(_ index: Int, of feature: Feature, in json: inout JSONWriter) {
    guard let document = feature.tasks else { return }
    let task = document.tasks[index]
    func texts(_ references: [Reference]) -> [String] {
      references.map { document.text.text($0.range) }
    }
    json.member("id", task.id)
    json.member("title", task.title)
    json.member("state", task.state.word)
    json.member("optional", task.isOptional)
    json.member("parent", task.parent.map { document.tasks[$0].id })
    json.member("children", task.children.map { document.tasks[$0].id })
    json.member("declaresDependencies", task.declaresDependencies)
    json.member("dependencies", texts(task.dependencies + task.inlineDependencies))
    json.member("requirements", texts(task.requirements))
    json.member("files", task.files.map(\.path))
    json.member("agent", task.agent?.value)
  }
}
