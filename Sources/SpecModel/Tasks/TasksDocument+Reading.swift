package import Diagnostics

extension TasksDocument {
  /// Reads a task list in any of its dialects; what is not understood stays in ``text``.
  ///
  /// Never fails: a document without tasks has none. Linear in the bytes.
  package init(reading file: SourceFile) {
    self.init(SpecText(file))
  }

  /// Reads a task list that is cut into lines already.
  package init(_ text: SpecText) {
    self = text.bytes.withView { TasksDocument(text, $0) }
  }

  private init(_ text: SpecText, _ bytes: ByteView) {
    let candidates = TaskCandidateReader(bytes: bytes, lines: text.lines).candidates()
    let choice = TaskChoice(bytes, candidates)
    var builder = TaskBuilder(
      text: text, bytes: bytes, candidates: candidates, choice: choice)
    builder.build()
    self.init(
      text: text, title: builder.documentTitle, tasks: builder.tasks,
      firstByID: builder.firstByID, groups: builder.groups,
      looseChecklist: builder.looseChecklist, waves: [], drawnEdges: [])
    let drawings = DependencyDrawings(
      text: text, bytes: bytes, ids: firstByID, groups: groups)
    waves = drawings.waves
    drawnEdges = drawings.edges
    drawnIDs = drawings.nodeIDs
  }
}
