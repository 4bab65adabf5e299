import SpecModel

/// A document with all that a key can hold, in YAML.
enum SettingExample {
  /// The lines of a key with a value.
  static func lines(of key: SettingKey) -> [String] {
    entry(key.name, key.type, key, indent: "")
  }

  private static func entry(
    _ name: String, _ type: SettingType, _ key: SettingKey?, indent: String
  ) -> [String] {
    let inside: [String]
    switch type.mappingForm {
    case .section(let section) where key?.example == nil:
      let keys = section.keys.filter { !$0.isForOthers }
      inside =
        (section.others.map {
          entry(section.otherNames.sample, $0, nil, indent: indent + "  ")
        } ?? []) + keys.flatMap { entry($0.name, $0.type, $0, indent: indent + "  ") }
    case .map(let value, let names) where key?.example == nil:
      inside = entry(names.sample, value, nil, indent: indent + "  ")
    default:
      return ["\(indent)\(name): \(SettingSample(type: type, key: key).right)"]
    }
    let flow =
      "\(indent)\(name): {" + inside.map { $0.drop { $0 == " " } }.joined(separator: ", ") + "}"
    // What fits on a line and holds nothing deeper reads better there.
    let isFlat = inside.allSatisfy { !$0.hasSuffix(":") && !$0.hasPrefix(indent + "   ") }
    return isFlat && flow.utf8.count <= 80 && !indent.isEmpty
      ? [flow] : ["\(indent)\(name):"] + inside
  }
}
