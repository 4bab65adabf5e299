import Diagnostics
import SpecModel

/// The readers of requirements, designs and task lists, and the resolution of their references.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let file = SourceFile(path: "document.md", bytes: bytes)
  let tasks = TasksDocument(reading: file)
  let requirements = RequirementsDocument(reading: file)
  _ = DesignDocument(reading: file)
  let index = RequirementIndex(requirements)
  let taskIndex = TaskIndex(tasks)
  for (position, task) in tasks.tasks.enumerated() {
    for reference in task.requirements { _ = index.resolve(reference) }
    for reference in task.dependencies { _ = taskIndex.resolve(reference, at: position) }
  }
  return 0
}
