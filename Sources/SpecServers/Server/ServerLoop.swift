import JSONSyntax

/// Where the messages of an editor come from, and where those to it go.
package protocol MessageStreams {
  /// Waits for bytes until an instant, for as long as it takes without one.
  mutating func read(until deadline: ContinuousClock.Instant?) -> StreamInput

  /// Sends bytes; `false` when nobody takes them any more.
  mutating func write(_ bytes: [UInt8]) -> Bool
}

/// What came of waiting for bytes.
package enum StreamInput: Sendable, Hashable {
  case bytes([UInt8])
  /// The instant came first.
  case nothing
  case end
}

/// Runs a language server on two streams until the editor ends it.
package struct ServerLoop<Streams: MessageStreams> {
  private var server: LanguageServer
  private var streams: Streams
  private var framing = MessageFraming()
  /// Messages that are there and not yet taken in.
  private var waiting: [[UInt8]] = []
  private var cancelled: Set<RPCID> = []

  package init(_ server: LanguageServer, _ streams: Streams) {
    self.server = server
    self.streams = streams
  }

  /// The exit status: 0 when the editor shut the server down before it ended it.
  package mutating func run() async throws(FramingError) -> Int32 {
    while true {
      let isOpen = try readAll()
      if await answerAll() { return server.exitStatus ?? 1 }
      await server.pause(at: .now)
      guard send() else { return 1 }
      guard isOpen else {
        if framing.isInMessage { throw .endsInMessage }
        return 1
      }
    }
  }

  /// Waits for bytes and takes all that are there; whether more can come.
  private mutating func readAll() throws(FramingError) -> Bool {
    var deadline = server.deadline
    while true {
      switch streams.read(until: deadline) {
      case .bytes(let bytes): framing.append(bytes)
      case .nothing: return true
      case .end: return false
      }
      while let message = try framing.next() { note(message) }
      // What else is there may cancel what came before it.
      deadline = .now
    }
  }

  /// Keeps a message for later, unless it is about one that is kept.
  private mutating func note(_ message: [UInt8]) {
    if case .notification("$/cancelRequest", let parameters)? = try? RPCMessage(message) {
      if let id = RPCID(parameters["id"]) { cancelled.insert(id) }
    } else {
      waiting.append(message)
    }
  }

  /// Takes in every message that waits; whether the editor has ended the server.
  private mutating func answerAll() async -> Bool {
    for message in waiting {
      let cancelled = cancelled
      await server.receive(message, isCancelled: { cancelled.contains($0) }, at: .now)
      guard send() else { return true }
      if server.exitStatus != nil { return true }
    }
    waiting = []
    // A request that was answered cannot be cancelled any more.
    cancelled = []
    return false
  }

  private mutating func send() -> Bool {
    server.takeOutput().allSatisfy { streams.write(MessageFraming.framed($0)) }
  }
}
