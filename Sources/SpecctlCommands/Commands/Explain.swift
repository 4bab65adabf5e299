import ArgumentParser
import Diagnostics
import SpecRendering
import SpecRules

extension Specctl {
  struct Explain: ParsableCommand, SpecctlCommand {
    static let configuration = CommandConfiguration(
      abstract: "Explain a rule, or list all of them.",
      examples: [
        .init(command: "specctl explain", explanation: "the catalogue"),
        .init(command: "specctl explain unknown-dependency", explanation: "one rule"),
      ])

    @OptionGroup var common: CommonOptions

    @Option(name: .shortAndLong, help: "The form of the explanation.")
    var format: ViewFormat = .text

    @Flag(help: "Only the ids, a line each.")
    var names = false

    @Argument(help: "The rule.", completion: .shellCommand("specctl explain --names"))
    var rule: String?

    init() {}

    mutating func validate() throws {
      if let rule, Rule.named(rule) == nil { throw ValidationError(unknownRule: rule) }
    }

    mutating func run() throws {
      let console = Console(common: common)
      if names {
        console.write(Rule.catalogue.map { $0.id + "\n" }.joined())
        return
      }
      var rules = Rule.catalogue
      if let found = rule.flatMap(Rule.named) { rules = [found] }
      switch format {
      case .json: console.write(RuleCatalogueJSON(rules).text)
      case .text where rule == nil:
        console.write(RuleCatalogueText(rules, terminal: console.output).list)
      case .text: console.write(RuleCatalogueText(rules, terminal: console.output).pages)
      }
    }
  }
}

extension ValidationError {
  /// A rule that the catalogue does not have.
  init(unknownRule id: String) {
    let near = nearMiss(to: id, among: Rule.catalogue.map(\.id))
    self.init(
      "there is no rule '\(id)'",
      help: near.map { "did you mean '\($0)'?" } ?? "'specctl explain' lists the rules")
  }
}
