import ArgumentParser
import Testing

struct SubcommandTests {
  @Test func isSelectedByNameAndAlias() throws {
    #expect(try Demo.parseAsRoot(["plan"]) is Demo.Plan)
    #expect(try Demo.parseAsRoot(["validate", "f", "--format", "text"]) is Demo.Check)
    #expect(try Demo.parseAsRoot([]) is Demo)
  }

  @Test func isFoundAtAnyDepth() throws {
    #expect(try parsed("feature", "add", "x", as: Demo.Feature.Add.self)?.name == "x")
  }

  @Test func theDefaultIsMeantWhenNoneIsNamed() throws {
    #expect(try parsed("feature", as: Demo.Feature.List.self)?.long == false)
    #expect(try parsed("feature", "--long", as: Demo.Feature.List.self)?.long == true)
    #expect(try parsed("feature", "a*", as: Demo.Feature.List.self)?.pattern == "a*")
    #expect(try parsed("feature", "--", "add", as: Demo.Feature.List.self)?.pattern == "add")
  }

  @Test func aDefaultThatTakesNothingDoesNotHideAMisspelledName() throws {
    #expect(try parsed("feature", "sync", as: Demo.Feature.Sync.Now.self) != nil)
    #expect(try #require(failure("feature", "sync", "nwo")).0 == "unknown subcommand 'nwo'")
    #expect(shown("feature", "sync", "nwo").contains("help: did you mean 'now'?"))
    #expect(try #require(failure("feature", "sync", "--", "x")).0 == "unexpected argument 'x'")
  }

  @Test func commandsOfSendableValuesAreSendable() throws {
    func name(of command: some ParsableCommand & Sendable) -> String { "\(type(of: command))" }
    #expect(name(of: try Demo.Feature.Add.parse(["x"])) == "Add")
  }

  @Test(arguments: [
    ["-v", "--root", "x", "plan", "a"], ["plan", "-v", "--root=x", "a"],
    ["--root", "x", "plan", "a", "-v"],
  ])
  func sharedOptionsCountBeforeAndAfterItsName(_ arguments: [String]) throws {
    let plan = try #require(try Demo.parseAsRoot(arguments) as? Demo.Plan)
    #expect(plan.common.root == "x")
    #expect(plan.common.verbose)
    #expect(plan.features == ["a"])
  }

  @Test func optionsOfTheCommandAboveAreAcceptedAfterItsName() throws {
    let add = try parsed("feature", "add", "--dry", "x", "--root", "y", as: Demo.Feature.Add.self)
    #expect(add?.name == "x")
  }

  @Test func theLastOfSharedOptionsCounts() throws {
    let plan = try parsed("--root", "a", "plan", "--root", "b", as: Demo.Plan.self)
    #expect(plan?.common.root == "b")
  }

  @Test func nothingIsSelectedAfterTheTerminator() throws {
    #expect(try #require(failure("--", "plan")).0 == "unexpected argument 'plan'")
    let plan = try parsed("plan", "a", "--", "--order", "-v", "--", as: Demo.Plan.self)
    #expect(plan?.features == ["a", "--order", "-v", "--"])
  }
}
