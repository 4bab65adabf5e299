import Diagnostics
import SpecTracing

/// A place in a document to which links lead, and what is said there of what stands there.
struct DocumentMark {
  /// Where the requirement, criterion, task or section begins.
  var offset: Int
  /// The value of `id`, unique in the page.
  var id: String
  /// What a reader calls it: `criterion 2.3`.
  var name: String
  var badges: [SiteBadge] = []
}

/// A few words beside a title, which may be a link.
struct SiteBadge {
  /// What the words are about, which decides how they look.
  enum Kind: Equatable {
    case wave, agent, state, trace, code, missing
    case proof(Proof)

    /// How the style knows it.
    var styleName: String {
      switch self {
      case .wave: "wave"
      case .agent: "agent"
      case .state: "state"
      case .trace: "trace"
      case .code: "code"
      case .missing: "missing"
      case .proof(let proof): proof.styleName
      }
    }
  }

  var kind: Kind
  var words: String
  /// What the words mean, for those who hear them alone.
  var meaning = ""
  var address = ""
}

/// Words of a document that lead somewhere although the document does not say so.
struct DocumentLink {
  var range: Range<Int>
  var address: String
}

extension MarkupWriter {
  /// Badges side by side, behind a word for what they are.
  mutating func badges(_ badges: [SiteBadge]) {
    guard let first = badges.first else { return }
    open("span", ["class": "badges"])
    if first.kind == .trace {
      write(badges.count { $0.kind == .trace } == 1 ? " task" : " tasks")
    }
    for badge in badges {
      let style = "badge \(badge.kind.styleName)"
      write(" ")
      if badge.address.isEmpty {
        open("span", ["class": style, "title": badge.meaning])
        write(badge.words)
        close("span")
      } else {
        open(
          "a",
          [
            "class": style, "href": badge.address, "title": badge.meaning,
            "rel": badge.address.hasPrefix("http") ? "noopener noreferrer" : "",
          ])
        write(badge.words)
        close("a")
      }
    }
    close("span")
  }
}
