import Diagnostics
import SpecModel

/// The readers of requirements, designs and task lists, the resolution of their references, the
/// sentences of criteria, and the lines that are nearly something.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let file = SourceFile(path: "document.md", bytes: bytes)
  let tasks = TasksDocument(reading: file)
  let requirements = RequirementsDocument(reading: file)
  _ = DesignDocument(reading: file)
  _ = (tasks.almostTasks, requirements.almostRequirements, requirements.text.openMarks)
  for task in tasks.tasks { _ = task.storyLabels(in: tasks.text) }
  for story in requirements.text.userStories {
    precondition(story.numberRange.upperBound.utf8 <= count)
  }
  let module = ModuleDocument(reading: file, layer: "core")
  for reference in module.dependencies + module.imports + LayerDocument(reading: file).modules {
    precondition(reference.range.upperBound.utf8 <= count)
  }
  let system = LayeredSystem(layers: [
    .init(name: "core", directory: "core", modules: [module])
  ])
  let modules = ModuleIndex(system)
  for reference in module.dependencies + module.imports {
    _ = modules.target(of: reference, from: .init(layer: 0, module: 0))
  }
  for requirement in OpenSpecDocument(reading: file).requirements {
    precondition(requirement.title.range.upperBound.utf8 <= count)
  }
  let words = VagueWords()
  for (requirement, sentences) in zip(requirements.requirements, requirements.sentences) {
    precondition(requirement.criteria.count == sentences.count)
    for criterion in requirement.criteria {
      for range in words.ranges(in: requirements.text, criterion.textRange) {
        precondition(range.upperBound.utf8 <= count)
      }
    }
  }
  let index = RequirementIndex(requirements)
  let taskIndex = TaskIndex(tasks)
  for (position, task) in tasks.tasks.enumerated() {
    for reference in task.requirements { _ = index.resolve(reference) }
    for reference in task.dependencies { _ = taskIndex.resolve(reference, at: position) }
  }
  return 0
}
