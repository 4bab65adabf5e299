import Diagnostics
import SpecModel

/// The edits that make requirements with numbers and criteria of those of an OpenSpec document.
///
/// `### Requirement: Title` gets a number. `#### Scenario: Title` becomes an item below a heading
/// "Acceptance Criteria", with what stands below it indented; WHEN and THEN lose their marks, and no
/// word changes.
struct OpenSpecConversion {
  private(set) var edits: [TextEdit] = []
  private var noted: ImportRemarks
  /// The number of the next requirement.
  private(set) var nextNumber: Int
  private let document: OpenSpecDocument
  /// The capability that the document changes; `nil` for what a capability does now.
  private let capability: String?
  private let lineBreak: String
  /// Whether the lines belong to a requirement that has a number.
  private var isInRequirement = false
  /// The next section.
  private var section = 0
  /// How many scenarios of the requirement came so far.
  private var scenarios = 0
  /// Whether the next scenario has to be told to be a criterion.
  private var needsLabel = true
  /// How far the lines of a scenario are moved; `nil` outside of one.
  private var shift: Shift?

  private struct Shift {
    /// Whether the last item lost its mark, so that what goes on with it moves less.
    var isBehindKeyword = false
    /// The columns that the lines of a code block move, which all move alike.
    var code: Int?
  }

  var remarks: [ImportRemark] { noted.remarks }

  /// Reads the lines once; linear in the bytes.
  init(_ document: OpenSpecDocument, of capability: String?, firstNumber: Int) {
    self.document = document
    self.capability = capability
    nextNumber = firstNumber
    lineBreak = document.text.lineBreak
    noted = ImportRemarks(on: document.text.file)
    var requirement = 0
    var scenario = 0
    let found = document.requirements.flatMap(\.scenarios)
    for line in document.text.lines {
      let start = line.range.lowerBound
      if case .heading(let level) = line.kind {
        if requirement < document.requirements.count,
          document.requirements[requirement].range.lowerBound == start
        {
          begin(document.requirements[requirement], line)
          requirement += 1
        } else if scenario < found.count, found[scenario].range.lowerBound == start {
          beginScenario(line)
          scenario += 1
        } else {
          readHeading(line, Int(level))
        }
      } else {
        // A removal may be named in a line of text.
        if requirement < document.requirements.count,
          document.requirements[requirement].range.lowerBound == start
        {
          requirement += 1
        }
        if shift != nil { read(line) }
      }
    }
    noteRenamings()
    noteAlmostScenarios()
  }

  // MARK: Requirements

  private mutating func begin(_ requirement: OpenSpecDocument.Requirement, _ line: TextLine) {
    shift = nil
    scenarios = 0
    needsLabel = true
    var scanner = LineScanner(document.text.bytes, line)
    scanner.skip { $0 == UInt8(ascii: "#") || $0 == 0x20 || $0 == 0x09 }
    let title = requirement.title.range
    let words = Range<Offset>(scanner.position, title.lowerBound.utf8)
    isInRequirement = document.operation(of: requirement) != .removed
    guard isInRequirement else {
      edits.append(TextEdit(replacing: words, with: "Removed requirement: "))
      noted.add("a removed requirement stays as text", at: line.range.lowerBound)
      return
    }
    edits.append(
      TextEdit(
        replacing: words, with: "Requirement \(nextNumber)" + (title.isEmpty ? "" : ": ")))
    nextNumber += 1
  }

  private mutating func readHeading(_ line: TextLine, _ level: Int) {
    shift = nil
    needsLabel = true
    if level <= 3 { isInRequirement = false }
    guard let capability else { return }
    var isSection = false
    if section < document.sections.count, document.sections[section].range == line.range {
      isSection = document.sections[section].operation != nil
      section += 1
    }
    guard level == 1 || isSection else { return }
    // The proposal has the title.
    if level == 1 { edits.append(TextEdit(inserting: "#", at: line.range.lowerBound)) }
    var scanner = LineScanner(document.text.bytes, line)
    scanner.skip { $0 == UInt8(ascii: "#") || $0 == 0x20 || $0 == 0x09 }
    edits.append(TextEdit(inserting: "\(capability): ", at: scanner.offset))
  }

  // MARK: Scenarios

  private mutating func beginScenario(_ line: TextLine) {
    guard isInRequirement else { return }
    scenarios += 1
    var scanner = LineScanner(document.text.bytes, line)
    scanner.skip { $0 == UInt8(ascii: "#") || $0 == 0x20 || $0 == 0x09 }
    _ = scanner.skip(word: "scenario")
    scanner.skipSeparator()
    var title = document.text.text(Range(scanner.position, scanner.end))
    if !title.isEmpty { title = title.hasSuffix(":") ? "**\(title)**" : "**\(title):**" }
    let label = needsLabel ? "#### Acceptance Criteria" + lineBreak + lineBreak : ""
    edits.append(
      TextEdit(
        replacing: Range(Int(line.start), Int(line.end)), with: "\(label)\(scenarios). \(title)"))
    needsLabel = false
    shift = Shift()
  }

  private mutating func read(_ line: TextLine) {
    guard line.kind != .blank else { return }
    guard line.kind == .code else {
      shift?.code = nil
      readText(line)
      return
    }
    let columns = shift?.code ?? columns(for: line)
    shift?.code = columns
    indent(line, by: columns)
  }

  private mutating func readText(_ line: TextLine) {
    if line.kind == .text, line.indent == 0, let end = keyword(line) {
      shift?.isBehindKeyword = true
      edits.append(
        TextEdit(replacing: Range(Int(line.start), end.start), with: "   "))
      edits += UserStoryConversion.keywords(in: document.text.bytes, line)
    } else {
      if line.indent == 0 { shift?.isBehindKeyword = false }
      indent(line, by: columns(for: line))
    }
  }

  /// Where the keyword stands on a line such as `- **WHEN** …`; `nil` for other lines.
  private func keyword(_ line: TextLine) -> (start: Int, end: Int)? {
    var scanner = LineScanner(document.text.bytes, line)
    _ = scanner.skipItemMark()
    let start = scanner.position
    _ = scanner.skipEmphasis()
    for word in ["given", "when", "then", "and", "but"] as [StaticString] {
      var attempt = scanner
      guard attempt.skip(word: word), (attempt.peek() | 0x20) &- 0x61 >= 26 else { continue }
      return (start, attempt.position)
    }
    return nil
  }

  private func columns(for line: TextLine) -> Int {
    shift?.isBehindKeyword == true && line.indent >= 2 ? 1 : 3
  }

  private mutating func indent(_ line: TextLine, by columns: Int) {
    edits.append(
      TextEdit(
        inserting: String(repeating: " ", count: columns), at: Offset(Int(line.start))))
  }

  // MARK: Remarks

  private mutating func noteRenamings() {
    for renaming in document.renamings where renaming.isOld {
      noted.add("a renamed requirement stays as text", at: renaming.title.range.lowerBound)
    }
  }

  private mutating func noteAlmostScenarios() {
    for scenario in document.almostScenarios {
      noted.add(
        "this is no scenario for OpenSpec, and no criterion here",
        at: scenario.range.lowerBound)
    }
  }
}
