import SpecTracing

/// The cells of a row that say which code and which tests are for something, and what the tests prove.
struct EvidenceCells {
  let site: Site

  /// A test with arguments has a result for each of them.
  private static let limit = 6

  /// The headings of the cells; none where nobody said where code and tests are.
  var columns: [String] {
    site.evidence.map { measure in
      switch measure {
      case .code: "Code"
      case .tests: "Tests"
      default: "Proof"
      }
    }
  }

  /// Writes them, with what is said of the proof of the whole row.
  func write(_ links: TraceLinks, proof: String, to markup: inout MarkupWriter) {
    for measure in site.evidence {
      switch measure {
      case .code:
        markup.open("td", ["class": "places"])
        for place in links.code.elements.prefix(Self.limit) {
          markup.open("div")
          markup.place(place, place.text, in: site.contents.sources)
          markup.close("div")
        }
        writeRest(links.code.count, to: &markup)
      case .tests:
        markup.open("td", ["class": "places"])
        for test in links.tests.elements.prefix(Self.limit) {
          markup.open("div", ["title": test.place?.text ?? ""])
          markup.place(test.place, test.shownName, in: site.contents.sources)
          markup.element(
            "span", ["class": "outcome \(test.outcome.styleName)"], " \(test.outcome.rawValue)")
          markup.close("div")
        }
        writeRest(links.tests.count, to: &markup)
      default:
        markup.open("td", ["class": "proof \(links.proof.styleName)"])
        markup.write(proof)
      }
      markup.close("td")
    }
  }

  private func writeRest(_ count: Int, to markup: inout MarkupWriter) {
    guard count > Self.limit else { return }
    markup.element("div", ["class": "faint"], "and \(PlanWords.grouped(count - Self.limit)) more")
  }
}

extension Proof {
  /// How the style knows it.
  var styleName: String {
    switch self {
    case .proved: "proved"
    case .failing: "failing"
    case .skipped, .notRun: "doubtful"
    case .noTest: "missing"
    }
  }
}

extension TracedTest.Outcome {
  /// How the style knows it.
  var styleName: String {
    switch self {
    case .passed: "proved"
    case .failed: "failing"
    case .skipped, .notRun, .ambiguous, .maybeFailed: "doubtful"
    }
  }
}
