import Diagnostics
import SpecRendering
import Testing

@Suite struct UnifiedDiffTests {
  private func diff(_ old: String, _ new: String) -> String {
    String(
      decoding: UnifiedDiff("a.md", from: Array(old.utf8), to: Array(new.utf8)).bytes(),
      as: UTF8.self)
  }

  @Test func isEmptyForEqualTexts() {
    #expect(diff("é\n", "é\n").isEmpty)
    #expect(diff("", "").isEmpty)
  }

  @Test func showsThreeLinesAroundAChange() {
    let old = (1...9).map { "\($0)\n" }.joined()
    #expect(
      diff(old, old.replacing("5", with: "😀")) == """
        --- a/a.md
        +++ b/a.md
        @@ -2,7 +2,7 @@
         2
         3
         4
        -5
        +😀
         6
         7
         8

        """)
  }

  @Test func tellsLineEndsAndMissingOnes() {
    #expect(
      diff("a\r\nb", "a\nb\n") == """
        --- a/a.md
        +++ b/a.md
        @@ -1,2 +1,2 @@
        -a\r
        -b
        \\ No newline at end of file
        +a
        +b

        """)
  }

  @Test func countsNoLinesAsTheSpecificationOfPatchesDoes() {
    #expect(diff("", "a\n").contains("@@ -0,0 +1 @@\n+a\n"))
    #expect(diff("a\n", "").contains("@@ -1 +0,0 @@\n-a\n"))
  }

  @Test func setsChangesThatAreFarApartInHunksOfTheirOwn() {
    let old = (1...30).map { "\($0)\n" }.joined()
    let new = old.replacing("\n3\n", with: "\nx\n").replacing("\n25\n", with: "\ny\n")
    #expect(diff(old, new).split(separator: "\n").count { $0.hasPrefix("@@") } == 2)
  }

  /// Applies a difference as `patch` would, checking every kept and removed line.
  private func apply(_ difference: String, to old: [String]) -> [String]? {
    var result: [String] = []
    var position = 0
    for line in difference.split(separator: "\n", omittingEmptySubsequences: true).dropFirst(2) {
      let text = String(line.dropFirst())
      switch line.first {
      case "@":
        let numbers = line.split(separator: " ")[1].dropFirst().split(separator: ",")
        guard var start = Int(numbers[0]) else { return nil }
        if numbers.count < 2 || numbers[1] != "0" { start -= 1 }
        guard start >= position else { return nil }
        result += old[position..<start]
        position = start
      case " ", "-":
        guard position < old.count, old[position] == text else { return nil }
        if line.first == " " { result.append(text) }
        position += 1
      case "+": result.append(text)
      default: return nil
      }
    }
    return result + old[position...]
  }

  @Test func leadsFromTheOldToTheNewText() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<400 {
      let letters = ["a", "b", "c", "d"]
      let old = (0..<Int.random(in: 0...25, using: &generator)).map { _ in
        letters.randomElement(using: &generator) ?? ""
      }
      var new = old
      for _ in 0..<Int.random(in: 0...6, using: &generator) {
        let place = Int.random(in: 0...new.count, using: &generator)
        if Bool.random(using: &generator) || place == new.count {
          new.insert(letters.randomElement(using: &generator) ?? "", at: place)
        } else {
          new.remove(at: place)
        }
      }
      let text = { (lines: [String]) in lines.map { $0 + "\n" }.joined() }
      #expect(apply(diff(text(old), text(new)), to: old) == new, "\(old) \(new)")
    }
  }

  @Test func replacesAllWhereThereAreTooManyDifferences() {
    let old = (0..<3_000).map { "\($0)" }
    let new = (0..<3_000).map { "x\($0)" }
    let difference = diff(
      old.map { $0 + "\n" }.joined(), new.map { $0 + "\n" }.joined())
    #expect(apply(difference, to: old) == new)
  }
}
