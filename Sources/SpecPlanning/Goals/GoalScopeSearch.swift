import Diagnostics
import SpecModel

/// Holds what a goal names against the features of a workspace.
struct GoalScopeSearch {
  private let text: GoalText
  private let workspace: Workspace
  /// Where each word of the goal stands.
  private let positions: [String: [Int]]
  private let entries: [RegistryFeature?]

  init(_ text: GoalText, in workspace: Workspace) {
    self.text = text
    self.workspace = workspace
    positions = Dictionary(
      grouping: text.stems.indices.lazy.map { [text] in (text.stems[$0], $0) }, by: \.0
    ).mapValues { $0.map(\.1) }
    let registry = workspace.registry?.features ?? []
    entries = registry.entries(of: workspace.features)
      .map { $0.map { registry[$0] } }
  }

  /// The features that anything speaks for, in the order of the workspace.
  func matches() -> [GoalScope.Match] {
    let (names, excepted) = nameMatches()
    // Who names features means no others.
    let whole =
      names.isEmpty
      ? wholeSystem.map {
        GoalScope.Evidence(phrase: "'\($0)' means every feature", score: 4, isPlain: true)
      } : nil
    return workspace.features.indices.compactMap { index in
      if excepted.contains(index) { return nil }
      var evidence = names[index] ?? []
      evidence += titles(of: index) + layer(of: index) + registered(index) + files(of: index)
      if let whole { evidence.append(whole) }
      if !evidence.contains(where: \.isPlain) { evidence += parts(of: index) }
      guard !evidence.isEmpty else { return nil }
      return GoalScope.Match(
        feature: workspace.features[index].name,
        evidence: evidence.enumerated().sorted {
          ($1.element.score, $0.offset) < ($0.element.score, $1.offset)
        }.map(\.element))
    }
  }

  /// Whether the goal names a feature as one that is not meant.
  func excludes(_ index: Int) -> Bool {
    nameMatches().excepted.contains(index)
  }

  // MARK: Names

  /// The words of a feature's name, without the number in front that Spec Kit gives it.
  private func nameWords(_ index: Int) -> [String] {
    let words = GoalText.words(workspace.features[index].name).map(GoalText.stem)
    let named = words.drop { $0.allSatisfy(\.isNumber) }
    return named.isEmpty ? words : Array(named)
  }

  /// The evidence of names by feature, and the features that are named behind `except`; a name that
  /// is part of a longer one at the same place is none.
  private func nameMatches() -> (named: [Int: [GoalScope.Evidence]], excepted: Set<Int>) {
    let end =
      ["except", "excluding", "besides"].compactMap { positions[$0]?.first }.min()
      ?? text.stems.count
    var ranges: [Int: [Range<Int>]] = [:]
    for index in workspace.features.indices {
      let found = places(of: nameWords(index))
      if !found.isEmpty { ranges[index] = found }
    }
    // For each word of the goal the length of the longest name that covers it.
    var longest = text.stems.map { _ in 0 }
    for range in ranges.values.joined() {
      for position in range { longest[position] = max(longest[position], range.count) }
    }
    var named: [Int: [GoalScope.Evidence]] = [:]
    var excepted: Set<Int> = []
    for (index, found) in ranges {
      let own = found.filter { range in range.contains { longest[$0] <= range.count } }
      if own.contains(where: { $0.lowerBound < end }) {
        let score = found[0].count > 1 ? 10 : 8
        named[index] = [GoalScope.Evidence(phrase: "its name", score: score, isPlain: true)]
      } else if !own.isEmpty {
        excepted.insert(index)
      }
    }
    return (named, excepted)
  }

  /// Where some words stand one after another.
  private func places(of words: [String]) -> [Range<Int>] {
    guard let first = words.first else { return [] }
    return (positions[first] ?? []).filter { text.stems[$0...].starts(with: words) }
      .map { $0..<($0 + words.count) }
  }

  /// The titles of documents and of the registry, without the words that every title has.
  private func titles(of index: Int) -> [GoalScope.Evidence] {
    let feature = workspace.features[index]
    let titles = [
      entries[index]?.title, feature.requirements?.title, feature.design?.title,
      feature.tasks?.title,
    ]
    let name = nameWords(index)
    var seen: Set<[String]> = [name]
    for title in titles.compactMap({ $0 }) {
      let words = GoalText.words(title.value).map(GoalText.stem)
        .filter { !Self.titleWords.contains($0) }
      guard words.count > 1, seen.insert(words).inserted, !places(of: words).isEmpty else {
        continue
      }
      return [GoalScope.Evidence(phrase: "the title '\(title.value)'", score: 8, isPlain: true)]
    }
    return []
  }

  /// Single words of name and titles: a hint and no more.
  private func parts(of index: Int) -> [GoalScope.Evidence] {
    let feature = workspace.features[index]
    let titles = [feature.requirements?.title, feature.design?.title, feature.tasks?.title]
    let named = nameWords(index)
    let titled = titles.compactMap { $0 }.flatMap { GoalText.words($0.value).map(GoalText.stem) }
    var seen: Set<String> = []
    var parts: [GoalScope.Evidence] = []
    for (number, word) in (named + titled).enumerated()
    where word.count > 2 && !Self.titleWords.contains(word)
      && (positions[word] != nil || text.pathStems.contains(word)) && seen.insert(word).inserted
    {
      let isNamed = number < named.count
      parts.append(
        GoalScope.Evidence(
          phrase: "the word '\(word)' in its \(isNamed ? "name" : "title")",
          score: isNamed ? 2 : 1, isPlain: false))
    }
    return parts
  }

  private static let titleWords: Set<String> = [
    "requirement", "document", "design", "task", "plan", "implementation", "feature", "spec",
    "specification", "list", "the", "a", "an", "of", "for", "and", "to", "in", "with", "new",
  ]

  // MARK: Layers and modules

  private func layer(of index: Int) -> [GoalScope.Evidence] {
    var evidence: [GoalScope.Evidence] = []
    if let layer = entries[index]?.layer?.value ?? workspace.features[index].moduleLayer {
      let words = GoalText.words(layer).map(GoalText.stem)
      if !places(of: words + ["layer"]).isEmpty || !places(of: ["layer"] + words).isEmpty {
        evidence.append(.init(phrase: "the layer '\(layer)'", score: 6, isPlain: true))
      }
    }
    let words = nameWords(index)
    // A module of a layer is named whole.
    guard workspace.features[index].moduleLayer == nil else { return evidence }
    for (number, word) in words.enumerated() where words.count > 1 {
      guard !places(of: [word, "module"]).isEmpty || !places(of: ["module", word]).isEmpty else {
        continue
      }
      let part = words[number]
      evidence.append(.init(phrase: "the module '\(part)'", score: 6, isPlain: true))
      break
    }
    return evidence
  }

  /// The words with which a goal means all there is; `nil` when it has none.
  private var wholeSystem: String? {
    let wholes = [
      "system", "project", "workspace", "codebase", "application", "product", "repository",
    ]
    for sign in ["whole", "entire", "complete", "all"] {
      for place in positions[sign] ?? [] {
        guard text.stems.indices.contains(place + 1) else { continue }
        let next = text.stems[place + 1]
        if sign != "all" && wholes.contains(next) || sign != "complete" && next == "feature" {
          return "\(sign) \(next == "feature" ? "features" : next)"
        }
      }
    }
    if !places(of: ["every", "feature"]).isEmpty { return "every feature" }
    return positions["everything"] != nil ? "everything" : nil
  }

  // MARK: Registry

  /// Pages and components that the registry gives the feature.
  private func registered(_ index: Int) -> [GoalScope.Evidence] {
    guard let entry = entries[index] else { return [] }
    for (kind, names) in [("page", entry.pages), ("component", entry.keyComponents)] {
      for name in names {
        let words = GoalText.words(name.value).map(GoalText.stem)
        let isThere =
          text.chunks.contains(name.value.lowercased())
          || words.count > 1 && !places(of: words).isEmpty
        if isThere {
          return [.init(phrase: "its \(kind) '\(name.value)'", score: 6, isPlain: true)]
        }
      }
    }
    return []
  }

  // MARK: Files

  private func files(of index: Int) -> [GoalScope.Evidence] {
    let feature = workspace.features[index]
    var evidence: [GoalScope.Evidence] = []
    for path in text.paths.prefix(20) {
      if path == feature.directory || path.hasPrefix("\(feature.directory)/") {
        evidence.append(.init(phrase: "its folder \(feature.directory)", score: 10, isPlain: true))
        continue
      }
      if path.hasPrefix("\(feature.name)/"), let tasks = feature.tasks,
        let task = tasks.firstByID[String(path.dropFirst(feature.name.count + 1))]
      {
        evidence.append(
          .init(phrase: "its task \(tasks.tasks[task].id)", score: 10, isPlain: true))
        continue
      }
      var best: GoalScope.Evidence?
      for task in feature.tasks?.tasks ?? [] {
        for file in task.files {
          guard let score = Self.likeness(of: path, to: file.path), score > best?.score ?? 0 else {
            continue
          }
          let what = path == file.path ? "'\(path)' is in" : "'\(path)' fits \(file.path) of"
          best = .init(phrase: "\(what) task \(task.id)", score: score, isPlain: true)
        }
      }
      if let best { evidence.append(best) }
    }
    return evidence
  }

  /// 6 for the same path, 4 for a folder that the file is in, or the end of its path.
  private static func likeness(of path: String, to file: String) -> Int? {
    if path == file || "\(path)/" == file { return 6 }
    return file.hasPrefix("\(path)/") || file.hasSuffix("/\(path)") ? 4 : nil
  }
}
