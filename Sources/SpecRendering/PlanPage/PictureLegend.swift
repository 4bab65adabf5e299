import SpecModel
import SpecPlanning

/// What the marks of the pictures mean.
enum PictureLegend {
  /// A mark with its meaning.
  enum Entry {
    case critical, review, slack, around, inferred, wholeFeature
    case priority(Priority)

    var words: String {
      switch self {
      case .critical: "critical path"
      case .review: "review"
      case .slack: "slack"
      case .around: "before and after the tasks of a feature"
      case .inferred: "inferred"
      case .wholeFeature: "waits for a whole feature"
      case .priority(let priority): "\(priority.rawValue) priority"
      }
    }

    /// The mark, 16 pixels wide and 22 high.
    func write(x: Int, to markup: inout MarkupWriter) {
      switch self {
      case .critical:
        markup.shape("path", ["class": "mark", "d": "M\(x + 2) 11l6 -6l6 6l-6 6z"])
      case .review: bar("review", x: x, y: 8, width: 16, height: 6, to: &markup)
      case .slack: bar("slack", x: x, y: 5, width: 16, height: 12, to: &markup)
      case .around:
        bar("around gate", x: x, y: 5, width: 7, height: 12, to: &markup)
        bar("around after", x: x + 9, y: 5, width: 7, height: 12, to: &markup)
      case .inferred:
        markup.shape("path", ["class": "edge inferred", "d": "M\(x) 11h16"])
      case .wholeFeature:
        markup.shape("path", ["class": "edge whole", "d": "M\(x) 11h16"])
      case .priority(let priority):
        markup.open("g", ["class": "priority-\(priority.rawValue)"])
        bar("bar", x: x, y: 5, width: 16, height: 12, to: &markup)
        markup.close("g")
      }
    }

    private func bar(
      _ kind: String, x: Int, y: Int, width: Int, height: Int, to markup: inout MarkupWriter
    ) {
      markup.shape(
        "rect",
        [
          "class": kind, "x": "\(x)", "y": "\(y)", "width": "\(width)", "height": "\(height)",
          "rx": "2",
        ])
    }
  }

  /// The marks that a picture has, of single tasks or of features only.
  static func entries(_ picture: PlanPicture, ofTasks: Bool = true) -> [Entry] {
    var entries: [Entry] = []
    if picture.tasks.contains(where: \.time.isCritical) { entries.append(.critical) }
    if ofTasks { entries += taskEntries(picture) }
    if picture.steps.contains(where: { $0.task == nil }) { entries.append(.around) }
    if ofTasks, picture.tasks.contains(where: { $0.waits.contains(where: \.reason.isInferred) }) {
      entries.append(.inferred)
    }
    if picture.features.contains(where: { !$0.waits.isEmpty }) { entries.append(.wholeFeature) }
    return entries
  }

  private static func taskEntries(_ picture: PlanPicture) -> [Entry] {
    var entries: [Entry] = []
    let used = Set(picture.tasks.map(\.priority))
    entries += Priority.allCases.filter(used.contains).map(Entry.priority)
    if picture.steps.contains(where: { $0.task != nil }) { entries.append(.review) }
    if picture.tasks.contains(where: { $0.time.slack > 0 }) { entries.append(.slack) }
    return entries
  }
}
