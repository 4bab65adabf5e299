import ArgumentParser

/// What a plan is compared with.
struct ComparisonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Compare with a plan that was written to a file; end with 1 if it is stale.",
      valueName: "file"),
    completion: .file())
  var check: String?

  @Option(
    help: ArgumentHelp(
      "Show what is different from the plan of a git revision.", valueName: "revision"))
  var diff: String?

  init() {}

  var isGiven: Bool { check != nil || diff != nil }

  mutating func validate() throws {
    if check != nil, diff != nil {
      throw ValidationError("'--check' and '--diff' compare with different plans; take one of them")
    }
  }

  /// Fails where the plan cannot be compared as it is asked for.
  func check(_ format: PlanFormat, isWholePlan: Bool) throws {
    guard isGiven else { return }
    if diff != nil, !format.showsDifferences {
      throw ValidationError(
        "'--diff' is shown as text, json or markdown, not as '\(format.rawValue)'")
    }
    guard isWholePlan else {
      throw ValidationError("only whole plans are compared: leave out '--check' and '--diff'")
    }
  }
}
