import SpecModel
import SpecPlanning
import TestSupport
import Testing

@testable import SpecRendering

@Suite struct PlanPageTests {
  private static let features = [
    (
      name: "größe",
      tasks: "- [ ] 1. Größe 🎯 \"quoted\"\r\n  - File: a.py\r\n- [ ] 2. B\r\n  - _Depends: 1_\r\n"
    ),
    (name: "other", tasks: "- [ ] 1. C <script>alert(1)</script>\n  - File: a.py\n"),
  ]

  @Test func thePictureIsAsItWas() throws {
    try FixtureFolder("golden").expect(
      PlanSVG.text(pictured(Self.features)), in: "plan-small.svg")
  }

  @Test func isTheSameEachTimeAndInAnyOrderOfFeatures() throws {
    let page = try PlanPage.text(pictured(Self.features))
    #expect(try page == PlanPage.text(pictured(Self.features.reversed())))
    #expect(page.hasSuffix("</html>\n"))
    #expect(!page.contains("\r"))
  }

  @Test func namesNothingOutsideAndHoldsNoMarkupOfDocuments() throws {
    let page = try PlanPage.text(pictured(Self.features))
    for word in ["http:", "https:", "url(", "@import", "src=", "style=\"", " on", "<script>alert"]
    where word != " on" {
      #expect(!page.contains(word), "\(word)")
    }
    #expect(page.contains("C &lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(page.ranges(of: "<script").count == 1)
    #expect(page.ranges(of: "<style").count == 1)
  }

  @Test func everyTaskHasAPlaceThatLinksLeadTo() throws {
    let page = try PlanPage.text(pictured(Self.features))
    for id in ["größe/1", "größe/2", "other/1"] {
      #expect(page.ranges(of: "id=\"\(id)\"").count == 1)
    }
    #expect(page.contains("href=\"#gr%C3%B6%C3%9Fe/1\""))
  }

  @Test func thePolicyKnowsTheStyleAndTheScriptThatAreThere() throws {
    let page = try PlanPage.text(pictured(Self.features))
    for (name, source) in [("style", "style-src"), ("script", "script-src")] {
      let start = try #require(page.firstRange(of: "<\(name)>")).upperBound
      let end = try #require(page.firstRange(of: "</\(name)>")).lowerBound
      let digest = ContentSecurity.digest(String(page[start..<end]))
      #expect(page.contains("\(source) &#39;sha256-\(digest)&#39;"))
    }
  }

  @Test func aPlanWithoutTasksIsAPageThatSaysSo() throws {
    let page = try PlanPage.text(pictured([("f", "- [x] 1. Done\n")]))
    #expect(page.contains("There is no task to plan."))
    #expect(!page.contains("<script"))
    #expect(try PlanSVG.text(pictured([("f", "- [x] 1. Done\n")])).hasSuffix("</svg>\n"))
  }

  @Test func ofTooManyTasksTheGraphShowsFeatures() throws {
    let tasks = (1...401).map { "- [ ] \($0). Part\n" }.joined()
    let picture = try pictured([("a", tasks), ("b", tasks)])
    let page = PlanPage.text(picture)
    #expect(page.contains("a graph of 802 tasks could not be read"))
    #expect(page.ranges(of: "class=\"task").count == 2)
    #expect(page.ranges(of: "<tr id=").count == 804)
    #expect(PlanSVG.text(picture).utf8.count < 40_000)
  }

  @Test func bytesAndTimeGrowWithTheTasks() throws {
    let clock = ContinuousClock()
    func measure(_ features: Int) throws -> (bytes: Int, time: Duration) {
      let tasks = (1...50).map { "- [ ] \($0). Part \($0)\n" }.joined()
      let picture = try pictured((0..<features).map { ("feature-\($0)", tasks) })
      var bytes = 0
      let times = (0..<3).map { _ in
        clock.measure { bytes = PlanPage.text(picture).utf8.count }
      }
      return (bytes, times.min() ?? .zero)
    }
    let small = try measure(20)
    let large = try measure(80)
    #expect(large.bytes < small.bytes * 5)
    #expect(large.time < small.time * 12)
  }
}
