import Diagnostics
import Testing

@Suite struct NearMissSearchTests {
  @Test func offersTheNearestAsOften() {
    var search = NearMissSearch(["coder", "tester"])
    for _ in 0..<1_000 {
      #expect(search.nearMiss(to: "codr") == "coder")
      #expect(search.nearMiss(to: "qa") == nil)
    }
  }

  @Test func givesUpOnceTheWorkIsTheProductOfBoth() {
    let names = (0..<NearMissSearch.effort / 2).map { "name-\($0)" }
    var search = NearMissSearch(names)
    #expect(search.candidates().count == names.count)
    #expect(search.candidates().count == names.count)
    #expect(search.candidates() == [])
    #expect(search.nearMiss(to: "name-1x") == nil)
    var large = NearMissSearch(names + names + names)
    #expect(!large.candidates().isEmpty)
    #expect(large.candidates().isEmpty)
  }

  @Test(.timeLimit(.minutes(1))) func endlessNamesHaveNone() {
    let name = String(repeating: "a", count: 200_000)
    #expect(nearMiss(to: name + "b", among: [name]) == nil)
  }

  @Test(arguments: 0..<20) func agreesWithTheWholeTable(_ seed: Int) {
    var state = UInt64(seed + 1)
    func number(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let letters = Array("abcéA-1")
    func word() -> String {
      String((0..<number(below: 14)).map { _ in letters[number(below: letters.count)] })
    }
    for _ in 0..<200 {
      let known = (0..<12).map { _ in word() }
      let wanted = word()
      #expect(
        nearMiss(to: wanted, among: known) == Self.plainNearMiss(to: wanted, among: known),
        "\(wanted) among \(known)")
    }
  }

  /// The definition, with every cell of the table.
  private static func plainNearMiss(to name: String, among known: [String]) -> String? {
    let wanted = Array(name.lowercased().unicodeScalars)
    guard !wanted.isEmpty else { return nil }
    var best: (name: String, distance: Int)?
    for candidate in known {
      let scalars = Array(candidate.lowercased().unicodeScalars)
      let isBeginning =
        min(wanted.count, scalars.count) >= 3
        && (scalars.starts(with: wanted) || wanted.starts(with: scalars))
      let longest = max(wanted.count, scalars.count)
      let allowed = isBeginning ? 3 : longest < 2 ? 0 : max(1, longest / 3)
      let distance = distance(wanted, scalars)
      if distance <= min(3, allowed), distance < best?.distance ?? 4 {
        best = (candidate, distance)
      }
    }
    return best?.name
  }

  private static func distance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var table = (0...left.count).map { i in (0...right.count).map { j in max(i, j) } }
    for i in 0...left.count {
      for j in 0...right.count where i > 0 && j > 0 {
        table[i][j] = min(
          table[i - 1][j] + 1, table[i][j - 1] + 1,
          table[i - 1][j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1))
        if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
          table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
        }
      }
    }
    return table[left.count][right.count]
  }
}
