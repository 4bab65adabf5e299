package import Diagnostics
import YAMLSyntax

extension CapabilityFile {
  /// Reads the settings of a capability, as YAML or as JSON.
  ///
  /// Never fails: what cannot be read is a problem. A file of another tool is ``isForeign`` and has
  /// no problems. Linear in the bytes.
  package init(reading file: SourceFile, as kind: CapabilityKind) {
    self.init(kind: kind, file: file)
    let stream: YAMLStream
    do throws(YAMLError) {
      stream = try YAMLStream(parsing: file.bytes)
    } catch {
      problems = [UnquotedItems.problem(error, in: file) ?? DocumentProblem(error)]
      return
    }
    root = stream.root
    guard let root, !root.isNull else { return }
    let names = root.entries.map(\.name)
    isForeign =
      !names.contains(kind.section) && nearMiss(to: kind.section, among: names) == nil
    if isForeign { return }

    var reader = CapabilityReader(file)
    reader.fields.problems = stream.problems.map { DocumentProblem($0) }
    reader.fields.noteFurtherDocuments(of: stream)
    let isShared = kind == .mcp
    reader.read(
      root, named: "",
      as: .keys([kind.section: kind.schema], isShared: isShared), in: "")
    if kind == .mcp { servers = reader.readServers(root[kind.section]) }
    reader.findSecrets(in: root)
    agents = reader.agents
    features = reader.features
    unknownKeys = reader.fields.unknownKeys
    problems = reader.fields.problems.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}
