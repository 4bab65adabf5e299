/// Who tells whom what, in what order.
struct SequenceDiagram {
  var title: String?
  /// What is said in its place to those who do not see the diagram.
  var spokenTitle: String?
  var participants: [Participant] = []
  /// Frames around neighbouring participants.
  var groups: [[String]] = []
  var events: [Event] = []

  struct Participant {
    var label: [String]
    var isPerson = false
    var group: Int?
  }

  /// What happens, from top to bottom.
  enum Event {
    case message(Message)
    case note(Note)
    /// A block starts: its kind, such as `loop`, and what is said about it.
    case open(kind: String, text: [String])
    /// The next part of a block starts.
    case part(text: [String])
    case close
    case activate(Int)
    case deactivate(Int)
  }

  struct Message {
    var from: Int
    var to: Int
    var text: [String]
    var isDotted = false
    var start = LineTip.none
    var end = LineTip.none
  }

  struct Note {
    enum Place { case left, right, over }

    var place: Place
    /// The participants that it stands at, the left one first.
    var first: Int
    var last: Int
    var text: [String]
  }
}
