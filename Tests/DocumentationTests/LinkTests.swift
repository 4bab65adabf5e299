import TestSupport
import Testing

@Suite struct LinkTests {
  @Test func everyInternalLinkLeadsSomewhere() throws {
    for document in try WrittenDocument.all {
      for link in document.internalLinks {
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let target = parts[0].isEmpty ? document.file : file(String(parts[0]), from: document.file)
        let exists = TestFile.exists(target.path)
        #expect(exists, "\(document): there is no '\(link)'")
        guard exists, parts.count > 1 else { continue }
        let anchors = try WrittenDocument(target.name).anchors
        #expect(anchors.contains(String(parts[1])), "\(document): there is no '\(link)'")
      }
    }
  }

  /// The file to which a relative link leads.
  private func file(_ link: String, from document: ProjectFile) -> ProjectFile {
    var folders = document.name.split(separator: "/").dropLast()
    for part in link.split(separator: "/") {
      switch part {
      case ".": break
      case "..": _ = folders.popLast()
      default: folders.append(part)
      }
    }
    return ProjectFile(folders.joined(separator: "/"))
  }
}
