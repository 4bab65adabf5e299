import Diagnostics
import Testing

@Suite struct FindingFingerprintTests {
  /// The fingerprints of findings of one rule on each line that has an arrow, which is left out.
  private func fingerprints(
    _ text: String, path: String = "a.md", rule: String = "r", message: String = "m"
  ) -> [String] {
    var bytes: [UInt8] = []
    var findings: [Finding] = []
    for (index, part) in text.split(separator: "→", omittingEmptySubsequences: false).enumerated() {
      if index > 0 {
        findings.append(
          Finding(message, in: path, at: Range(bytes.count, bytes.count), rule: rule))
      }
      bytes += part.utf8
    }
    let outcome = Outcome(
      findings: findings, sources: [path: SourceFile(path: path, bytes: bytes)])
    return FindingFingerprint.all(of: outcome).map(\.description)
  }

  @Test(arguments: [
    "# é 😀\n\n\n- [ ] 1 Écrire → 中文\n", "- [x] 1 Écrire 中文→\n", "-\t[ ]  1 Écrire  中文  →\r\n",
    "\u{FEFF}- [X] →1 Écrire 中文", "    - [中] 1 Écrire →中文\rrest",
  ]) func staysWhenLinesMoveAndBoxesAreTicked(text: String) {
    #expect(fingerprints(text) == fingerprints("- [ ] 1 →Écrire 中文\n"))
  }

  @Test(arguments: [
    "- [ ] 1 →Écrire 中\n", "- [] 1 →Écrire 中文\n", "[ ] 1 →Écrire 中文\n",
  ]) func changesWithTheTextOfTheLine(text: String) {
    #expect(fingerprints(text) != fingerprints("- [ ] 1 →Écrire 中文\n"))
  }

  @Test func dependsOnRuleAndPathButNotOnTheMessage() {
    let first = fingerprints("→a")
    #expect(fingerprints("→a", message: "other") == first)
    #expect(fingerprints("→a", path: "b.md") != first)
    #expect(fingerprints("→a", rule: "other") != first)
  }

  @Test func equalLinesAreNumbered() {
    let found = fingerprints("→a →b\n\n→c\n a →b \n")
    let first = found[0].dropLast(1)
    #expect(found == ["\(first)1", "\(first)2", found[2], "\(first)3"])
    #expect(Set(found).count == 4)
  }

  @Test func numberedItemsHaveBoxesToo() {
    #expect(fingerprints("12. [x] →a") == fingerprints("12. [ ] →a"))
    #expect(fingerprints("12 [x] →a") != fingerprints("12 [ ] →a"))
    #expect(fingerprints("- [").isEmpty && !fingerprints("→- [").isEmpty)
  }

  @Test func withoutALineTheMessageCounts() {
    let findings = ["no design", "no tasks", "no tasks"].map {
      Finding($0, in: "specs/é", at: nil, rule: "missing")
    }
    let found = FindingFingerprint.all(of: Outcome(findings: findings))
    #expect(found[0].digest != found[1].digest && found[1].digest == found[2].digest)
    #expect(found.map(\.occurrence) == [1, 1, 2])
  }

  @Test func isWhatTheDocumentationSays() {
    let text = SHA256(Array("- [ ] 1 é".utf8)).hexadecimal
    let digest = SHA256(Array("r\0a.md\0\(text)".utf8)).hexadecimal.prefix(32)
    #expect(fingerprints("- [x] 1 →é\r\n") == ["\(digest):1"])
  }

  @Test func manyFindingsOnOneEndlessLineTakeLinearTime() {
    let file = SourceFile(path: "a", text: String(repeating: "é中", count: 100_000))
    let findings = (0..<5_000).map { Finding("m", in: "a", at: Range($0, $0 + 1)) }
    let outcome = Outcome(findings: findings, sources: ["a": file])
    let clock = ContinuousClock()
    // Hashing the line for each finding would take minutes.
    let time = clock.measure { #expect(FindingFingerprint.all(of: outcome).count == 5_000) }
    #expect(time < .seconds(20))
  }
}
