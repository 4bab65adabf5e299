import Diagnostics
import SpecModel

/// Gives requirements other numbers and changes every reference of the feature along with them.
struct RequirementRenumbering {
  private let feature: Feature
  private let document: RequirementsDocument
  private let index: RequirementIndex
  private let numbering: RequirementNumbering
  /// By path.
  private var replacements: [String: [Range<Offset>: String]] = [:]
  /// Whether something refers to a requirement in a way that cannot be rewritten.
  private var isStuck = false

  /// The fix after which the numbers are right and every reference means the same as before.
  ///
  /// `nil` where there is no such fix. The documents are read once more to be sure of it, so that the
  /// time is that of reading.
  static func fix(
    _ feature: Feature, _ index: RequirementIndex?, for purpose: NumberingPurpose
  ) -> Fix? {
    guard let document = feature.requirements, let index,
      let numbering = RequirementNumbering(document, for: purpose)
    else { return nil }
    var renumbering = RequirementRenumbering(
      feature: feature, document: document, index: index, numbering: numbering)
    renumbering.collect()
    guard !renumbering.isStuck, renumbering.meansTheSameAfterwards() else { return nil }
    let others = [feature.tasks?.path, feature.design?.path].compactMap { $0 }
    return Fix(
      "number the requirements anew", safety: .unsafe, edits: renumbering.edits(document.path),
      elsewhere: others.map { DocumentEdits(path: $0, edits: renumbering.edits($0)) }
        .filter { !$0.edits.isEmpty })
  }

  private init(
    feature: Feature, document: RequirementsDocument, index: RequirementIndex,
    numbering: RequirementNumbering
  ) {
    self.feature = feature
    self.document = document
    self.index = index
    self.numbering = numbering
  }

  private func edits(_ path: String) -> [TextEdit] {
    (replacements[path] ?? [:]).map { TextEdit(replacing: $0.key, with: $0.value) }
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  // MARK: Collecting edits

  private mutating func collect() {
    for (position, change) in numbering.changes {
      let requirement = document.requirements[position]
      put(change, in: requirement.idRange, of: document.text, isLast: true)
      for criterion in requirement.criteria {
        // `2.1` and `AC-2.1` name the requirement too; `1.` does not.
        let runs = document.text.bytes.numbers(in: criterion.idRange)
        guard runs.count > 1, runs[0].value == change.old else { continue }
        replacements[document.path, default: [:]][runs[0].range] = change.new
      }
    }
    for mention in document.mentions { rewrite(mention, in: document.text) }
    if let tasks = feature.tasks {
      for task in tasks.tasks {
        for reference in task.requirements { rewrite(reference, in: tasks.text) }
      }
    }
    if let design = feature.design {
      for reference in design.references { rewrite(reference, in: design.text) }
    }
  }

  private mutating func rewrite(_ reference: Reference, in text: SpecText) {
    switch reference.kind {
    case .identifier(let id):
      rewrite(id, reference, in: text, isLast: false)
    case .range(let from, let to):
      rewrite(from, reference, in: text, isLast: false)
      // `1.1-5` ends at 1.5.
      let isShort = from.contains(".") && !to.contains(".")
      if !isShort { rewrite(to, reference, in: text, isLast: true) }
    case .all, .none, .text: break
    }
  }

  private mutating func rewrite(
    _ id: String, _ reference: Reference, in text: SpecText, isLast: Bool
  ) {
    let single = Reference(.identifier(id), word: reference.word, at: reference.range)
    let requirement: Int? =
      switch index.resolve(single) {
      case .requirements(let indices): indices.count == 1 ? indices[0] : nil
      case .criteria(let places):
        Set(places.map(\.requirement)).count == 1 ? places[0].requirement : nil
      case .missingCriterion(let requirement, _, _): requirement
      case .all, .nothing, .words, .missingRequirement: nil
      }
    guard let requirement, let change = numbering.changes[requirement],
      !document.requirements[requirement].aliases.contains(where: { $0.value == id })
    else { return }
    guard let place = text.bytes.place(of: id, in: reference.range, isLast: isLast) else {
      isStuck = true
      return
    }
    put(change, in: place, of: text, isLast: false)
  }

  /// Puts the new number in the place of the old one, which is the first in a range or the last.
  private mutating func put(
    _ change: RequirementNumbering.Change, in range: Range<Offset>, of text: SpecText,
    isLast: Bool
  ) {
    let runs = text.bytes.numbers(in: range)
    guard let run = isLast ? runs.last : runs.first, run.value == change.old else {
      isStuck = true
      return
    }
    replacements[text.path, default: [:]][run.range] = change.new
  }

  // MARK: Being sure

  private func meansTheSameAfterwards() -> Bool {
    guard let file = changed(document.text) else { return false }
    let after = RequirementsDocument(reading: file)
    guard after.requirements.count == document.requirements.count else { return false }
    for (position, (old, new)) in zip(document.requirements, after.requirements).enumerated() {
      guard new.id == numbering.changes[position]?.id ?? old.id,
        new.criteria.count == old.criteria.count, new.title == old.title
      else { return false }
    }
    let newIndex = RequirementIndex(after)
    guard same(document.mentions, after.mentions, newIndex) else { return false }
    if let tasks = feature.tasks {
      guard let file = changed(tasks.text) else { return false }
      let new = TasksDocument(reading: file)
      guard
        same(tasks.tasks.flatMap(\.requirements), new.tasks.flatMap(\.requirements), newIndex)
      else { return false }
    }
    if let design = feature.design {
      guard let file = changed(design.text) else { return false }
      guard same(design.references, DesignDocument(reading: file).references, newIndex) else {
        return false
      }
    }
    return true
  }

  private func changed(_ text: SpecText) -> SourceFile? {
    edits(text.path).applied(to: text.bytes).map { SourceFile(path: text.path, bytes: $0) }
  }

  private func same(
    _ before: [Reference], _ after: [Reference], _ newIndex: RequirementIndex
  ) -> Bool {
    before.count == after.count
      && zip(before, after).allSatisfy { old, new in
        switch (index.resolve(old), newIndex.resolve(new)) {
        case (.missingRequirement(let old), .missingRequirement(let new)): old == new
        case (.missingCriterion(let old, _, _), .missingCriterion(let new, _, _)): old == new
        case (let old, let new): old == new
        }
      }
  }
}

extension DesignDocument {
  /// Every id of a requirement that the design names.
  fileprivate var references: [Reference] {
    properties.flatMap(\.validates) + mentions
  }
}

extension [UInt8] {
  /// The numbers that stand in a range, with their values; those too long to be one are left out.
  fileprivate func numbers(in range: Range<Offset>) -> [(value: Int, range: Range<Offset>)] {
    var found: [(value: Int, range: Range<Offset>)] = []
    var index = range.lowerBound.utf8
    let end = Swift.min(range.upperBound.utf8, count)
    while index < end {
      let start = index
      while index < end, self[index] &- 0x30 < 10 { index += 1 }
      if index > start, let value = Int(String(decoding: self[start..<index], as: UTF8.self)) {
        found.append((value, Range(start, index)))
      }
      if index == start { index += 1 }
    }
    return found
  }
}
