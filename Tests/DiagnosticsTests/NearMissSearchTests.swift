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
}
