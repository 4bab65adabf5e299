// The static standard library comes without Testing; all targets must still build with it.
#if canImport(Testing)
  internal import Glibc
  package import Testing

  extension ProjectFile {
    /// Checks a text against the file and records an issue with the difference.
    ///
    /// With `SPECCTL_RECORD=1` in the environment a file that differs or is missing is written, and
    /// the test still fails, so that nobody records by accident. The remedy names what rewrites it.
    package func expect(
      _ actual: String, remedy: String = "SPECCTL_RECORD=1 rewrites it",
      sourceLocation: SourceLocation = #_sourceLocation
    ) {
      let expected = try? text()
      if let expected, expected.utf8.elementsEqual(actual.utf8) { return }
      var words = "\(name) "
      if getenv("SPECCTL_RECORD").map({ String(cString: $0) }) == "1" {
        do {
          try TestFile.write(actual, to: path)
          words += "was rewritten"
        } catch {
          words += "was not rewritten: \(error)"
        }
      } else {
        words += expected == nil ? "is missing" : "differs"
        words += "; \(remedy)"
      }
      words += "\n" + lineDifference(from: expected ?? "", to: actual)
      Issue.record(Comment(rawValue: words), sourceLocation: sourceLocation)
    }
  }

  extension FixtureFolder {
    /// Checks a text against a golden file of the folder, as ``ProjectFile`` does.
    package func expect(
      _ actual: String, in file: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
      ProjectFile("Fixtures/\(name)/\(file)").expect(actual, sourceLocation: sourceLocation)
    }
  }
#endif
