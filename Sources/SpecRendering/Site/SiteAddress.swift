/// Paths of pages, and addresses that lead to them.
enum SiteAddress {
  /// A path for a page with a name, unlike all that are taken, however file systems compare them.
  static func unusedPath(_ folder: String, _ name: String, _ taken: inout Set<String>) -> String {
    let plain = folder + FileName.path(name.replacingSlashes)
    var path = plain
    var number = 2
    while !taken.insert(path.lowercased()).inserted {
      path = "\(plain)-\(number)"
      number += 1
    }
    return path
  }

  /// A path as it stands in an address, with everything but letters, digits and a few marks by its bytes.
  static func encoded(_ path: String) -> String { PageAnchor.fragment(path).withoutColons }

  /// The address of a page, and of a place in it, from a page so many folders down.
  static func page(_ path: String, _ place: String = "", fromDepth depth: Int) -> String {
    String(repeating: "../", count: depth) + encoded(path)
      + (place.isEmpty ? "" : "#" + PageAnchor.fragment(place))
  }
}

extension String {
  fileprivate var replacingSlashes: String {
    String(decoding: utf8.map { $0 == UInt8(ascii: "/") ? UInt8(ascii: "_") : $0 }, as: UTF8.self)
  }

  /// A colon in front of the first slash would make a scheme of what precedes it.
  fileprivate var withoutColons: String {
    split(separator: ":", omittingEmptySubsequences: false).joined(separator: "%3A")
  }
}
