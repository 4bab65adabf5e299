import SpecModel

/// A place in a document of settings at which a value can stand.
struct SettingPlace {
  /// Names and placeholders with dots between them.
  let path: String
  let type: SettingType
  var key: SettingKey?
  /// Makes a document in which a value stands at the place, with nothing else than it needs.
  let document: (String) -> String

  var sample: SettingSample { SettingSample(type: type, key: key) }

  /// The places in a document, each before those inside it.
  static func all(in document: SettingDocument) -> [SettingPlace] {
    SettingPlace(path: "", type: document.type) { $0 }.inside
  }

  /// The place itself and those in it.
  private var withInside: [SettingPlace] { [self] + inside }

  private var inside: [SettingPlace] { places(of: type) }

  private func places(of type: SettingType) -> [SettingPlace] {
    switch type {
    case .section(let section):
      (section.others.map {
        place("<\(section.otherNames.label)>", named: section.otherNames.sample, $0)
      } ?? []) + section.keys.flatMap { place(of: $0, in: section) }
    case .map(let value, let names): place("<\(names.label)>", named: names.sample, value)
    case .list(let element, _):
      SettingPlace(path: path + "[]", type: element) { document("[\($0)]") }.inside
    // A mapping says best what a list of its values can hold.
    case .either(.list(let element, let orOne), let second):
      places(of: second) + places(of: .list(element, orOne: orOne))
    case .either(let first, let second): places(of: first) + places(of: second)
    default: []
    }
  }

  private func place(of key: SettingKey, in section: SettingSection) -> [SettingPlace] {
    // What else has to be there.
    let others = section.required.filter { !$0.contains(key.name) }.compactMap(\.first).map {
      name in "\(name): \(SettingSample(type: .text, key: section[name]).right)"
    }
    return ([key.name] + key.synonyms).flatMap { name in
      SettingPlace(path: path.isEmpty ? name : "\(path).\(name)", type: key.type, key: key) {
        let entries = others + ["\(name): \($0)"]
        return path.isEmpty
          ? entries.joined(separator: "\n") : document("{\(entries.joined(separator: ", "))}")
      }.withInside
    }
  }

  private func place(_ label: String, named name: String, _ type: SettingType) -> [SettingPlace] {
    SettingPlace(path: path.isEmpty ? label : "\(path).\(label)", type: type) {
      document("{\(name): \($0)}")
    }.withInside
  }
}
