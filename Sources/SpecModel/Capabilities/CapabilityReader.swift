import Diagnostics
import YAMLSyntax

/// Compares the values of a capability file with the types that its keys take.
struct CapabilityReader {
  var fields: FieldReader
  var agents: [Located<String>] = []
  var features: [Located<String>] = []

  init(_ file: SourceFile) {
    fields = FieldReader(file)
  }

  /// Reads the value of a key; one left out is no fault.
  ///
  /// The depth of the calls is that of the types, which is limited.
  mutating func read(
    _ node: YAMLNode, named name: String, as type: SettingType, in container: String
  ) {
    if node.isNull { return }
    switch type {
    case .open: break
    case .section(let section): readSection(node, named: name, section, in: container)
    case .list(let element, let orOne):
      readList(node, named: name, of: element, orOne: orOne, in: container)
    case .map(let value, let kind):
      let names = readMap(node, named: name, to: value, in: container)
      if kind == .feature { features += names }
      if kind == .agent { agents += names.filter { $0.value != "default" } }
    case .either(let first, let second):
      read(node, named: name, as: first.hasShape(of: node) ? first : second, in: container)
    case .flag:
      fields.flag(YAMLEntry(key: YAMLNode(.scalar(YAMLScalar(name)), at: node.range), value: node))
    default: readScalar(node, named: name, as: type)
    }
  }

  private mutating func readSection(
    _ node: YAMLNode, named name: String, _ section: SettingSection, in container: String
  ) {
    // `alerting: false` says as much as `alerting: {enabled: false}`.
    if section["enabled"] != nil, node.bool != nil { return }
    guard node.isMapping else { return wrong(node, named: name, .section(section)) }
    let known = section.keys.map(\.name)
    for entry in node.entries {
      if let key = section[entry.name] {
        let path = container.isEmpty ? entry.name : "\(container).\(entry.name)"
        read(entry.value, named: entry.name, as: key.type, in: path)
      } else if !section.isShared || nearMiss(to: entry.name, among: known) != nil {
        fields.unknown(entry, in: container, known: known)
      }
    }
    for keys in section.ascending { compare(keys, in: node) }
  }

  private mutating func readList(
    _ node: YAMLNode, named name: String, of element: SettingType, orOne: Bool,
    in container: String
  ) {
    if node.isSequence {
      for value in node.elements { read(value, named: name, as: element, in: container) }
    } else if orOne {
      read(node, named: name, as: element, in: container)
    } else {
      let help = node.string.flatMap { $0.utf8.count <= 60 ? "write '\(name): [\($0)]'" : nil }
      wrong(node, named: name, .list(element), help: help)
    }
  }

  /// Reads a mapping with free keys, which are returned.
  private mutating func readMap(
    _ node: YAMLNode, named name: String, to value: SettingType, in container: String
  ) -> [Located<String>] {
    guard node.isMapping else {
      wrong(node, named: name, .map(value))
      return []
    }
    for entry in node.entries {
      let path = container.isEmpty ? entry.name : "\(container).\(entry.name)"
      read(entry.value, named: entry.name, as: value, in: path)
    }
    return node.entries.filter { $0.key.string != nil }.map(\.locatedName)
  }

  /// Reports values of which a later one must not be smaller than an earlier one, and is.
  private mutating func compare(_ paths: [String], in node: YAMLNode) {
    var last: (path: String, node: YAMLNode, size: Double)?
    for path in paths {
      var value: YAMLNode? = node
      for key in path.split(separator: ".") { value = value?[String(key)] }
      guard let value, let text = value.string, let size = Quantity.magnitude(text) else {
        continue
      }
      if let last, size < last.size, let lastText = last.node.string {
        fields.problems.append(
          DocumentProblem(
            .contradiction, "'\(path)' is \(text), less than '\(last.path)', which is \(lastText)",
            at: value.range, help: "one of the two is never reached; make this one the larger",
            note: Located("'\(last.path)' is here", at: last.node.range)))
      }
      last = (path, value, size)
    }
  }

  func wrongMessage(_ node: YAMLNode, named name: String, wanted: String) -> String {
    let text = node.string
    let found = if let text, text.utf8.count <= 40 { "'\(text)'" } else { node.kindName }
    return "'\(name)' is \(found), where \(wanted) is wanted"
  }

  mutating func wrong(
    _ node: YAMLNode, named name: String, _ type: SettingType, help: String? = nil
  ) {
    fields.problems.append(
      DocumentProblem(
        .wrongValue,
        name.isEmpty
          ? "the file holds \(node.kindName), where a mapping is wanted"
          : wrongMessage(node, named: name, wanted: type.wanted),
        at: node.range, help: help))
  }
}

extension SettingType {
  /// Whether a value is a collection or a scalar as the type wants it.
  func hasShape(of node: YAMLNode) -> Bool {
    switch self {
    case .section, .map: node.isMapping
    case .list(_, let orOne): node.isSequence || orOne && node.string != nil
    case .either(let first, let second): first.hasShape(of: node) || second.hasShape(of: node)
    case .open: true
    default: node.string != nil
    }
  }
}
