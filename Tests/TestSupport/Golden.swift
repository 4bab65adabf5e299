// The static standard library comes without Testing; all targets must still build with it.
#if canImport(Testing)
  internal import Glibc
  package import Testing

  extension FixtureFolder {
    /// Checks a text against a golden file of the folder and records an issue with the difference.
    ///
    /// With `SPECCTL_RECORD=1` in the environment a file that differs or is missing is written, and
    /// the test still fails, so that nobody records by accident.
    package func expect(
      _ actual: String, in file: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
      let expected = try? text(file)
      if let expected, expected.utf8.elementsEqual(actual.utf8) { return }
      var words = "Fixtures/\(name)/\(file) "
      if getenv("SPECCTL_RECORD").map({ String(cString: $0) }) == "1" {
        do {
          try TestFile.write(actual, to: path(file))
          words += "was rewritten"
        } catch {
          words += "was not rewritten: \(error)"
        }
      } else {
        words += expected == nil ? "is missing" : "differs"
        words += "; SPECCTL_RECORD=1 rewrites it"
      }
      words += "\n" + lineDifference(from: expected ?? "", to: actual)
      Issue.record(Comment(rawValue: words), sourceLocation: sourceLocation)
    }
  }
#endif
