import TestReports

/// Which tests of reports stand at which declarations with a tag.
///
/// A test is that of a declaration when the names are the same and the file or the class that the report
/// names is the declaration's. Where two declarations fit equally well, the result is of neither.
struct TestMatching {
  /// A declaration with a tag.
  struct Declared {
    var path: PathNames
    var declaration: TaggedDeclaration
    /// The tests that are its own, as indices of cases.
    var cases: [Int] = []
    /// Tests that may be its own or another's.
    var doubtful: [Int] = []
  }

  /// The place of a tag among files and their tags.
  struct TagPlace: Hashable {
    var file: Int
    var tag: Int
  }

  private(set) var declared: [Declared] = []
  /// The declaration that a tag stands at.
  private(set) var declarationOf: [TagPlace: Int] = [:]

  /// Linear in tags and cases, as long as few declarations have the same name.
  init(_ files: [TaggedFile], _ cases: [TestCase]) {
    var index = Index()
    for (fileNumber, file) in files.enumerated() {
      let path = PathNames(file.path)
      var byLine: [Int: Int] = [:]
      for (tagNumber, tag) in file.tags.enumerated() {
        guard let declaration = tag.declaration else { continue }
        let place = TagPlace(file: fileNumber, tag: tagNumber)
        if let known = byLine[declaration.line] {
          declarationOf[place] = known
          continue
        }
        let number = declared.count
        byLine[declaration.line] = number
        declarationOf[place] = number
        declared.append(Declared(path: path, declaration: declaration))
        for name in declaration.names {
          for spelling in Self.spellings(name) { index.add(number, name: spelling) }
          for whole in Self.wholeNames(name, declaration.enclosing) {
            index.add(number, whole: whole)
          }
        }
      }
    }
    guard !declared.isEmpty else { return }
    for (number, test) in cases.enumerated() { match(number, test, index) }
  }

  /// The numbers of declarations by what their tests may be called.
  private struct Index {
    private(set) var byName: [String: [Int]] = [:]
    private(set) var byWholeName: [String: [Int]] = [:]
    /// By the first bytes of the titles.
    private var templates: [[UInt8]: [Template]] = [:]

    struct Template {
      var title: TitleTemplate
      var number: Int
      /// Whether the groups around it are part of the title.
      var isWhole: Bool
    }

    mutating func add(_ number: Int, name: String) {
      byName[name, default: []].append(number)
      addTemplate(number, name, isWhole: false)
    }

    mutating func add(_ number: Int, whole name: String) {
      byWholeName[name, default: []].append(number)
      addTemplate(number, name, isWhole: true)
    }

    private mutating func addTemplate(_ number: Int, _ title: String, isWhole: Bool) {
      guard let template = TitleTemplate(title) else { return }
      templates[template.beginning, default: []].append(
        Template(title: template, number: number, isWhole: isWhole))
    }

    /// Those with a title of which a title can be made.
    func made(_ title: String) -> [Template] {
      guard !templates.isEmpty else { return [] }
      let bytes = Array(title.utf8.prefix(TitleTemplate.beginningLength))
      return (0...bytes.count).flatMap { length in
        (templates[Array(bytes[..<length])] ?? []).prefix(TestMatching.candidateLimit)
          .filter { $0.title.fits(title) }
      }
    }
  }

  /// Of more declarations with one name none is taken: that many fit as well as each other.
  private static let candidateLimit = 200

  private mutating func match(
    _ number: Int, _ test: TestCase, _ index: Index
  ) {
    let names = CaseNames(test)
    var scores: [Int: Int] = [:]
    func consider(_ candidates: [Int], matchesWhole: Bool) {
      for candidate in candidates.prefix(Self.candidateLimit) {
        let entry = declared[candidate]
        guard
          let score = Agreement.score(
            test, names, entry.path, entry.declaration, matchesWhole: matchesWhole)
        else { continue }
        scores[candidate] = max(scores[candidate] ?? 0, score)
      }
    }
    for name in names.whole { consider(index.byWholeName[name] ?? [], matchesWhole: true) }
    // A part of a name counts where the whole of it is nobody's.
    for name in names.names where scores.isEmpty {
      consider(index.byName[name] ?? [], matchesWhole: false)
    }
    for name in names.names where scores.isEmpty {
      for template in index.made(name) {
        consider([template.number], matchesWhole: template.isWhole)
      }
    }
    guard let best = scores.values.max() else { return }
    let found = scores.filter { $0.value == best }.map(\.key)
    if found.count == 1 {
      declared[found[0]].cases.append(number)
    } else {
      for candidate in found { declared[candidate].doubtful.append(number) }
    }
  }

  /// A title as runners write it where a name is wanted.
  private static func spellings(_ name: String) -> [String] {
    name.utf8.contains(0x20) ? [name, name.replacing(" ", with: "_")] : [name]
  }

  /// A name with the groups around it in front, as runners join them.
  private static func wholeNames(_ name: String, _ enclosing: [String]) -> [String] {
    var whole = name.utf8.contains(UInt8(ascii: ".")) ? [name] : []
    guard !enclosing.isEmpty else { return whole }
    let parts = enclosing.reversed() + [name]
    for separator in [" ", " > ", " › ", ": "] { whole.append(parts.joined(separator: separator)) }
    return whole
  }
}
