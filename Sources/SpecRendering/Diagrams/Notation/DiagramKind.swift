/// The notations that are drawn.
enum DiagramKind: Hashable {
  case flowchart, sequence, states, entities, classes

  /// What the first word of a diagram says.
  init?(word: Substring) {
    switch word {
    case "graph", "flowchart", "flowchart-elk": self = .flowchart
    case "sequenceDiagram": self = .sequence
    case "stateDiagram", "stateDiagram-v2": self = .states
    case "erDiagram": self = .entities
    case "classDiagram", "classDiagram-v2": self = .classes
    default: return nil
    }
  }

  /// What a person calls it.
  var name: String {
    switch self {
    case .flowchart: "Flowchart"
    case .sequence: "Sequence diagram"
    case .states: "State diagram"
    case .entities: "Entity relationship diagram"
    case .classes: "Class diagram"
    }
  }
}
