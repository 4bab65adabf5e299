import ArgumentParser
import Diagnostics
import JSONSyntax
import SpecPlanning
import SpecRendering
import SpecWorkspace

/// Compares the plan of now with one that was made before.
struct PlanComparison {
  let plan: Plan
  let schedule: Schedule
  let format: PlanFormat
  let console: Console

  /// A plan of 100,000 tasks has about 130 MiB.
  private static let planBytes = 1 << 30

  /// Compares with a file and ends with 1 if it is stale.
  ///
  /// A file that begins with a brace is a plan in JSON, unless the format is one of an engine; any other
  /// must be what `rendering` gives.
  func check(_ path: String, rendering: () throws -> [UInt8]) throws {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try InputFile.read(path, byteLimit: Self.planBytes)
    } catch {
      throw CommandFailure(
        "cannot read the plan '\(path)': \(error == .tooLarge ? "larger than 1 GiB" : error.phrase)",
        help: error == .missing ? "'specctl plan --format json > \(path)' writes it" : nil)
    }
    let isFresh =
      format == .json || format.showsDifferences && Self.isObject(bytes)
      ? try checkJSON(bytes, path) : try checkRendering(bytes, path, rendering())
    if !isFresh { throw ExitCode.failure }
  }

  private static func isObject(_ bytes: [UInt8]) -> Bool {
    bytes.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } == UInt8(ascii: "{")
  }

  private func checkJSON(_ bytes: [UInt8], _ path: String) throws -> Bool {
    let now = PlanJSON.bytes(plan, schedule)
    var difference = PlanDifference()
    var elsewhere: String?
    if bytes != now {
      difference = try PlanDifference(
        from: summary(bytes, path), to: PlanSummary(plan, schedule))
      // What no summary tells follows from the rest, unless somebody wrote into the file.
      if difference.isEmpty { elsewhere = Self.firstDifference(bytes, now) }
    }
    let isSame = difference.isEmpty && elsewhere == nil
    switch format {
    case .json:
      console.write(
        PlanDifferenceJSON.bytes(
          difference, base: path, isSame: isSame, elsewhere: elsewhere))
    default:
      write(difference, path, isSame: isSame, elsewhere: elsewhere)
    }
    return isSame
  }

  private func write(
    _ difference: PlanDifference, _ path: String, isSame: Bool, elsewhere: String?
  ) {
    if isSame, format == .text { return console.write("'\(path.visible)' is up to date\n") }
    if let elsewhere {
      let place = elsewhere.isEmpty ? "it" : "'\(elsewhere)'"
      console.write("'\(path.visible)' is stale: \(place) is not what the plan has\n")
    } else if format == .markdown {
      console.write(PlanDifferenceMarkdown.text(difference, base: path))
    } else {
      console.write(
        PlanDifferenceText(terminal: console.output)
          .text(difference, title: "'\(path)' is stale"))
    }
    guard !isSame else { return }
    let options = difference.formerOptions
    console.advise(
      options.isEmpty
        ? "write it anew with 'specctl plan --format json' and the options of this check"
        : "it was made with '\(options)'; give the same, or write it anew")
  }

  /// Shows what is different from the plan of a revision.
  func show(from former: PlanSummary, at revision: String) {
    let difference = PlanDifference(from: former, to: PlanSummary(plan, schedule))
    switch format {
    case .json:
      console.write(
        PlanDifferenceJSON.bytes(difference, base: revision, isSame: difference.isEmpty))
    case .markdown:
      console.write(PlanDifferenceMarkdown.text(difference, base: revision))
    default:
      guard !difference.isEmpty else {
        return console.write("the plan is the same as at '\(revision.visible)'\n")
      }
      console.write(
        PlanDifferenceText(terminal: console.output)
          .text(difference, title: "the plan since '\(revision)'"))
    }
  }

  private func summary(_ bytes: [UInt8], _ path: String) throws -> PlanSummary {
    do throws(PlanSummary.Fault) {
      return try PlanSummary(reading: bytes)
    } catch {
      let line = error.offset.map { LineTable(bytes).position(of: $0).line }
      throw CommandFailure(
        "'\(path)' is no plan: \(error.message)" + (line.map { " (line \($0))" } ?? ""),
        help: error.help)
    }
  }

  /// Where two texts of JSON that are both plans differ; `nil` where only their layout does.
  private static func firstDifference(_ old: [UInt8], _ new: [UInt8]) -> String? {
    guard let old = try? JSONValue(old), let new = try? JSONValue(new) else { return nil }
    return old.firstDifference(from: new)
  }

  private func checkRendering(
    _ bytes: [UInt8], _ path: String, _ now: [UInt8]
  ) throws -> Bool {
    guard let difference = RenderingDifference(bytes, now) else {
      console.write("'\(path.visible)' is up to date\n")
      return true
    }
    console.write(
      difference.text(title: "'\(path)' is stale: it", terminal: console.output))
    console.advise(
      "it was compared with '--format \(format.rawValue)' and the options of this check")
    return false
  }
}

extension PlanFormat {
  /// Whether what is different between two plans can be shown in the format.
  var showsDifferences: Bool { self == .text || self == .json || self == .markdown }
}

extension PlanDifference {
  /// The options that the old plan was made with and the new one was not, as they are written.
  fileprivate var formerOptions: String {
    settings.compactMap { change -> String? in
      switch change.name {
      case .order: change.before.map { "--order \($0)" }
      case .confidence: change.before.map { "--confidence \($0)" }
      case .features: change.before.map { $0.split(separator: ", ").joined(separator: " ") }
      case .optional: change.before == "left out" ? "--no-optional" : nil
      case .done: change.before == "planned" ? "--include-done" : nil
      case .limit("all steps"): change.before.map { "--max-parallel \($0)" }
      case .limit: nil
      }
    }.joined(separator: " ")
  }
}
