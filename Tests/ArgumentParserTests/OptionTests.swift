import ArgumentParser
import Testing

struct OptionTests {
  @Test(arguments: [
    ["--order", "infer"], ["--order=infer"], ["-o", "infer"], ["-oinfer"], ["-o=infer"],
    ["-vo", "infer"], ["-voinfer"], ["--order", "declared", "--order", "infer"],
    ["a", "--order", "infer", "b"], ["--order", "infer", "--", "--order"],
  ])
  func isReadInEverySpelling(_ arguments: [String]) throws {
    let plan = try Demo.Plan.parse(arguments)
    #expect(plan.order == .infer)
  }

  @Test func hasItsDefaultWhenNotGiven() throws {
    let plan = try Demo.Plan.parse([])
    #expect(plan.order == .document)
    #expect(plan.parallelLimit == 4)
    #expect(plan.tag.isEmpty)
    #expect(plan.secret == nil)
    #expect(plan.features.isEmpty)
    #expect(plan.note == "kept")
  }

  @Test func takesAnythingAfterAnEqualsSign() throws {
    #expect(try Demo.Plan.parse(["--tag=--x=y", "--tag="]).tag == ["--x=y", ""])
  }

  @Test func keepsEveryByteOfItsValue() throws {
    let value = "é e\u{301} 🙂\r\n=\u{0}"
    #expect(try Demo.Plan.parse(["--tag", value, "--tag=\(value)"]).tag == [value, value])
    #expect(Array(try Demo.Plan.parse(["--tag", value]).tag[0].utf8) == Array(value.utf8))
  }

  @Test func collectsRepeatedValuesInOrder() throws {
    #expect(try Demo.Plan.parse(["--tag", "b", "x", "--tag=a"]).tag == ["b", "a"])
  }

  @Test func acceptsNegativeNumbersAndALoneDashAsValues() throws {
    let check = try Demo.Check.parse(["-", "-3", "--format", "json", "--ratio", "-.5"])
    #expect(check.file == "-")
    #expect(check.second == -3)
    #expect(check.ratio == -0.5)
  }

  @Test func readsBooleansAndEnumerations() throws {
    let check = try Demo.Check.parse(["f", "--format", "github", "--strict", "false"])
    #expect(check.format == .gitHub)
    #expect(check.strict == false)
  }

  @Test func canBeChangedAfterParsing() throws {
    var plan = try Demo.Plan.parse([])
    let before = plan
    plan.order = .declared
    plan.common.verbose = true
    plan.features.append("x")
    #expect(plan.order == .declared && plan.common.verbose && plan.features == ["x"])
    #expect(before.order == .document && !before.common.verbose && before.features.isEmpty)
  }
}

struct FlagTests {
  @Test func isOffUnlessGiven() throws {
    #expect(try Demo.Plan.parse([]).common.verbose == false)
    #expect(try Demo.Plan.parse(["-v"]).common.verbose)
    #expect(try Demo.Plan.parse(["--verbose", "--verbose"]).common.verbose)
  }

  @Test func canBeTurnedOffAndTheLastOneCounts() throws {
    #expect(try Demo.Plan.parse([]).optional)
    #expect(try !Demo.Plan.parse(["--no-optional"]).optional)
    #expect(try Demo.Plan.parse(["--no-optional", "--optional"]).optional)
  }

  @Test func knowsOnOffAndNotGiven() throws {
    let rest = ["f", "--format=text"]
    #expect(try Demo.Check.parse(rest).color == nil)
    #expect(try Demo.Check.parse(rest + ["--color"]).color == true)
    #expect(try Demo.Check.parse(rest + ["--no-color"]).color == false)
  }

  @Test func selectsACase() throws {
    let rest = ["f", "--format=text"]
    #expect(try Demo.Check.parse(rest).volume == .normal)
    #expect(try Demo.Check.parse(rest + ["-q", "--quiet"]).volume == .quiet)
    #expect(try Demo.Check.parse(rest + ["--loud"]).volume == .loud)
  }
}
