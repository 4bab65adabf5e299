/// A goal in words and paths.
struct GoalText: Sendable {
  struct Word: Sendable, Hashable {
    /// In lower case, without apostrophes.
    var text: String
    /// Whether it begins a sentence.
    var opensSentence: Bool
  }

  /// The words in order; those of paths are left out.
  private(set) var words: [Word] = []
  /// The words in order in the form in which names are compared, those of paths left out unless they
  /// stand for parts of the system, such as `layer/core`.
  private(set) var stems: [String] = []
  /// Those of the other paths.
  private(set) var pathStems: Set<String> = []
  /// What looks like a file or a folder, without a slash at the end, in order.
  private(set) var paths: [String] = []
  /// What stands between blanks, in lower case, without quotes and punctuation around it.
  private(set) var chunks: [String] = []

  /// Further bytes of a goal are not read: nobody writes so many.
  static let lengthLimit = 20_000

  /// Linear in the goal.
  init(_ goal: String) {
    var opens = true
    let bytes = goal.utf8.prefix(Self.lengthLimit)
    for chunk in bytes.split(whereSeparator: { $0 <= 0x20 }) {
      add(Substring(decoding: chunk, as: UTF8.self), &opens)
      if let last = chunk.last, Self.endsSentence(last) { opens = true }
    }
  }

  private mutating func add(_ raw: Substring, _ opens: inout Bool) {
    var chunk = raw.drop { !Self.isInside($0) && $0 != "." && $0 != "/" }
    var isFolder = false
    while let last = chunk.last, !Self.isInside(last) {
      isFolder = isFolder || last == "/"
      chunk = chunk.dropLast()
    }
    guard !chunk.isEmpty else { return }
    chunks.append(chunk.lowercased())
    let own = Self.words(chunk).map(Self.stem)
    let isPath = isFolder || Self.isPath(chunk)
    if isPath, !(own.count > 1 && Self.parts.contains(own[0])) {
      pathStems.formUnion(own)
    } else {
      stems += own
    }
    if isPath {
      paths.append(String(chunk.hasPrefix("./") ? chunk.dropFirst(2) : chunk))
      opens = false
      return
    }
    for word in Self.words(chunk) {
      words.append(Word(text: word, opensSentence: opens))
      opens = false
    }
  }

  private static let parts: Set<String> = ["layer", "module", "feature", "system"]

  private static func isInside(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_" || character == "*"
  }

  private static func endsSentence(_ byte: UInt8) -> Bool {
    [UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: "?")]
      .contains(byte)
  }

  /// Whether something stands for a file or a folder: it has a slash, or ends as files do.
  private static func isPath(_ chunk: Substring) -> Bool {
    if chunk.contains("/") { return chunk.lowercased() != "and/or" }
    guard let dot = chunk.lastIndex(of: "."), dot != chunk.startIndex else { return false }
    let ending = chunk[chunk.index(after: dot)...]
    return (1...5).contains(ending.count) && ending.allSatisfy { $0.isASCII && $0.isLowercase }
      // `e.g` and `i.e` are no files.
      && chunk.count > 3
  }

  /// The words of a text in lower case: runs of letters and digits, also where upper case begins in
  /// the middle; an apostrophe parts nothing.
  static func words(_ text: some StringProtocol) -> [String] {
    var words: [String] = []
    var word = ""
    var wasLowercase = false
    for character in text where character != "'" && character != "’" {
      let isWord = character.isLetter || character.isNumber
      if !word.isEmpty, !isWord || wasLowercase && character.isUppercase {
        words.append(word)
        word = ""
      }
      wasLowercase = character.isLowercase
      if isWord { word += character.lowercased() }
    }
    return word.isEmpty ? words : words + [word]
  }

  /// A word without the ending of the plural.
  static func stem(_ word: String) -> String {
    if word.count > 4, word.hasSuffix("ies") { return word.dropLast(3) + "y" }
    if word.count > 4, ["sses", "shes", "ches", "xes"].contains(where: word.hasSuffix) {
      return String(word.dropLast(2))
    }
    guard word.count > 3, word.hasSuffix("s") else { return word }
    return ["ss", "us", "is"].contains(where: word.hasSuffix) ? word : String(word.dropLast())
  }
}
