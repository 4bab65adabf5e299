import Diagnostics

extension TasksDocument {
  /// Takes the files that the titles of tasks name for those that the tasks touch, as spec-kit writes
  /// them: `- [ ] T012 [P] Write the model in src/model.ts`.
  ///
  /// Of a path with a folder and an extension nobody doubts that it is one; other words are left.
  package mutating func takePathsFromTitles() {
    for index in tasks.indices where tasks[index].files.isEmpty {
      let found = text.bytes.withView { FileMentions.find(in: $0, tasks[index].titleRange) }
      tasks[index].files = found.filter(\.isPlainlyFile)
    }
  }
}

extension FileMention {
  fileprivate var isPlainlyFile: Bool {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return false }
    let name = path.utf8[path.utf8.index(after: slash)...]
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex else {
      return false
    }
    let ending = name[name.index(after: dot)...]
    return (1...5).contains(ending.count) && (ending.first?.isLetter ?? false)
  }
}
