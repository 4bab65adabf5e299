import Diagnostics
import JSONSyntax
import SpecServers
import SpecWorkspace
import Synchronization

/// Folders in memory, of which every root has the same files.
final class MemoryFolders: FolderSource {
  private let files: Mutex<[String: [UInt8]]>

  init(_ files: [String: String]) {
    self.files = Mutex(files.mapValues { Array($0.utf8) })
  }

  subscript(path: String) -> String? {
    get { files.withLock { $0[path] }.map { String(decoding: $0, as: UTF8.self) } }
    set {
      let bytes = newValue.map { Array($0.utf8) }
      files.withLock { $0[path] = bytes }
    }
  }

  func root(of folder: String) throws(FileError) -> String {
    if folder.hasPrefix("/missing") { throw .missing }
    return folder
  }

  func open(_ root: String) throws(FileError) -> any ByteSource {
    MemorySource(files.withLock { $0 })
  }

  func relative(_ path: String, to root: String) -> String? {
    if path == root { return "" }
    return path.hasPrefix(root + "/") ? String(path.dropFirst(root.count + 1)) : nil
  }
}

/// An editor that talks to a server in the same process.
struct Editor {
  static let root = "file:///projects/caf%C3%A9"

  private(set) var server: LanguageServer
  let folders: MemoryFolders
  private(set) var messages: [JSONValue] = []
  private var requests = 0
  private var now = ContinuousClock.now

  init(_ files: [String: String]) {
    folders = MemoryFolders(files)
    server = LanguageServer(version: "1", folders: folders)
  }

  /// An editor that has a workspace open.
  static func started(
    _ files: [String: String], encoding: String? = nil, capabilities: String = ""
  ) async -> Editor {
    var editor = Editor(files)
    let general = encoding.map { #""general": {"positionEncodings": ["\#($0)"]}"# } ?? ""
    let all = [general, capabilities].filter { !$0.isEmpty }.joined(separator: ",")
    _ = await editor.ask(
      "initialize", #"{"rootUri": "\#(root)", "capabilities": {\#(all)}}"#)
    await editor.tell("initialized", "{}")
    return editor
  }

  static func uri(_ path: String) -> String { "\(root)/\(path)" }

  /// Sends a message as it stands.
  mutating func send(_ text: String, cancelled: Bool = false) async {
    await server.receive(Array(text.utf8), isCancelled: { _ in cancelled }, at: now)
    for bytes in server.takeOutput() {
      messages.append((try? JSONValue(bytes)) ?? .string("no JSON"))
    }
  }

  mutating func tell(_ method: String, _ parameters: String) async {
    await send(#"{"jsonrpc": "2.0", "method": "\#(method)", "params": \#(parameters)}"#)
  }

  /// The response to a request.
  mutating func ask(
    _ method: String, _ parameters: String, cancelled: Bool = false
  ) async -> JSONValue {
    requests += 1
    await send(
      #"{"jsonrpc": "2.0", "id": \#(requests), "method": "\#(method)", "params": \#(parameters)}"#,
      cancelled: cancelled)
    return messages.last { $0["id"] == .integer(requests) } ?? .null
  }

  /// The result of a request at a place.
  mutating func ask(
    _ method: String, _ path: String, _ line: Int, _ character: Int, more: String = ""
  ) async -> JSONValue {
    await ask(
      method,
      #"{"textDocument": {"uri": "\#(Self.uri(path))"}, "position": \#(Self.place(line, character))\#(more)}"#
    )["result"]
  }

  static func place(_ line: Int, _ character: Int) -> String {
    #"{"line": \#(line), "character": \#(character)}"#
  }

  static func quoted(_ text: String) -> String {
    var json = JSONWriter(pretty: false)
    json.value(text)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  mutating func open(_ path: String, _ text: String) async {
    await tell(
      "textDocument/didOpen",
      #"{"textDocument": {"uri": "\#(Self.uri(path))", "languageId": "markdown", "version": 1, "text": \#(Self.quoted(text))}}"#
    )
  }

  /// Replaces a span of an open document.
  mutating func change(
    _ path: String, version: Int, from: (Int, Int), to: (Int, Int), _ text: String
  ) async {
    await tell(
      "textDocument/didChange",
      #"{"textDocument": {"uri": "\#(Self.uri(path))", "version": \#(version)}, "contentChanges": [{"range": {"start": \#(Self.place(from.0, from.1)), "end": \#(Self.place(to.0, to.1))}, "text": \#(Self.quoted(text))}]}"#
    )
  }

  /// Stops typing for a moment.
  mutating func pause() async {
    now = now.advanced(by: LanguageServer.pause)
    await server.pause(at: now)
    for bytes in server.takeOutput() {
      messages.append((try? JSONValue(bytes)) ?? .string("no JSON"))
    }
  }

  mutating func wait(_ duration: Duration) {
    now = now.advanced(by: duration)
  }

  mutating func forgetMessages() { messages = [] }

  /// What was last told about a document; `nil` before anything was.
  func diagnostics(_ path: String) -> JSONValue? {
    messages.last {
      $0["method"].string == "textDocument/publishDiagnostics"
        && $0["params"]["uri"].string == Self.uri(path)
    }?["params"]
  }

  /// The rules of the findings that were last told about a document.
  func rules(_ path: String) -> [String] {
    (diagnostics(path)?["diagnostics"].elements ?? []).compactMap { $0["code"].string }
  }
}

/// A small workspace with one feature, in which é and 😀 stand in front of everything.
enum Sample {
  static let tasks = ".claude/specs/shop/tasks.md"
  static let requirements = ".claude/specs/shop/requirements.md"
  static let design = ".claude/specs/shop/design.md"
  static let registry = ".claude/feature_registry.yaml"
  static let configuration = ".claude/config.yaml"
  static let agent = ".claude/agents/writer.md"

  static let files: [String: String] = [
    requirements: """
    # Requirements

    ### Requirement 1: Café 😀

    **User Story:** As a reader, I want rows, so that I see them.

    #### Acceptance Criteria

    1. WHEN a row comes THEN the system SHALL show it.
    2. IF there is none THEN the system SHALL say é.

    ### Requirement 2: Search

    **User Story:** As a reader, I want to search, so that I find.

    #### Acceptance Criteria

    1. WHEN I type THEN the system SHALL search.

    """,
    design: "# Design\n\n## Overview\n\nSee Requirement 1.\n\n## Parts\n\nNothing.\n",
    tasks: """
    # Tasks

    - [ ] 1. 😀 Make the table
      - _Requirements: 1.1, 1.2_
      - _Agent: writer_
    - [ ] 2. Search 😀
      - _Leverage: é😀.ts_ _Requirements: 2.1_
      - _Depends: 1_
      - [ ] 2.1 Search more
        - _Requirements: 2.1_

    """,
    registry: """
    features:
      shop:
        name: "Shop"
        description: Sells é.
        specs_location: ".claude/specs/shop/"
        primary_agent: writer
      other:
        name: "Other"
        primary_agent: writer
        depends_on: [shop]

    """,
    configuration: """
    agents:
      builders:
        - name: writer
    validation:
      rules:
        missing-spec-folder: off

    """,
    agent: "---\nname: writer\ndescription: Writes é and 😀.\n---\n\nYou write.\n",
  ]
}
