import Diagnostics
import SpecModel
import SpecRules
import SpecWorkspace

/// The file that lists known findings.
struct BaselineFile {
  /// The path that was named on the command line.
  var named: String?

  /// The file that counts, as it can be opened: the one that was named, else that of the configuration.
  func path(_ session: Session) throws -> String? {
    if let named { return named }
    guard let configured = session.workspace.configuration?.validation.baseline else { return nil }
    guard let path = RelativePath.normalized(configured.value), !path.isEmpty else {
      throw CommandFailure(
        "the baseline '\(configured.value)' of the configuration is outside of the workspace")
    }
    return "\(session.root)/\(path)"
  }

  /// Reads the baseline; a configured one that is not there yet knows of nothing.
  func read(_ path: String, mayBeMissing: Bool = false) throws -> Baseline {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try InputFile.read(path)
    } catch {
      if error == .missing, named == nil || mayBeMissing { return Baseline() }
      throw CommandFailure(
        "cannot read the baseline '\(path)': \(error.phrase)",
        help: error == .missing ? "'--update-baseline' writes it" : nil)
    }
    do throws(Baseline.Fault) {
      return try Baseline(reading: bytes)
    } catch {
      let line = error.range.map { LineTable(bytes).position(of: $0.lowerBound).line }
      throw CommandFailure(
        "'\(path)' is no baseline: \(error.message)"
          + (line.map { " (line \($0))" } ?? ""))
    }
  }
}
