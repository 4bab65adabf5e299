/// Draws the diagrams of documents, written in the notation of Mermaid, as SVG without a script.
package enum DiagramMarkup {
  /// What became of a diagram.
  package enum Drawing: Sendable, Hashable {
    /// An `svg` element for a page that has ``DiagramMarkup/style`` in its style sheet.
    case drawn(svg: String)
    /// A phrase that says why there is no picture.
    case undrawn(reason: String)

    /// `nil` where there is no picture.
    package var svg: String? {
      if case .drawn(let svg) = self { svg } else { nil }
    }

    /// `nil` where there is a picture.
    package var reason: String? {
      if case .undrawn(let reason) = self { reason } else { nil }
    }
  }

  /// How drawn diagrams look: classes and custom properties only, all of them below `.diagram`.
  package static var style: String { PageParts.diagramStyle }

  /// Draws a diagram; the same bytes for the same source.
  ///
  /// The element and all in it has no style, no link, no reference and no id but those that start with
  /// the given one, which must be different for each diagram of a page. Time is near linear in what is
  /// drawn; what is larger than `DiagramLimits` is not drawn.
  package static func svg(of source: String, id: String) -> Drawing {
    do throws(DiagramFault) {
      let text = try DiagramSource(source)
      var markup = MarkupWriter()
      switch try text.kind() {
      case .flowchart:
        try BoxDrawing(FlowchartReader.read(text)).write(to: &markup, id: id, source: text)
      case .states:
        try BoxDrawing(StateReader.read(text)).write(to: &markup, id: id, source: text)
      case .entities:
        try BoxDrawing(EntityReader.read(text)).write(to: &markup, id: id, source: text)
      case .classes:
        try BoxDrawing(ClassReader.read(text)).write(to: &markup, id: id, source: text)
      case .sequence:
        try SequenceDrawing(SequenceReader.read(text)).write(to: &markup, id: id, source: text)
      }
      return .drawn(svg: markup.text)
    } catch {
      return .undrawn(reason: error.reason)
    }
  }
}
