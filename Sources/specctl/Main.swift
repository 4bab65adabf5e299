import SpecctlCommands

@main
struct Main {
  static func main() async {
    await Specctl.runFromCommandLine()
  }
}
