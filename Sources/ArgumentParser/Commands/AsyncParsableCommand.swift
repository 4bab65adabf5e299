/// A command whose work waits for other work.
///
/// What `parseAsRoot` returns is run with `await` when it is one of these.
package protocol AsyncParsableCommand: ParsableCommand {
  /// Does the work. Without an implementation the command shows its help.
  mutating func run() async throws
}

extension AsyncParsableCommand {
  package mutating func run() async throws {
    throw CleanExit.helpRequest(self)
  }
}
