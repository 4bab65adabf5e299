/// What the remark behind a path says.
enum FileRemark {
  /// Whether it tells where the file was, or where it goes: `(renamed from src/a.ts)`, `(→ src/b.ts)`.
  static func tellsOfMove(_ bytes: ByteView, _ range: Range<Int>) -> Bool {
    var cursor = Cursor(bytes, range)
    while !cursor.isAtEnd {
      if moves.skip(&cursor) != nil { return true }
      cursor.position += 1
    }
    return false
  }

  private static let moves = WordList<Bool>(
    [
      "renam", "moved ", "move to ", "move from ", "moving ", "formerly ", "previously ",
      "split from ", "split into ", "merged into ", "merged from ", "extracted from ",
      "extracted to ", "→", "->", "=>", "重命名", "改名", "移动", "移至", "原名", "リネーム", "移動",
      "renombr", "movido", "movida", "renomead", "renommé", "déplacé", "umbenannt", "verschoben",
      "переимен", "перемещ",
    ].map { ($0, true) })
}
