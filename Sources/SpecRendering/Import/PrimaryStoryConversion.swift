import Diagnostics
import SpecModel

/// The edits that make a requirement of `### Primary User Story` and the `### Acceptance Scenarios` behind
/// it, as Spec Kit wrote them before stories had numbers.
struct PrimaryStoryConversion {
  private enum Place {
    case elsewhere
    /// Below the story's heading, with whether nothing stood there so far.
    case story(isBare: Bool)
    case scenarios
  }

  private(set) var edits: [TextEdit] = []

  /// Reads the lines once; linear in the bytes.
  init(_ text: SpecText) {
    var place = Place.elsewhere
    var level = 0
    for line in text.lines where line.kind != .blank {
      if case .heading(let own) = line.kind {
        var scanner = LineScanner(text.bytes, line)
        scanner.skip { $0 == UInt8(ascii: "#") || $0 == 0x20 || $0 == 0x09 }
        let start = scanner.offset
        if level == 0, scanner.skip(word: "primary user story") {
          edits.append(TextEdit(inserting: "Requirement 1: ", at: start))
          level = Int(own)
          place = .story(isBare: true)
        } else if case .story = place, scanner.skip(word: "acceptance scenarios"), scanner.isAtEnd {
          edits.append(
            TextEdit(replacing: line.range, with: UserStoryConversion.heading(below: level)))
          place = .scenarios
        } else if Int(own) <= level {
          place = .elsewhere
        }
        continue
      }
      switch place {
      case .elsewhere: break
      case .story(let isBare):
        if isBare, line.kind == .text, UserStoryConversion.isStatement(text.bytes, line) {
          edits.append(TextEdit(inserting: "**User Story:** ", at: line.range.lowerBound))
        }
        place = .story(isBare: false)
      case .scenarios where line.kind == .text:
        edits += UserStoryConversion.keywords(in: text.bytes, line)
      case .scenarios: break
      }
    }
  }
}
