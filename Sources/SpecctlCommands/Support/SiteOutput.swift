import ArgumentParser
import Diagnostics
import SpecRendering
import SpecWorkspace

/// The folder to which a documentation is written, or with which it is compared.
struct SiteOutput {
  let folder: String
  let console: Console

  private static let listLimit = 20

  /// Makes the folder hold the files, unless other files stand in their places.
  func write(_ files: [SiteFile]) throws {
    let contents = files.map { ($0.path, $0.bytes) }
    let generated = GeneratedFolder(path: folder)
    let strangers: [String]
    let summary: GeneratedFolder.Summary
    do throws(WriteError) {
      strangers = try generated.strangers(among: contents)
      summary = strangers.isEmpty ? try generated.write(contents) : .init()
    } catch {
      throw CommandFailure(error.message)
    }
    if let first = strangers.first {
      let others = strangers.count == 1 ? "" : " and \(strangers.count - 1) more"
      throw CommandFailure(
        "'\(place(first))'\(others) would be overwritten, and 'specctl docs' did not write it",
        help: "choose another folder, or remove what is there")
    }
    var words = "'\(folder.visible)': \(files.count) files, \(summary.written) written"
    if summary.removed > 0 { words += ", \(summary.removed) removed" }
    console.write(words + "\n")
  }

  /// Ends with 1 if the folder does not hold just the files.
  func check(_ files: [SiteFile]) throws {
    let differences: [(path: String, difference: GeneratedFolder.Difference)]
    do throws(WriteError) {
      differences = try GeneratedFolder(path: folder)
        .differences(from: files.map { ($0.path, $0.bytes) })
    } catch {
      throw CommandFailure(error.message)
    }
    guard !differences.isEmpty else {
      return console.write("'\(folder.visible)' is up to date\n")
    }
    console.write("'\(folder.visible)' is not up to date\n")
    for (path, difference) in differences.prefix(Self.listLimit) {
      let words =
        switch difference {
        case .missing: "missing  "
        case .stale: "stale    "
        case .leftOver: "left over"
        }
      console.write("  \(words)  \(path.visible)\n")
    }
    if differences.count > Self.listLimit {
      console.write("  and \(differences.count - Self.listLimit) more\n")
    }
    console.advise("'specctl docs' with the same options writes it anew")
    throw ExitCode.failure
  }

  private func place(_ path: String) -> String {
    folder.hasSuffix("/") ? folder + path : folder + "/" + path
  }
}
