/// Names of places in a document as GitHub makes them from headings.
struct HeadingSlug {
  private var counts: [String: Int] = [:]

  /// The name for the next heading with a text; a second heading of one text gets a number.
  mutating func name(_ text: String) -> String {
    var slug: [UInt8] = []
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9", "_", "-": slug.append(UInt8(ascii: scalar))
      case "A"..."Z": slug.append(UInt8(ascii: scalar) | 0x20)
      case "\0"..."\u{7F}": if scalar.properties.isWhitespace { slug.append(UInt8(ascii: "-")) }
      default:
        if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
          slug += scalar.properties.lowercaseMapping.utf8
        } else if scalar.properties.isWhitespace {
          slug.append(UInt8(ascii: "-"))
        }
      }
    }
    let name = String(decoding: slug, as: UTF8.self)
    let count = counts[name, default: 0]
    counts[name] = count + 1
    return count == 0 ? name : "\(name)-\(count)"
  }
}
