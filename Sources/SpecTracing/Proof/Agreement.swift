import TestReports

/// Whether the file or the class that a report names are those of a declaration.
enum Agreement {
  /// How well they agree: the larger, the better; `nil` where they do not.
  ///
  /// A report that names neither agrees with everything a little.
  static func score(
    _ test: TestCase, _ names: CaseNames, _ path: PathNames, _ declaration: TaggedDeclaration,
    matchesWhole: Bool
  ) -> Int? {
    // Some runners put the file in place of the class.
    let className = test.className
    let isPath = PathNames.looksLikePath(className) || className == path.fileName
    let file = test.file ?? (isPath ? className : nil)
    if let file {
      guard path.agrees(with: file) else { return nil }
    }
    let isClassAFile = test.file == nil && file != nil
    if matchesWhole { return 100 + (file == nil ? 0 : 1) }
    guard !names.classParts.isEmpty, !isClassAFile else {
      return file == nil && !names.modules.isEmpty
        ? modules(names, path, declaration) : file == nil ? 1 : 50
    }
    if let score = classScore(names, path, declaration) { return score }
    // Node names the group only as the suite.
    if !test.suite.isEmpty, declaration.enclosing.first == test.suite { return 10 }
    // The file alone tells enough where the class is no name of the source: a title, a project.
    guard file != nil, declaration.enclosing.isEmpty else { return nil }
    return 50
  }

  private static func classScore(
    _ names: CaseNames, _ path: PathNames, _ declaration: TaggedDeclaration
  ) -> Int? {
    switch path.fileExtension {
    case "rs": modules(names, path, declaration)
    case "py": python(names, path, declaration)
    case "robot": robot(names, path)
    case "c", "cc", "cpp", "cxx",
      "mm" where names.classParts.last == "global":
      // Catch2 calls it so where there is no class.
      10
    default: types(names, path, declaration)
    }
  }

  /// Rust: the modules in front of a name are those of the file and the ones in it; what stands below
  /// `tests/` is a program of its own, which the class names.
  private static func modules(
    _ names: CaseNames, _ path: PathNames, _ declaration: TaggedDeclaration
  ) -> Int? {
    let inner = Array(declaration.enclosing.reversed())
    if let source = path.folders.lastIndex(of: "src") {
      var expected = Array(path.folders[(source + 1)...])
      if !["lib", "main", "mod"].contains(path.stem) { expected.append(path.stem) }
      return names.modules == expected + inner ? 60 : nil
    }
    return names.modules == inner && names.classParts.last == path.stem ? 60 : nil
  }

  /// Python: the module of the file, then the classes around.
  private static func python(
    _ names: CaseNames, _ path: PathNames, _ declaration: TaggedDeclaration
  ) -> Int? {
    guard let module = names.classParts.lastIndex(of: path.stem),
      Array(names.classParts[(module + 1)...]) == Array(declaration.enclosing.reversed())
    else { return nil }
    return commonEnd(Array(names.classParts[..<module]), path.folders).map { 50 + $0 }
  }

  /// Robot Framework: the suite is that of the file, with blanks and capitals of its own.
  private static func robot(_ names: CaseNames, _ path: PathNames) -> Int? {
    func folded(_ name: some StringProtocol) -> String {
      // Numbers in front of two underscores only give an order.
      let name = name.firstRange(of: "__").map { name[$0.upperBound...] } ?? name[...]
      return name.lowercased().filter { $0 != " " && $0 != "_" && $0 != "-" }
    }
    guard let suite = names.classParts.last, folded(suite) == folded(path.stem) else { return nil }
    let folders = names.classParts.dropLast().reversed().map { folded($0) }
    return 50 + zip(folders, path.folders.reversed().map { folded($0) }).prefix { $0 == $1 }.count
  }

  /// The rest: the class is the innermost type around, or the file itself, or the folder of a package.
  private static func types(
    _ names: CaseNames, _ path: PathNames, _ declaration: TaggedDeclaration
  ) -> Int? {
    guard let last = names.classParts.last else { return nil }
    if path.fileExtension == "feature" {
      // A rule may stand between a scenario and its feature.
      guard declaration.enclosing.contains(last) else { return nil }
    } else if let innermost = declaration.enclosing.first {
      guard innermost == last else { return nil }
    } else if last != path.stem, last != path.folders.last {
      return nil
    }
    let known = Set(declaration.enclosing + path.folders + [path.stem])
    return 10 + names.classParts.count { known.contains($0) }
  }

  /// How many names at their ends two lists share, the shorter one being the end of the longer one.
  private static func commonEnd(_ left: [String], _ right: [String]) -> Int? {
    let count = min(left.count, right.count)
    return left.suffix(count) == right.suffix(count) ? count : nil
  }
}

/// A path cut into what reports name.
struct PathNames {
  let path: String
  let fileName: String
  let folders: [String]
  /// The file's name without its last extension.
  let stem: String
  let fileExtension: String

  init(_ path: String) {
    self.path = path
    var parts = path.split(separator: "/").map(String.init)
    let name = parts.popLast() ?? ""
    fileName = name
    folders = parts
    if let dot = name.lastIndex(of: "."), dot > name.startIndex {
      stem = String(name[..<dot])
      fileExtension = String(name[name.index(after: dot)...])
    } else {
      stem = name
      fileExtension = ""
    }
  }

  /// Whether two paths are one file as seen from different folders: one is the end of the other.
  func agrees(with other: String) -> Bool {
    var other = other.replacing("\\", with: "/")[...]
    while other.hasPrefix("./") { other = other.dropFirst(2) }
    guard !other.isEmpty else { return false }
    return Self.ends(path[...], with: other) || Self.ends(other, with: path[...])
  }

  static func looksLikePath(_ text: String) -> Bool {
    text.utf8.contains(UInt8(ascii: "/")) && !text.utf8.contains(0x20)
      && (text.split(separator: "/").last?.utf8.contains(UInt8(ascii: ".")) ?? false)
      && !text.hasSuffix("/") && hasSourceExtension(text)
  }

  /// `github.com/me/shop.v2` is a package; `tests/cart.test.ts` a file.
  private static func hasSourceExtension(_ text: String) -> Bool {
    let known: Set<String> = [
      "js", "jsx", "ts", "tsx", "mjs", "cjs", "mts", "cts", "vue", "py", "rb", "php", "feature",
      "swift", "rs", "java", "kt", "cs", "ex", "exs", "dart", "lua", "robot", "bats", "sh",
    ]
    return text.split(separator: ".").last.map { known.contains(String($0)) } ?? false
  }

  private static func ends(_ whole: Substring, with end: Substring) -> Bool {
    guard whole.hasSuffix(end) else { return false }
    return whole.utf8.count == end.utf8.count
      || whole.utf8.dropLast(end.utf8.count).last == UInt8(ascii: "/")
  }
}
