import Diagnostics
import SpecModel

/// Writes a block of waves anew in the way in which it is written, changing no more than must be.
struct WaveWriter {
  private let block: DeclaredWaves
  private let text: SpecText

  /// Fails for a block of which some wave has no list of its own.
  init?(_ block: DeclaredWaves, _ text: SpecText) {
    guard !block.entries.isEmpty, block.entries.allSatisfy({ $0.list != nil }) else { return nil }
    self.block = block
    self.text = text
  }

  /// The edits after which each wave lists the given ids, by where they are written now.
  ///
  /// Waves without a task go away, new ones come last, and the numbers behind either follow on.
  /// `nil` where new waves are needed and the last one has keys that cannot be guessed.
  func edits(_ waves: [[Range<Offset>]]) -> [TextEdit]? {
    var edits: [TextEdit] = []
    var number = block.entries[0].number?.value ?? 0
    for (index, entry) in block.entries.enumerated() {
      let ids = index < waves.count ? waves[index] : []
      if ids.isEmpty, !entry.tasks.isEmpty, block.entries.count > 1 {
        edits.append(removal(of: index))
        continue
      }
      if let written = entry.number, written.value != number, removesBefore(index, waves) {
        edits.append(TextEdit(replacing: written.range, with: "\(number)"))
      } else if let written = entry.number {
        number = written.value
      }
      number += 1
      if ids != entry.tasks.map(\.range), let list = entry.list {
        edits.append(
          TextEdit(replacing: inside(list), with: interior(ids, like: entry)))
      }
    }
    guard waves.count > block.entries.count else { return edits }
    guard let last = block.entries.last, !last.hasOtherKeys else { return nil }
    var added = ""
    for ids in waves[block.entries.count...] where !ids.isEmpty {
      added += separator + copy(of: last, number: number, ids)
      number += 1
    }
    if !added.isEmpty { edits.append(TextEdit(inserting: added, at: last.range.upperBound)) }
    return edits
  }

  /// Whether a wave before this one goes away, so that numbers must follow.
  private func removesBefore(_ index: Int, _ waves: [[Range<Offset>]]) -> Bool {
    (0..<index).contains {
      !block.entries[$0].tasks.isEmpty && ($0 >= waves.count || waves[$0].isEmpty)
    }
  }

  private func removal(of index: Int) -> TextEdit {
    let entries = block.entries
    let range =
      index + 1 < entries.count
      ? entries[index].range.lowerBound..<entries[index + 1].range.lowerBound
      : entries[index - 1].range.upperBound..<entries[index].range.upperBound
    return TextEdit(replacing: range, with: "")
  }

  /// What stands between two waves.
  private var separator: String {
    let entries = block.entries
    guard entries.count >= 2 else { return ", " }
    return text.text(
      entries[entries.count - 2].range.upperBound..<entries[entries.count - 1].range.lowerBound)
  }

  /// What stands between the brackets of a list with other ids.
  private func interior(_ ids: [Range<Offset>], like entry: DeclaredWaves.Entry) -> String {
    let written = entry.tasks.map(\.range)
    guard let list = entry.list, let first = written.first, let last = written.last else {
      return ids.map { text.text($0) }.joined(separator: ", ")
    }
    let between =
      written.count > 1 ? text.text(written[0].upperBound..<written[1].lowerBound) : ", "
    return text.text(inside(list).lowerBound..<first.lowerBound)
      + ids.map { text.text($0) }.joined(separator: between)
      + text.text(last.upperBound..<inside(list).upperBound)
  }

  /// What stands between the brackets of a list.
  private func inside(_ list: Range<Offset>) -> Range<Offset> {
    Range(list.lowerBound.utf8 + 1, list.upperBound.utf8 - 1)
  }

  private func copy(
    of entry: DeclaredWaves.Entry, number: Int, _ ids: [Range<Offset>]
  ) -> String {
    guard let list = entry.list else { return "" }
    var edits = [TextEdit(replacing: inside(list), with: interior(ids, like: entry))]
    if let written = entry.number {
      edits.append(TextEdit(replacing: written.range, with: "\(number)"))
    }
    let start = entry.range.lowerBound
    let moved = edits.map { edit in
      TextEdit(
        replacing: Range(
          edit.range.lowerBound.utf8 - start.utf8, edit.range.upperBound.utf8 - start.utf8),
        with: edit.replacement)
    }
    let bytes = Array(text.bytes[entry.range.indices])
    return String(decoding: moved.applied(to: bytes) ?? bytes, as: UTF8.self)
  }
}
