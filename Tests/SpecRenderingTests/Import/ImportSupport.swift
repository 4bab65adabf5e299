import Diagnostics
import SpecModel
import SpecRendering

/// A feature of Spec Kit with the given documents.
func specKitFeature(spec: String? = nil, plan: String? = nil, tasks: String? = nil) -> Feature {
  func file(_ name: String, _ text: String) -> SourceFile {
    SourceFile(path: "specs/001-a/\(name)", text: text)
  }
  var feature = Feature(
    name: "001-a", directory: "specs/001-a", layout: .specKit,
    requirements: spec.map { RequirementsDocument(reading: file("spec.md", $0)) },
    design: plan.map { DesignDocument(reading: file("plan.md", $0)) },
    tasks: tasks.map { TasksDocument(reading: file("tasks.md", $0)) })
  feature.tasks?.takePathsFromTitles()
  return feature
}

/// A change of OpenSpec with the given proposal and deltas by capability.
func change(
  _ name: String, proposal: String? = nil, deltas: [(String, String)]
) -> OpenSpecProject.Change {
  OpenSpecProject.Change(
    name: name, directory: "openspec/changes/\(name)",
    proposal: proposal.map {
      SpecText(SourceFile(path: "openspec/changes/\(name)/proposal.md", text: $0))
    },
    deltas: deltas.map { capability, text in
      OpenSpecProject.Capability(
        name: capability,
        document: OpenSpecDocument(
          reading: SourceFile(
            path: "openspec/changes/\(name)/specs/\(capability)/spec.md", text: text)))
    })
}

extension FeatureImport {
  /// The text of a document; empty where there is none.
  func text(_ name: String) -> String {
    documents.first { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
  }

  var requirements: [Requirement] {
    RequirementsDocument(reading: SourceFile(path: "r.md", text: text("requirements.md")))
      .requirements
  }

  var tasks: TasksDocument {
    TasksDocument(reading: SourceFile(path: "t.md", text: text("tasks.md")))
  }
}

/// How often each word stands in a text, in lower case.
func wordCounts(_ text: String) -> [String: Int] {
  var counts: [String: Int] = [:]
  for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
    counts[word.lowercased(), default: 0] += 1
  }
  return counts
}

/// The words that stand less often in the second text than in the first, and how often they are missing.
func lostWords(from old: String, in new: String) -> [String: Int] {
  let new = wordCounts(new)
  return wordCounts(old).compactMapValues { $0 }.reduce(into: [:]) { lost, entry in
    let missing = entry.value - (new[entry.key] ?? 0)
    if missing > 0 { lost[entry.key] = missing }
  }
}

/// The same numbers in every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
  }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    var value = state
    value ^= value >> 33
    value = value &* 0xFF51_AFD7_ED55_8CCD
    return value ^ value >> 33
  }
}
