import Diagnostics

/// The lines at the top of an exported plan.
///
/// Nothing that a document says stands in them, so nothing can end them early.
struct CommentLines {
  private(set) var text = ""

  /// Adds a paragraph, wrapped and marked as a comment, with an empty line before all but the first.
  mutating func paragraph(_ words: String) {
    if !text.isEmpty { text += "#\n" }
    for line in words.wrapped(toWidth: 78) { text += "# \(line)\n" }
  }

  /// Adds a line that is to be used as it is: a command or a setting.
  mutating func verbatim(_ line: String) {
    text += "#   \(line.visible)\n"
  }

  /// Adds what the engine cannot express, one thing a line.
  mutating func losses(_ engine: String, _ losses: [String]) {
    paragraph("What \(engine) cannot express, and what is lost:")
    for loss in losses {
      for (number, line) in loss.wrapped(toWidth: 76).enumerated() {
        text += (number == 0 ? "# - " : "#   ") + line + "\n"
      }
    }
  }

  /// Adds what a step's command finds in its environment.
  mutating func environment(_ settings: ExportSettings) {
    paragraph("Each step runs this command; 'specctl plan --run COMMAND' names another:")
    verbatim(settings.command)
    paragraph(
      "It finds in its environment SPECCTL_STEP (the step, unique), SPECCTL_TASK (the task that is "
        + "implemented or reviewed, empty for steps of whole features), SPECCTL_FEATURE, "
        + "SPECCTL_AGENT, SPECCTL_KIND (gate, task, review, verification, completion or "
        + "documentation), SPECCTL_TITLE (of the task, at most \(EngineStep.titleLimit) bytes) "
        + "and SPECCTL_TIMEOUT (seconds). Exit status 0 means done.")
  }
}
