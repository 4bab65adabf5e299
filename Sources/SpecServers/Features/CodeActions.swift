import Diagnostics
import JSONSyntax
import SpecLive
import SpecRules

/// One action that an editor offers.
struct CodeAction {
  var title: String
  var kind: CodeActionKind
  /// The finding that the action removes; `nil` for an action about a whole document.
  var finding: Finding?
  var isPreferred = false
  var documents: [DocumentEdits]
}

extension LanguageServer {
  /// Fixes of the findings in a span, comments that allow them, and all safe fixes of the document.
  func codeActions(_ parameters: JSONValue) async throws(RPCError) -> ResultWriting {
    guard let (folder, path, map) = try askedDocument(parameters) else {
      return { $0.array { _ in } }
    }
    let range = try map.range(parameters["range"])
    let only = parameters["context"]["only"].strings
    let findings = folders[folder].live.outcome.findings.filter { $0.path == path }
    var actions: [CodeAction] = []
    if CodeActionKind.quickFix.isWanted(only) {
      let here = findings.filter { $0.touches(range, map) }
      actions += here.compactMap(CodeAction.init(fixing:))
      for finding in here.prefix(CodeAction.allowanceLimit) {
        if let action = await allowance(of: finding, in: folder, map) { actions.append(action) }
      }
    }
    if CodeActionKind.fixAll.isWanted(only) {
      let round = FixRound(findings, .safeOnly) { $0 == path }
      if !round.isEmpty {
        let count = round.findings.count
        actions.append(
          CodeAction(
            title: "make \(count == 1 ? "the safe fix" : "all \(count) safe fixes")", kind: .fixAll,
            documents: [DocumentEdits(path: path, edits: round.edits[path] ?? [])]))
      }
    }
    return write(actions, in: folder)
  }

  private func write(_ actions: [CodeAction], in folder: Int) -> ResultWriting {
    var writing = writing(folder)
    let abilities = abilities
    return { json in
      json.array { json in
        for action in actions {
          json.object { json in
            json.member("title", action.title)
            json.member("kind", action.kind.rawValue)
            if let finding = action.finding {
              json.key("diagnostics")
              json.array { writing.write(finding, to: &$0) }
            }
            if action.isPreferred { json.member("isPreferred", true) }
            json.key("edit")
            writing.edit(action.documents, abilities, to: &json)
          }
        }
      }
    }
  }

  /// The comment that allows a finding: of the places that it can stand in the first that does it
  /// without a new finding.
  private func allowance(
    of finding: Finding, in folder: Int, _ map: PositionMap
  ) async -> CodeAction? {
    guard Rule.named(finding.rule)?.group != .suppressions else { return nil }
    let before = folders[folder].live.outcome.findings
    for edit in Allowance.edits(for: finding, map) {
      guard let bytes = [edit].applied(to: map.bytes) else { continue }
      let trial = await folders[folder].findings(laying: [(finding.path, bytes)])
      let after = trial.outcome.findings
      guard trial.outcome.suppressedCount > folders[folder].live.outcome.suppressedCount,
        after.count < before.count
      else { continue }
      return CodeAction(
        title: "allow '\(finding.rule)' here", kind: .quickFix, finding: finding,
        documents: [DocumentEdits(path: finding.path, edits: [edit])])
    }
    return nil
  }
}

extension CodeAction {
  /// Looking for the place of a comment costs a check of the document each time.
  static let allowanceLimit = 4

  /// The fix of a finding, where it is one that a program may make.
  fileprivate init?(fixing finding: Finding) {
    guard let fix = finding.fix, fix.isMade(with: .unsafeToo) else { return nil }
    let isSafe = fix.isMade(with: .safeOnly)
    self.init(
      title: isSafe ? fix.description : "\(fix.description) (may change the meaning)",
      kind: .quickFix, finding: finding, isPreferred: isSafe,
      documents: fix.documents(of: finding.path))
  }
}

extension Finding {
  /// Whether a span lies on the lines of the finding.
  fileprivate func touches(_ span: Range<Offset>, _ map: PositionMap) -> Bool {
    let range = range ?? Range(0, 0)
    let first = map.lines.range(ofLine: map.lines.line(of: range.lowerBound)).lowerBound
    let last = map.lines.range(ofLine: map.lines.line(of: range.upperBound)).upperBound
    return span.lowerBound <= last && first <= span.upperBound
  }
}

/// Where a comment can stand that allows a finding.
enum Allowance {
  /// The comments to try, the best place first: above the line, behind it, at the top of the document.
  static func edits(for finding: Finding, _ map: PositionMap) -> [TextEdit] {
    let line = map.lines.range(ofLine: map.lines.line(of: finding.range?.lowerBound ?? Offset(0)))
    let bytes = map.bytes[line.indices]
    let blanks = bytes.prefix { $0 == 0x20 || $0 == 0x09 }
    let indent = String(decoding: blanks, as: UTF8.self)
    let lineEnd = map.lineEnd
    let text = "specctl: allow \(finding.rule): the reason"
    let markdown = "<!-- \(text) -->"
    let yaml = "# \(text)"
    let top = map.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Offset(3) : Offset(0)
    // Front matter is YAML in a file of Markdown: both are tried.
    return (finding.path.hasSuffix(".md") ? [markdown, yaml] : [yaml]).flatMap { comment in
      [
        TextEdit(inserting: indent + comment + lineEnd, at: line.lowerBound),
        TextEdit(inserting: " " + comment, at: line.upperBound),
        TextEdit(inserting: comment + lineEnd, at: top),
      ]
    }
  }
}

extension PositionMap {
  /// What the first line of the document ends with.
  fileprivate var lineEnd: String {
    guard lines.count > 1 else { return "\n" }
    let end = lines.range(ofLine: 0).upperBound.utf8
    return bytes[end...].starts(with: [0x0D, 0x0A]) ? "\r\n" : bytes[end] == 0x0D ? "\r" : "\n"
  }
}
