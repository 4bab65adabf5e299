import ArgumentParser
import Diagnostics
import JSONSyntax
import SpecRendering

extension Specctl {
  struct Schema: ParsableCommand, SpecctlCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print a JSON Schema: of a settings file, or of JSON that specctl prints.",
      discussion: """
        With the schemas of settings an editor completes keys and words of YAML, shows what a key is \
        for, and underlines values of a wrong kind; docs/editors.md says how it is told of them. \
        'specctl validate' checks more than a schema can say.
        """,
      examples: [
        .init(command: "specctl schema", explanation: "the names, and what each is for"),
        .init(
          command: "specctl schema config > .claude/config.schema.json",
          explanation: "a file for the editor"),
      ])

    @OptionGroup var common: CommonOptions

    @Flag(help: "Only the names, a line each.")
    var names = false

    @Argument(help: "The schema.", completion: .shellCommand("specctl schema --names"))
    var name: String?

    init() {}

    mutating func validate() throws {
      guard let name, !ShippedSchema.all.contains(where: { $0.name == name }) else { return }
      throw ValidationError(
        "there is no schema '\(name)'",
        help: nearMiss(to: name, among: ShippedSchema.all.map(\.name)).map {
          "did you mean '\($0)'?"
        }
          ?? "'specctl schema' lists them")
    }

    mutating func run() throws {
      let console = Console(common: common)
      if let name, let schema = ShippedSchema.all.first(where: { $0.name == name }) {
        console.write(schema.text)
      } else if names {
        console.write(ShippedSchema.all.map { $0.name + "\n" }.joined())
      } else {
        console.write(
          table.text(width: console.output.width, showsColor: console.output.showsColor))
      }
    }

    private var table: TextTable {
      var table = TextTable([.init("schema", isCut: false), .init("of")])
      for schema in ShippedSchema.all {
        table.append([.init(schema.name), .init(schema.summary, style: .faint)])
      }
      return table
    }
  }
}

extension ShippedSchema {
  /// The first sentence of what the schema says of itself.
  fileprivate var summary: String {
    let description = (try? JSONValue(Array(text.utf8)))?["description"].string ?? ""
    guard let end = description.firstRange(of: ". ") else { return description }
    return String(description[..<end.lowerBound]) + "."
  }
}
