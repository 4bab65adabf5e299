/// What stands in a box.
enum BoxContent {
  /// Lines below each other in the middle.
  case label([String])
  case record(Record)

  /// A name above parts that are made of rows, as entities and classes have them.
  struct Record {
    /// Above the name, such as `«interface»`.
    var stereotype = ""
    var name: [String]
    /// The parts, their rows, and the cells of each row.
    var parts: [[[String]]] = []
  }

  /// What a person calls the box.
  var name: String {
    switch self {
    case .label(let lines): lines.joined(separator: " ")
    case .record(let record): record.name.joined(separator: " ")
    }
  }
}

/// What stands in a box, broken into lines and measured.
struct MeasuredContent {
  static let labelSize = 13
  static let rowSize = 12
  static let rowHeight = 18
  /// Labels are broken where they are wider.
  static let labelWidth = 210
  private static let cellWidth = 260
  private static let cellGap = 14

  private(set) var outline: BoxOutline
  private(set) var label = WrappedLabel.empty
  private(set) var stereotype = ""
  /// The parts of a record: for each row its cells.
  private(set) var parts: [[[String]]] = []
  /// From the left of the box to each column.
  private(set) var columns: [Int] = []

  init(_ box: BoxDiagram.Box) {
    switch box.content {
    case .label(let lines):
      label = WrappedLabel(
        lines, size: Self.labelSize,
        width: box.shape == .rhombus ? Self.labelWidth * 3 / 4 : Self.labelWidth)
      outline = BoxOutline(box.shape, textWidth: label.width, textHeight: label.height)
    case .record(let record):
      outline = BoxOutline(shape: .record, width: 0, height: 0)
      measure(record)
    }
    // Even, so that the middle is a whole number.
    outline.width += outline.width & 1
    outline.height += outline.height & 1
  }

  /// From the top of the box to its first part.
  var headHeight: Int { 14 + label.height + (stereotype.isEmpty ? 0 : 16) }

  func height(ofPart part: Int) -> Int {
    parts[part].isEmpty ? 10 : parts[part].count * Self.rowHeight + 8
  }

  /// Makes the side at which lines end so long that they end apart.
  mutating func makeRoom(for lines: Int, isVertical: Bool) {
    guard lines > 1 else { return }
    let needed = (lines - 1) * 14 + 24
    switch outline.shape {
    case .rectangle, .rounded, .subroutine, .cylinder, .record, .note, .bar:
      if isVertical {
        outline.width = max(outline.width, needed + needed & 1)
      } else {
        outline.height = max(outline.height, needed + needed & 1)
      }
    default: break
    }
  }

  private mutating func measure(_ record: BoxContent.Record) {
    // Names are bold.
    label = WrappedLabel(record.name, size: Self.labelSize, width: Self.cellWidth)
    stereotype = TextMeasure.fitted(record.stereotype, size: 11, width: Self.cellWidth)
    var widths: [Int] = []
    for part in record.parts {
      var rows: [[String]] = []
      for row in part {
        var cells: [String] = []
        for (column, cell) in row.enumerated() {
          let text = TextMeasure.fitted(
            cell, size: Self.rowSize, width: row.count == 1 ? 2 * Self.cellWidth : Self.cellWidth)
          if column == widths.count { widths.append(0) }
          widths[column] = max(widths[column], TextMeasure.width(text, size: Self.rowSize))
          cells.append(text)
        }
        rows.append(cells)
      }
      parts.append(rows)
    }
    var place = 12
    for width in widths {
      columns.append(place)
      if width > 0 { place += width + Self.cellGap }
    }
    outline.width = max(
      place - (widths.isEmpty ? 0 : Self.cellGap) + 12, label.width * 107 / 100 + 28,
      TextMeasure.width(stereotype, size: 11) + 24, 90)
    outline.height = headHeight + parts.indices.reduce(0) { $0 + height(ofPart: $1) }
  }
}
