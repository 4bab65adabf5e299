/// Rows of text in columns of equal width.
///
/// A cell takes one line. Columns are two spaces apart, and no line ends with spaces.
package struct TextTable: Sendable {
  /// What the cells below each other have in common.
  package struct Column: Hashable, Sendable {
    /// Not written where the titles of all columns are empty.
    package var title: String
    package var alignment: TextAlignment
    /// Whether cells may be cut to fit a width; names that people copy should not be.
    package var isCut: Bool

    package init(_ title: String, alignment: TextAlignment = .left, isCut: Bool = true) {
      self.title = title
      self.alignment = alignment
      self.isCut = isCut
    }
  }

  /// What stands where a row meets a column.
  package struct Cell: Hashable, Sendable, ExpressibleByStringInterpolation {
    package var text: String
    package var style: TerminalStyle

    package init(_ text: String, style: TerminalStyle = .plain) {
      self.text = text
      self.style = style
    }

    package init(stringLiteral text: String) {
      self.init(text)
    }
  }

  package let columns: [Column]
  /// Each with at most one cell a column.
  package private(set) var rows: [[Cell]] = []

  package init(_ columns: [Column]) {
    self.columns = columns
  }

  /// Adds a row; cells that are missing at its end are empty, and those beyond the last column are
  /// left out.
  package mutating func append(_ cells: [Cell]) {
    rows.append(Array(cells.prefix(columns.count)))
  }

  /// Writes the titles, unless all are empty, and the rows.
  ///
  /// The widest columns of the table are cut until a line takes no more than the width; `nil` cuts
  /// nothing. No column is cut below three and some are not cut at all, so a table may need more.
  package func write(to output: inout StyledText, width: Int? = nil) {
    let widths = widths(fitting: width)
    if columns.contains(where: { !$0.title.isEmpty }) {
      writeRow(columns.map { Cell($0.title, style: .heading) }, widths: widths, to: &output)
    }
    for row in rows { writeRow(row, widths: widths, to: &output) }
  }

  /// The table as text.
  package func text(width: Int? = nil, showsColor: Bool = false) -> String {
    var output = StyledText(showsColor: showsColor)
    write(to: &output, width: width)
    return output.text
  }

  private static let gap = 2
  /// A column is not cut below this: two characters and `…`.
  private static let leastWidth = 3

  private func writeRow(_ cells: [Cell], widths: [Int], to output: inout StyledText) {
    var pending = 0
    for (index, cell) in cells.enumerated() {
      if index > 0 { pending += Self.gap }
      let text = cell.text.truncated(toWidth: widths[index])
      let space = widths[index] - text.displayWidth
      guard !text.isEmpty else {
        pending += space
        continue
      }
      let isRight = columns[index].alignment == .right
      output.append(spaces: pending + (isRight ? space : 0))
      output.append(text, cell.style)
      pending = isRight ? 0 : space
    }
    output.endLine()
  }

  /// The width of each column: that of its widest cell, less what the widest columns must give up.
  private func widths(fitting width: Int?) -> [Int] {
    var widths = columns.map(\.title.displayWidth)
    for row in rows {
      for (index, cell) in row.enumerated() {
        widths[index] = max(widths[index], cell.text.displayWidth)
      }
    }
    guard let width else { return widths }
    let room = max(width - Self.gap * (columns.count - 1), 0)
    // No column needs more than all the room; what is left to give up is then little.
    for index in widths.indices where columns[index].isCut {
      widths[index] = min(widths[index], max(room, Self.leastWidth))
    }
    var excess = widths.reduce(0, +) - room
    let cut = widths.indices.filter { columns[$0].isCut }
    while excess > 0, let index = cut.reversed().max(by: { widths[$0] < widths[$1] }),
      widths[index] > Self.leastWidth
    {
      widths[index] -= 1
      excess -= 1
    }
    return widths
  }
}
