package import Diagnostics
package import SpecModel

/// Suspect links for people: a line for each, by feature.
package struct ReviewText {
  private let suspects: [(feature: Feature, link: SuspectLink)]
  private let isBegun: Bool
  private let terminal: TerminalTraits

  /// Links of one feature must stand together to have one heading; the order is kept.
  package init(
    _ suspects: [(feature: Feature, link: SuspectLink)], isBegun: Bool, terminal: TerminalTraits
  ) {
    self.suspects = suspects
    self.isBegun = isBegun
    self.terminal = terminal
  }

  package var text: String {
    guard isBegun else {
      return "nothing was reviewed yet; 'specctl review --all' takes everything as it is now\n"
    }
    guard !suspects.isEmpty else { return "no link is suspect\n" }
    var text = StyledText(showsColor: terminal.showsColor)
    var last = ""
    for (feature, link) in suspects {
      if feature.directory != last {
        last = feature.directory
        text.append(feature.name, .heading)
        text.endLine()
      }
      text.append("  \(link.item.name)", .warning)
      switch link.change {
      case .changed: text.append(": \(link.citation.name) has changed")
      case .renumbered(let name): text.append(": what was \(link.citation.name) is now \(name)")
      }
      text.endLine()
      text.append("    \(link.item.path):\(line(of: link, in: feature))", .faint)
      text.endLine()
    }
    let count = suspects.count
    text.append(
      "\(count) suspect \(count == 1 ? "link" : "links"); 'specctl review FEATURE/ID' settles them")
    text.endLine()
    return text.text
  }

  private func line(of link: SuspectLink, in feature: Feature) -> Int {
    feature.line(of: link.citation.range, in: link.item.path)
  }
}

extension Feature {
  /// The line of a place in one of the documents, from 1.
  func line(of range: Range<Offset>, in path: String) -> Int {
    let texts = [requirements?.text, design?.text, tasks?.text]
    guard let text = texts.compactMap({ $0 }).first(where: { $0.path == path }) else { return 1 }
    return LineTable(text.bytes).position(of: range.lowerBound).line
  }
}
