/// Names of places in a document as GitHub makes them from headings.
struct HeadingSlug {
  private var counts: [String: Int] = [:]

  /// The name for the next heading with a text; a second heading of one text gets a number.
  mutating func name(_ text: String) -> String {
    var slug = ""
    for scalar in text.lowercased().unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_"
        || scalar == "-"
      {
        slug.unicodeScalars.append(scalar)
      } else if scalar.properties.isWhitespace {
        slug += "-"
      }
    }
    let count = counts[slug, default: 0]
    counts[slug] = count + 1
    return count == 0 ? slug : "\(slug)-\(count)"
  }
}
