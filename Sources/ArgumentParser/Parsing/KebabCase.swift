extension String {
  /// The words of a Swift name, lower case, joined by dashes: `checkURLPath` is `check-url-path`.
  var kebabCased: String {
    var result = ""
    let letters = Array(self)
    for (index, letter) in letters.enumerated() {
      if letter == "_" {
        if !result.isEmpty, result.last != "-" { result.append("-") }
        continue
      }
      if letter.isUppercase, let last = result.last, last != "-" {
        let followsSmall = !letters[index - 1].isUppercase
        let precedesSmall = index + 1 < letters.count && letters[index + 1].isLowercase
        if followsSmall || precedesSmall { result.append("-") }
      }
      result += letter.lowercased()
    }
    return result
  }
}
