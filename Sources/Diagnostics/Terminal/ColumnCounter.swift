/// Counts the columns of a terminal that scalars take, one after the other.
///
/// East Asian wide and full-width characters and emoji take two, combining marks none. An emoji
/// that is made of several (a joined family, a skin tone, a keycap) takes two in all.
struct ColumnCounter {
  private var last: Unicode.Scalar = " "
  private var lastColumns = 1
  private var isJoining = false

  /// The columns that a scalar adds to the line: those of its visible form, if it has one.
  mutating func columns(adding scalar: Unicode.Scalar) -> Int {
    if scalar.value >= 0x20, scalar.value < 0x7F { return start(scalar, columns: 1) }
    if let form = scalar.visibleForm { return start(" ", columns: form.unicodeScalars.count) }
    if scalar.value < 0x300 { return start(scalar, columns: 1) }
    switch scalar.value {
    case 0x3400...0x9FFF, 0xAC00...0xD7A3:  // most of the wide ones, found without a search
      return start(scalar, columns: 2)
    case 0x200D:
      isJoining = lastColumns == 2
      return 0
    case 0xFE0F:
      return last.properties.isEmoji ? widen() : 0
    case 0x1F3FB...0x1F3FF where last.properties.isEmojiModifierBase:
      return widen()
    default: break
    }
    if scalar.isZeroWidth { return 0 }
    if isJoining, scalar.properties.isEmoji {
      isJoining = false
      last = scalar
      return 0
    }
    return start(scalar, columns: scalar.isWide ? 2 : 1)
  }

  private mutating func start(_ scalar: Unicode.Scalar, columns: Int) -> Int {
    last = scalar
    lastColumns = columns
    isJoining = false
    return columns
  }

  /// Makes the last character two columns wide and says how many that adds.
  private mutating func widen() -> Int {
    let added = max(2 - lastColumns, 0)
    lastColumns += added
    return added
  }
}

extension Unicode.Scalar {
  /// Whether the scalar is drawn on the one before it.
  fileprivate var isZeroWidth: Bool {
    switch value {
    case 0x1160...0x11FF, 0xD7B0...0xD7FF: return true  // vowels and finals of Korean syllables
    default: break
    }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return true
    default: return false
    }
  }

  fileprivate var isWide: Bool {
    var low = 0
    var high = wideCharacters.count
    while low < high {
      let middle = (low + high) / 2
      let range = wideCharacters[middle]
      if range.contains(value) { return true }
      if value < range.lowerBound { high = middle } else { low = middle + 1 }
    }
    return false
  }
}
