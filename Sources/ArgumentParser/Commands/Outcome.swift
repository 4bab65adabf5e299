/// How a command ended: the one place that turns thrown errors into text and status.
enum Outcome {
  case help([any ParsableCommand.Type])
  case text(String)
  /// An end whose status says all.
  case silent(ExitCode)
  /// The usage is shown where neither the message nor the help says what to do.
  case wrongUsage(
    message: String, help: String?, showsUsage: Bool, path: [any ParsableCommand.Type])
  case failure(String)

  init(of error: any Error, root: any ParsableCommand.Type) {
    switch error {
    case let error as CommandError:
      switch error.reason {
      case .helpRequested: self = .help(error.path)
      case .versionRequested(let version): self = .text(version)
      case .failed(let reason):
        let help = reason.help(for: CommandDescription(ofLastIn: error.path))
        self = .wrongUsage(
          message: reason.message, help: help,
          showsUsage: help == nil && !reason.namesWhatIsAllowed, path: error.path)
      }
    case CleanExit.helpRequest(let command):
      self = .help(command.flatMap { root.path(to: $0) ?? [$0] } ?? [root])
    case CleanExit.message(let text): self = .text(text)
    case let code as ExitCode: self = .silent(code)
    case let error as ValidationError:
      self = .wrongUsage(
        message: error.message, help: error.help, showsUsage: false, path: [root])
    default: self = .failure(String(describing: error))
    }
  }

  var exitCode: ExitCode {
    switch self {
    case .help, .text: .success
    case .silent(let code): code
    case .wrongUsage: .validationFailure
    case .failure: .failure
    }
  }

  var message: String {
    switch self {
    case .help(let path): CommandDescription(ofLastIn: path).helpText()
    case .text(let text): text
    case .silent: ""
    case .wrongUsage(let message, _, _, _): message
    case .failure(let message): message
    }
  }

  func text(columns: Int) -> String {
    switch self {
    case .help(let path):
      String(CommandDescription(ofLastIn: path).helpText(columns: columns).dropLast())
    case .text(let text): text
    case .silent: ""
    case .failure(let message): "error: \(message)"
    case .wrongUsage(let message, let help, let showsUsage, let path):
      wrongUsage(
        message, help, CommandDescription(ofLastIn: path), showsUsage: showsUsage, columns: columns)
    }
  }

  private func wrongUsage(
    _ message: String, _ help: String?, _ command: CommandDescription, showsUsage: Bool,
    columns: Int
  ) -> String {
    var lines = ["error: \(message)"]
    if let help { lines.append("  = help: \(help)") }
    if showsUsage { lines.append(command.usage(label: "usage: ", columns: columns)) }
    lines.append("see '\(command.fullName) --help'")
    return lines.joined(separator: "\n")
  }
}
