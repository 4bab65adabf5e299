import ArgumentParser
import Diagnostics
import SpecRendering
import SpecRules

extension Specctl {
  struct Explain: ParsableCommand {
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

    mutating func run() throws {
      let console = Console(common: common)
      if names {
        console.write(Rule.catalogue.map { $0.id + "\n" }.joined())
        return
      }
      var rules = Rule.catalogue
      if let rule {
        guard let found = Rule.named(rule) else {
          throw CommandFailure(
            "there is no rule '\(rule)'",
            help: nearMiss(to: rule, among: Rule.catalogue.map(\.id)).map {
              "did you mean '\($0)'?"
            }
              ?? "'specctl explain' lists the rules")
        }
        rules = [found]
      }
      switch format {
      case .json: console.write(RuleCatalogueJSON(rules).text)
      case .text where rule == nil:
        console.write(RuleCatalogueText(rules, terminal: console.output).list)
      case .text: console.write(RuleCatalogueText(rules, terminal: console.output).pages)
      }
    }
  }
}
