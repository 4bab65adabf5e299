/// Says in words what a sequence diagram shows.
struct SequenceWords {
  /// Messages beyond these are not said.
  private static let messageLimit = 60

  let diagram: SequenceDiagram

  init(_ diagram: SequenceDiagram) {
    self.diagram = diagram
  }

  private var messages: [SequenceDiagram.Message] {
    diagram.events.compactMap { event in
      if case .message(let message) = event { message } else { nil }
    }
  }

  var summary: String {
    DiagramWords.count(diagram.participants.count, "participant", "participants") + ", "
      + DiagramWords.count(messages.count, "message", "messages")
  }

  var description: String {
    let messages = self.messages
    var sentences: [String] = []
    for message in messages.prefix(Self.messageLimit) {
      let text = message.text.joined(separator: " ")
      sentences.append(
        "\(name(message.from)) to \(name(message.to))" + (text.isEmpty ? "." : ": \(text)."))
    }
    if messages.count > Self.messageLimit {
      sentences.append("And \(messages.count - Self.messageLimit) more.")
    }
    return sentences.joined(separator: " ")
  }

  private func name(_ participant: Int) -> String {
    diagram.participants[participant].label.joined(separator: " ")
  }
}
