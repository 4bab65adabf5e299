import Diagnostics

extension FieldReader {
  /// The pattern that a text is; a text that is none is reported, with the key that has it.
  mutating func glob(_ text: Located<String>, of key: String) -> Located<FileGlob>? {
    do throws(FileGlob.Fault) {
      return Located(try FileGlob(text.value), at: text.range)
    } catch {
      let help: String? =
        switch error {
        case .empty: nil
        case .leavesRoot: "write it from the root of the workspace, such as 'src/**'"
        case .tooManyAlternatives: "write it with '*', or as several patterns"
        }
      problems.append(
        DocumentProblem(
          .wrongValue, "'\(key)' has '\(text.value)', which \(error.phrase)", at: text.range,
          help: help))
      return nil
    }
  }
}
