import Diagnostics
import SpecModel
import SpecRules
import SpecWorkspace
import TestSupport
import Testing

/// Each fault planted alone in a clean workspace is found by its rule, at its place, and alone.
@Suite struct SeededFaultTests {
  private static let workspace = FixtureFolder("lending-library")

  private static func faults() throws -> [SeededFault] {
    try SeededFault.read(FixtureFolder("seeded-faults").text("faults.txt"))
  }

  private static func cleanFiles() throws -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    var folders = [""]
    while let folder = folders.popLast() {
      let path = workspace.path + folder
      for name in try TestFile.names(in: path) {
        if TestFile.isFolder("\(path)/\(name)") {
          folders.append("\(folder)/\(name)")
        } else {
          files[String("\(folder)/\(name)".dropFirst())] = try TestFile.read("\(path)/\(name)")
        }
      }
    }
    return files
  }

  private func findings(in files: [String: [UInt8]]) async -> [Finding] {
    let workspace = await WorkspaceReader(MemorySource(files)).read()
    return await Validation(RuleSelection(configuration: workspace.configuration))
      .outcome(of: workspace).findings
  }

  @Test func theWorkspaceIsCleanWithoutThem() async throws {
    let found = await findings(in: try Self.cleanFiles())
    #expect(found.map { "\($0.path): \($0.rule): \($0.message)" } == [])
  }

  @Test(arguments: try faults())
  func eachIsFoundAtItsPlaceAndNothingElseIs(_ fault: SeededFault) async throws {
    var files = try Self.cleanFiles()
    let expected = try fault.plant(in: &files)
    let found = await findings(in: files)
    #expect(!expected.isEmpty)
    #expect(
      found.filter { $0.rule != fault.rule }.map { "\($0.path): \($0.rule): \($0.message)" } == [])
    let places = found.map {
      MarkedPlace(path: $0.path, offset: $0.range?.lowerBound.utf8 ?? 0)
    }
    #expect(Set(places) == expected)
    #expect(places.count == expected.count)
  }

  @Test func thereAreAtLeastFiftyInEveryGroupThatDocumentsHave() throws {
    let faults = try Self.faults()
    #expect(faults.count >= 50)
    #expect(Set(faults.map(\.name)).count == faults.count)
    let groups = Set(faults.compactMap { Rule.named($0.rule)?.group })
    let missing = Set(Rule.Group.allCases).subtracting(groups).subtracting([.planning])
    #expect(missing.isEmpty, "no fault is planted for \(missing)")
  }
}
