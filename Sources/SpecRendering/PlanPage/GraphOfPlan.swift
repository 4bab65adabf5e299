/// The graph that suits the size of a plan: that of its tasks, or that of its features.
struct GraphOfPlan {
  private enum Kind {
    case tasks(TaskGraphDrawing)
    case features(FeatureGraphDrawing)
  }

  /// The height of the line with the numbers of the waves.
  static let headHeight = 30

  private let kind: Kind
  /// What the graph leaves out, for the reader.
  let note: String?

  init(_ picture: PlanPicture, isLinked: Bool, minimumWidth: Int = 0) {
    guard picture.tasks.count > TaskGraphDrawing.taskLimit else {
      kind = .tasks(TaskGraphDrawing(picture, isLinked: isLinked, minimumWidth: minimumWidth))
      note = nil
      return
    }
    kind = .features(FeatureGraphDrawing(picture, isLinked: isLinked, minimumWidth: minimumWidth))
    let limit = FeatureGraphDrawing.featureLimit
    let cut =
      picture.features.count > limit
      ? "; of \(picture.features.count) features the first \(limit)" : ""
    note =
      "The graph shows features in place of tasks, since a graph of "
      + "\(PlanWords.grouped(picture.tasks.count)) tasks could not be read\(cut)."
  }

  var width: Int {
    switch kind {
    case .tasks(let drawing): drawing.width
    case .features(let drawing): drawing.width
    }
  }

  var height: Int {
    switch kind {
    case .tasks(let drawing): drawing.height
    case .features(let drawing): drawing.height
    }
  }

  /// The measures that a script needs to close bands; `nil` for a graph without any.
  var shape: GraphShape? {
    switch kind {
    case .tasks(let drawing): drawing.shape
    case .features: nil
    }
  }

  func write(to markup: inout MarkupWriter) {
    switch kind {
    case .tasks(let drawing): drawing.write(to: &markup)
    case .features(let drawing): drawing.write(to: &markup)
    }
  }

  /// The line above the graph; nothing for a graph without waves.
  func writeWaves(to markup: inout MarkupWriter) {
    if case .tasks(let drawing) = kind { drawing.writeWaves(to: &markup) }
  }

  func writeNames(to markup: inout MarkupWriter) {
    if case .tasks(let drawing) = kind { drawing.writeNames(to: &markup) }
  }
}
