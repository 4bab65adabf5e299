import Diagnostics
import YAMLSyntax

extension PlanningSettings {
  /// What `order` can be.
  package static let orders = ["document", "infer", "declared"]

  /// The keys of `planning:`.
  package static let keys = [
    "order", "default_agent", "max_parallel", "default_estimate", "sizes", "deadline", "deadlines",
    "resources", "ignore_case",
  ]

  init(_ section: YAMLEntry, with reader: inout FieldReader) {
    self.init()
    for field in reader.entries(section) {
      switch field.name {
      case "order":
        guard let word = reader.text(field) else { continue }
        if Self.orders.contains(word.value) {
          order = word
        } else {
          reader.unknownWord(word, of: field.name, allowed: Self.orders)
        }
      case "default_agent": defaultAgent = reader.text(field)
      case "max_parallel": maxParallel = reader.count(field)
      case "default_estimate": defaultEstimate = reader.time(field)
      case "deadline": deadline = reader.time(field)
      case "ignore_case": ignoresCase = reader.flag(field)
      case "sizes": readSizes(field, with: &reader)
      case "deadlines":
        deadlines = reader.entries(field).compactMap { entry in
          reader.time(entry).map { FeatureDeadline(feature: entry.locatedName, seconds: $0) }
        }
      case "resources":
        resources = reader.entries(field).map { Self.resource($0, with: &reader) }
      default: reader.unknown(field, in: "planning", known: Self.keys)
      }
    }
  }

  private mutating func readSizes(_ section: YAMLEntry, with reader: inout FieldReader) {
    let known = EstimateReading.standardSizes.map(\.name)
    for field in reader.entries(section) {
      guard known.contains(field.name) else {
        reader.unknown(field, in: "planning.sizes", known: known)
        continue
      }
      sizes[field.name] = reader.time(field)
    }
  }

  /// A list names files; a mapping may name words too.
  private static func resource(
    _ entry: YAMLEntry, with reader: inout FieldReader
  ) -> ExclusiveResource {
    var resource = ExclusiveResource(name: entry.locatedName)
    guard entry.value.isMapping else {
      resource.files = reader.texts(entry)
      return resource
    }
    for field in reader.entries(entry) {
      switch field.name {
      case "files": resource.files = reader.texts(field)
      case "words": resource.words = reader.texts(field)
      default:
        reader.unknown(
          field, in: "planning.resources.\(entry.name)", known: ["files", "words"])
      }
    }
    return resource
  }
}

extension FieldReader {
  /// A time such as `30m` or `2 days`, in seconds; a day of work has 8 hours.
  mutating func time(_ entry: YAMLEntry) -> Located<Int>? {
    guard let text = text(entry) else { return nil }
    if case .time(let estimate) = EstimateReading(text.value), estimate.expectedSeconds > 0 {
      return Located(estimate.expectedSeconds, at: text.range)
    }
    wrong(entry, wanted: "a time", help: "write it like '30m', '2h' or '1 day'")
    return nil
  }
}
