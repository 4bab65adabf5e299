import ArgumentParser
import Diagnostics

extension ColorChoice: ExpressibleByArgument {}

/// The options that every command has.
struct CommonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The workspace, instead of looking upwards from here.", valueName: "dir"),
    completion: .directory)
  var root: String?

  @Option(help: "When to use colours.")
  var color: ColorChoice = .auto

  init() {}
}

/// A command that has the common options.
protocol SpecctlCommand: ParsableCommand {
  var common: CommonOptions { get }
}
