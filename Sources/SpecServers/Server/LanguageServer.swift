import Diagnostics
import SpecLive
import SpecWorkspace

/// A language server for specs, without its streams and its clock.
///
/// Messages go in one after another, and what is to be sent is gathered in ``output``. Findings are
/// told when typing pauses: whoever runs the server calls ``pause(at:)`` at the ``deadline``.
package struct LanguageServer: Sendable {
  /// How far the conversation has come.
  enum Phase: Sendable, Equatable {
    case starting, running, shutDown
    case ended(status: Int32)
  }

  /// How long typing must pause before findings are told, and how long they may wait at most.
  package static let pause = Duration.milliseconds(50)
  /// Counted from the first change that has not been told of.
  package static let longestPause = Duration.milliseconds(500)

  let version: String
  let folderSource: any FolderSource
  /// The root that the command line names; the editor's folders count without one.
  let root: String?
  var phase = Phase.starting
  var abilities = ClientAbilities()
  var folders: [ServerFolder] = []
  /// By address.
  var documents: [String: OpenDocument] = [:]
  /// The messages to send, in order.
  package private(set) var output: [[UInt8]] = []
  /// When ``pause(at:)`` is to be called.
  package private(set) var deadline: ContinuousClock.Instant?
  private var firstChange: ContinuousClock.Instant?
  private var requestCount = 0

  /// With a root, the folders of the editor do not count.
  package init(version: String, folders: any FolderSource, root: String? = nil) {
    self.version = version
    folderSource = folders
    self.root = root
  }

  /// The exit status, once the editor has said that all is over: 0 where it shut the server down
  /// first.
  package var exitStatus: Int32? {
    if case .ended(let status) = phase { status } else { nil }
  }

  /// Takes the messages to send.
  package mutating func takeOutput() -> [[UInt8]] {
    defer { output = [] }
    return output
  }

  /// Takes in one message; `isCancelled` for a request that the editor has no more use for.
  package mutating func receive(
    _ bytes: [UInt8], isCancelled: (RPCID) -> Bool = { _ in false },
    at now: ContinuousClock.Instant
  ) async {
    let message: RPCMessage
    do throws(RPCError) {
      message = try RPCMessage(bytes)
    } catch {
      output.append(RPCWriting.error(error, for: error.id))
      return
    }
    switch message {
    case .request(let id, let method, let parameters):
      do throws(RPCError) {
        if isCancelled(id) { throw RPCError(.requestCancelled, "the request was cancelled") }
        try await answer(id, method, parameters)
      } catch {
        output.append(RPCWriting.error(error, for: id))
      }
    case .notification(let method, let parameters):
      await take(method, parameters)
      await scheduleFindings(at: now)
    case .response:
      // Nothing that is asked of an editor has an answer that matters.
      break
    }
  }

  /// Tells the findings, where something changed.
  package mutating func pause(at now: ContinuousClock.Instant) async {
    guard let deadline, deadline <= now else { return }
    self.deadline = nil
    firstChange = nil
    await update()
    publish()
  }

  private mutating func scheduleFindings(at now: ContinuousClock.Instant) async {
    guard phase == .running, folders.contains(where: { !$0.isUpToDate }) else { return }
    let first = firstChange ?? now
    firstChange = first
    deadline = min(now.advanced(by: Self.pause), first.advanced(by: Self.longestPause))
  }

  // MARK: Sending

  mutating func send(_ message: [UInt8]) {
    output.append(message)
  }

  /// Asks something of the editor.
  mutating func ask(_ method: String, _ parameters: (inout JSONWriter) -> Void) {
    requestCount += 1
    send(RPCWriting.request(.text("specctl-\(requestCount)"), method, parameters))
  }

  // MARK: Findings

  /// Takes in what changed in any folder.
  mutating func update() async {
    for index in folders.indices { await folders[index].update() }
  }

  /// Tells what is new about any document.
  mutating func publish() {
    guard phase == .running else { return }
    var anyChange = false
    for index in folders.indices {
      var writing = writing(index)
      var byPath: [String: [Finding]] = [:]
      for finding in folders[index].live.outcome.findings {
        byPath[finding.path, default: []].append(finding)
      }
      for path in Set(byPath.keys).union(folders[index].published.keys).sorted() {
        let findings = byPath[path] ?? []
        let told = PublishedFindings(
          findings: findings, bytes: folders[index].files[path]?.bytes ?? [])
        guard folders[index].published[path] != told else { continue }
        folders[index].published[path] = findings.isEmpty ? nil : told
        send(writing.diagnostics(findings, of: path))
        anyChange = true
      }
    }
    if anyChange, abilities.refreshesHints {
      ask("workspace/inlayHint/refresh") { $0.null() }
    }
  }

  /// What writes places of a folder.
  func writing(_ folder: Int) -> EditorWriting {
    var open: [String: (uri: String, version: Int?)] = [:]
    for document in documents.values {
      if let place = document.place, place.folder == folder {
        open[place.path] = (document.uri, document.version)
      }
    }
    return EditorWriting(folders[folder], abilities.encoding, open: open)
  }

  // MARK: Places

  /// The folder that an address lies in, and its path there: the innermost of several.
  func place(of uri: String) -> (folder: Int, path: String)? {
    if let place = documents[uri]?.place { return place }
    guard let absolute = FileURI.path(of: uri) else { return nil }
    return folders.indices.compactMap { index in
      folders[index].path(absolute).map { (folder: index, path: $0) }
    }.min { $0.path.utf8.count < $1.path.utf8.count }
  }
}
