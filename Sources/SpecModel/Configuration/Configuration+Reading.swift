package import Diagnostics
import YAMLSyntax

extension Configuration {
  /// Reads a configuration in list form, in map form or in a mixture of both.
  ///
  /// Never fails: what cannot be read is a problem. A file of another tool is ``isForeign`` and has
  /// no problems. Linear in the bytes.
  package init(reading file: SourceFile) {
    self.init(file: file)
    let stream: YAMLStream
    do throws(YAMLError) {
      stream = try YAMLStream(parsing: file.bytes)
    } catch {
      problems = [DocumentProblem(error)]
      return
    }
    root = stream.root
    guard let root, !root.isNull else { return }
    let ownsFile = file.path.hasSuffix(".specctl.yaml")
    let names = root.entries.map(\.name)
    isForeign =
      !ownsFile && !names.contains(where: Self.sections.contains)
      && !(root.isMapping && names.isEmpty)
    if isForeign { return }

    var reader = FieldReader(file)
    reader.problems = stream.problems.map { DocumentProblem($0) }
    if !root.isMapping {
      reader.problems.append(
        DocumentProblem(
          .wrongValue, "the configuration is \(root.kindName), where a mapping is wanted",
          at: root.range))
    }
    for entry in root.entries { readSection(entry, ownsFile: ownsFile, with: &reader) }
    reader.noteFurtherDocuments(of: stream)
    unknownKeys = reader.unknownKeys
    problems = reader.problems.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private mutating func readSection(
    _ entry: YAMLEntry, ownsFile: Bool, with reader: inout FieldReader
  ) {
    if let section = Self.table[entry.name] {
      section.read(&self, entry, &reader)
    } else if ownsFile || nearMiss(to: entry.name, among: Self.sections) != nil {
      // Other tools share the file, so only what looks like a misspelling is worth a word.
      reader.unknown(entry, in: "", known: Self.sections)
    }
  }
}
