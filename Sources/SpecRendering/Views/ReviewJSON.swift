import Diagnostics
package import SpecModel

/// Suspect links for programs: `specctl.review/1`.
package enum ReviewJSON {
  /// In the order given; `isBegun` says whether anything was ever reviewed.
  package static func text(
    _ suspects: [(feature: Feature, link: SuspectLink)], isBegun: Bool
  ) -> String {
    var json = JSONWriter()
    json.object { json in
      json.member("version", "specctl.review/1")
      json.member("isBegun", isBegun)
      json.key("suspectLinks")
      json.array { json in
        for (feature, link) in suspects {
          json.object { json in
            json.member("feature", feature.name)
            json.member("item", link.item.name)
            json.member("cites", link.citation.name)
            switch link.change {
            case .changed:
              json.key("renumberedTo")
              json.null()
            case .renumbered(let name): json.member("renumberedTo", name)
            }
            json.member("path", link.item.path)
            json.member("line", feature.line(of: link.citation.range, in: link.item.path))
          }
        }
      }
    }
    return String(decoding: json.bytes, as: UTF8.self)
  }
}
