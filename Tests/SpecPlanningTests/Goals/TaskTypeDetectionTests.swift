import SpecModel
import SpecPlanning
import Testing

@Suite struct TaskTypeDetectionTests {
  @Test(arguments: [
    // What is new.
    ("Implement the order book", TaskType.implement),
    ("Add error handling to the importer", .implement),
    ("add a health check", .implement),
    ("Create a bug tracker", .implement),
    ("Build a website for the bakery", .implement),
    ("We need to write performance tests for the parser", .implement),
    ("Please introduce a new login page", .implement),
    ("Set up the project from scratch", .implement),
    ("I'd like to add support for PDF", .implement),
    ("Create faster checkout", .implement),
    ("Integrate the payment service, and fix the typos", .implement),
    ("Building the export", .implement),
    ("Extend reviews by pictures", .implement),
    ("Support multiple currencies", .implement),
    ("Handle the payments of groups", .implement),
    // What does not work.
    ("Fix the build", .debug),
    ("The build is broken", .debug),
    ("fix slow test that fails", .debug),
    ("Login crashes when the name holds é 😀", .debug),
    ("Checkout doesn't work any more", .debug),
    ("Find the root cause of the timeouts", .debug),
    ("Debug the implement step", .debug),
    ("The totals are wrong", .debug),
    ("Why does the upload fail?", .debug),
    ("Look at logs/server.log, there is an exception in it", .debug),
    ("Memory leak in the renderer", .debug),
    ("Investigate logs/error.log", .debug),
    ("Sometimes the review page hangs", .debug),
    ("Find and fix the regression", .debug),
    ("Users can't log in", .debug),
    ("We cannot print é", .debug),
    // What is to be clearer.
    ("Refactor the scheduler", .refactor),
    ("Clean up the importer", .refactor),
    ("Simplify error handling", .refactor),
    ("Improve readability of the parser", .refactor),
    ("Pay back technical debt in billing", .refactor),
    ("Let's restructure the add module", .refactor),
    ("rename the fields of Order", .refactor),
    ("Extract the review dialog", .refactor),
    ("Split the order module into two", .refactor),
    ("Remove the legacy importer", .refactor),
    ("Reduce duplication in billing", .refactor),
    // What is to be found out.
    ("Review the performance of the cache", .analyze),
    ("Analyze why imports fail", .analyze),
    ("Audit the build scripts", .analyze),
    ("Check the new design", .analyze),
    ("Do a review of the code", .analyze),
    ("How does the scheduler work?", .analyze),
    ("Find out why the export is slow", .analyze),
    ("Assess the efficiency of the index", .analyze),
    ("Please explain the fix of yesterday", .analyze),
    // What is to take less.
    ("Improve performance of the search", .optimize),
    ("Speed up the build", .optimize),
    ("The search is too slow", .optimize),
    ("Optimize the queries", .optimize),
    ("Reduce memory usage", .optimize),
    ("Make the start page faster", .optimize),
    ("Latency of the feed must drop below 50 ms", .optimize),
    ("Profile the importer", .optimize),
    ("Reduce the size of the bundle", .optimize),
    // Nothing, or nothing that decides.
    ("Deploy the new version", .general),
    ("The prints move and split", .general),
    ("", .general),
    ("Make it nice", .general),
    ("Order book", .general),
    ("Slow and broken", .general),
    ("Prefix, debugger-free, addressed", .general),
    ("src/add/fix.py", .general),
    ("😀 é", .general),
  ])
  func theKindIsThatOfMostEvidence(goal: String, type: TaskType) {
    let detection = TaskTypeDetection(goal)
    #expect(detection.type == type, "\(detection.evidence)")
  }

  @Test func saysWhatSpokeForTheKind() {
    let detection = TaskTypeDetection("Fix the build: an error is new, and the error stays")
    #expect(detection.evidence.map(\.words) == ["fix", "build", "error", "new"])
    #expect(detection.evidence.map(\.score) == [5, 1, 2, 2])
    #expect(
      detection.evidence.map(\.remark) == ["opens a sentence", "a thing, behind 'the'", "", ""])
    #expect(detection.scores.map(\.type) == [.debug, .implement])
    #expect(detection.scores.map(\.score) == [7, 3])
    #expect(detection.tied.isEmpty)
  }

  @Test func ofEqualKindsTheOneWithTheWeightiestSignIsTaken() {
    // 'new' and 'feature' together weigh as much as the phrase.
    let detection = TaskTypeDetection("a new feature that stopped working")
    #expect(detection.scores.map(\.score) == [4, 4])
    #expect(detection.type == .debug)
  }

  @Test func aTieIsSaid() {
    let detection = TaskTypeDetection("Slow and broken")
    #expect(detection.type == .general)
    #expect(Set(detection.tied) == [.optimize, .debug])
  }

  @Test func anEndlessGoalIsReadInPart() {
    let detection = TaskTypeDetection(String(repeating: "wörd ", count: 200_000) + "fix")
    #expect(detection.type == .general)
  }
}
