import Diagnostics

extension TraceBuilder {
  enum TagResolution {
    case found([Found])
    case unknown(message: String, help: String?)
  }

  mutating func resolve(_ tag: SpecTag, at place: TracePlace) -> [Found] {
    if tag.targets.isEmpty {
      orphans.unknownTags.append(
        .init(
          text: "@spec", place: place, test: nil, message: "the tag names no feature",
          help: "write it like '@spec feature/2.3'"))
    }
    return tag.targets.flatMap { target -> [Found] in
      switch resolution(target) {
      case .found(let found): return found
      case .unknown(let message, let help):
        orphans.unknownTags.append(
          .init(text: target.text, place: place, test: nil, message: message, help: help))
        return []
      }
    }
  }

  mutating func resolution(_ target: SpecTag.Target) -> TagResolution {
    guard let numbers = byName[target.feature] else {
      return .unknown(
        message: "there is no feature '\(target.feature)'",
        help: nearName(target.feature).map { "did you mean '\($0)/\(target.id)'?" })
    }
    var first: TagResolution?
    // Folders of several tools may have one name.
    for number in numbers {
      switch tracings[number].resolve(target.id) {
      case .targets(let targets): return .found(targets.map { (number, $0) })
      case .unknown(let message, let help):
        if first == nil { first = .unknown(message: message, help: help) }
      }
    }
    return first ?? .found([])
  }

  private mutating func nearName(_ name: String) -> String? {
    if let known = nearNames[name] { return known }
    let near = nameSearch.nearMiss(to: name)
    nearNames[name] = near
    return near
  }
}
