import Diagnostics

extension TasksDocument {
  /// The boxes in a section of a document as its task list; `nil` where there is none.
  ///
  /// What stands around the section is blanked out for the reading, so that every place is one of the
  /// whole document.
  init?(of text: SpecText, onLines lines: Range<Int>) {
    guard let first = lines.first, text.lines.indices.contains(lines.upperBound - 1) else {
      return nil
    }
    let start = Int(text.lines[first].start)
    let end = Int(text.lines[lines.upperBound - 1].end)
    guard start < end else { return nil }
    var bytes = text.bytes
    for index in bytes.indices
    where !(start..<end).contains(index) && !bytes[index].isLineBreak {
      bytes[index] = 0x20
    }
    let read = TasksDocument(reading: SourceFile(path: text.path, bytes: bytes))
    guard read.tasks.contains(where: { $0.form == .checkbox }) else { return nil }
    self.init(
      text: text, title: read.title, tasks: read.tasks, firstByID: read.firstByID,
      groups: read.groups, looseChecklist: read.looseChecklist, waves: read.waves,
      drawnEdges: read.drawnEdges, drawnIDs: read.drawnIDs)
  }
}
