import Diagnostics
import SpecPlanning

/// Turns places into `path:line:column`, each file cut into lines once.
struct PlacePrinter {
  private let files: [String: SourceFile]
  private var tables: [String: LineTable] = [:]

  init(_ plan: Plan) {
    files = Dictionary(plan.inputs.map { ($0.path, $0) }) { first, _ in first }
  }

  mutating func print(_ path: String, _ range: Range<Offset>) -> String {
    guard let file = files[path] else { return path }
    let table = tables[path] ?? LineTable(file.bytes)
    tables[path] = table
    let position = table.position(of: range.lowerBound)
    return "\(path):\(position.line):\(position.column)"
  }

  /// The place of an edge, if it has one.
  mutating func print(_ edge: PlanEdge) -> String? {
    guard let path = edge.path else { return nil }
    return edge.range.map { print(path, $0) } ?? path
  }
}
