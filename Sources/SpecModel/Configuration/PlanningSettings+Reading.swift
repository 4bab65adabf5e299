import Diagnostics
import YAMLSyntax

extension PlanningSettings {
  /// What `order` can be.
  package static let orders = ["document", "infer", "declared"]

  static let table = SettingsTable<PlanningSettings>([
    .choice(
      "order", of: orders, \.order,
      "what silence about dependencies means: the order written, what documents and files tell, "
        + "or nothing; `--order` comes first"
    ).standard("document"),
    .text(
      "default_agent", \.defaultAgent, "gets the tasks that no agent of the feature fits", .agent
    ).such(as: "backend-engineer"),
    .count(
      "max_parallel", \.maxParallel,
      "how many steps may run at once, whatever their priority; `--max-parallel` comes first"
    ).such(as: "4"),
    .workTime(
      "default_estimate", \.defaultEstimate,
      "what a task without an estimate takes; a day of work has 8 hours"
    ),
    .key(
      "sizes", sizesType, "what the sizes of estimates stand for"
    ) { settings, entry, reader in settings.readSizes(entry, with: &reader) },
    .workTime("deadline", \.deadline, "when everything is to be done, from the start of the plan")
      .such(as: "2 weeks"),
    .map(
      "deadlines", of: .feature, to: .workTime, \.deadlines,
      "when single features are to be done"
    ) { entry, reader in
      reader.time(entry).map { FeatureDeadline(feature: entry.locatedName, seconds: $0) }
    },
    .map(
      "resources", of: .resource, to: .either(ExclusiveResource.table.type, .list(.name(.pattern))),
      \.resources,
      "what only one task may use at a time, with the patterns of the files that belong to it: "
        + "see [conflicts](planning.md#conflicts)"
    ) { entry, reader in ExclusiveResource(entry, with: &reader) },
    .flag(
      "ignore_case", \.ignoresCase,
      "whether paths that differ in letter case alone are one file; `--ignore-case`"
    ).standard("false"),
  ])

  private static let sizesType = SettingType.section(
    SettingSection(
      EstimateReading.standardSizes.map {
        SettingKey($0.name, .workTime, standard: standardSize($0.seconds))
      }))

  private static func standardSize(_ seconds: Int) -> String {
    if seconds < 3600 { return "\(seconds / 60)m" }
    return seconds < Estimate.secondsPerDay
      ? "\(seconds / 3600)h" : "\(seconds / Estimate.secondsPerDay)d"
  }

  init(_ section: YAMLEntry, with reader: inout FieldReader) {
    self.init()
    Self.table.read(reader.entries(section), in: "planning", into: &self, with: &reader)
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
}

extension ExclusiveResource {
  static let table = SettingsTable<ExclusiveResource>([
    .texts(
      "files", \.files, "paths or patterns; a task that names one of them uses the resource",
      of: .name(.pattern)),
    .texts("words", \.words, "a task with one of them in its title uses the resource"),
  ])

  /// A list names files; a mapping may name words too.
  fileprivate init(_ entry: YAMLEntry, with reader: inout FieldReader) {
    self.init(name: entry.locatedName)
    guard entry.value.isMapping else {
      files = reader.texts(entry)
      return
    }
    Self.table.read(
      entry.value.entries, in: "planning.resources.\(entry.name)", into: &self, with: &reader)
  }
}
