import Diagnostics
import Glibc
import SpecModel
import SpecPlanning

/// Measures how well waits are inferred in task lists that declare theirs.
struct InferenceBenchmark {
  let paths: [String]

  func run() {
    var documents = 0
    var tasks = 0
    var total = (
      documentOrder: InferenceTrial.Score(), inferred: InferenceTrial.Score(),
      policy: InferenceTrial.Score()
    )
    var byReason: [EdgeReason: InferenceTrial.Score] = [:]
    for path in paths {
      guard let bytes = Self.bytes(path),
        let trial = InferenceTrial(TasksDocument(reading: SourceFile(path: path, bytes: bytes)))
      else { continue }
      documents += 1
      tasks += trial.taskCount
      total.documentOrder = total.documentOrder + trial.documentOrder
      total.inferred = total.inferred + trial.inferred
      total.policy = total.policy + trial.policy
      for (reason, score) in trial.byReason {
        byReason[reason] = (byReason[reason] ?? .init()) + score
      }
    }
    print("documents \(documents), tasks \(tasks), declared waits \(total.inferred.declared)")
    print("| way | found | precision | recall |")
    print("| --- | ---: | ---: | ---: |")
    row("document order", total.documentOrder)
    row("inferred", total.inferred)
    for reason in EdgeReason.allCases {
      if var score = byReason[reason] {
        score.declared = total.inferred.declared
        row("– " + reason.rawValue, score)
      }
    }
    row("inferred, and document order where no file is named", total.policy)
  }

  private func row(_ name: String, _ score: InferenceTrial.Score) {
    print(
      "| \(name) | \(score.found) | \(Self.share(score.right, score.found)) "
        + "| \(Self.share(score.recalled, score.declared)) |")
  }

  /// Three digits behind the point.
  private static func share(_ part: Int, _ whole: Int) -> String {
    let thousandths = whole == 0 ? 0 : (part * 1000 + whole / 2) / whole
    let digits = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.count) + digits
  }

  private static func bytes(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }
}
