package import SpecModel
package import TestReports

extension TraceReport {
  /// The trace of a workspace.
  ///
  /// - Parameters:
  ///   - workspace: The documents.
  ///   - files: The source files with tags, in the order of their paths.
  ///   - results: The reports of tests.
  ///   - inputs: What was looked at; the number of tests is counted here.
  package init(
    _ workspace: Workspace, files: [TaggedFile] = [], results: [TestReport] = [],
    inputs: TraceInputs = TraceInputs()
  ) async {
    var builder = await TraceBuilder(workspace)
    let cases = results.flatMap(\.cases)
    builder.add(files, cases, hasReports: inputs.reports != nil)
    var inputs = inputs
    inputs.testCaseCount = cases.count
    self.init(features: await builder.features(), orphans: builder.orphans, inputs: inputs)
  }

  /// The part that is about some features: their rows, and what would lead to them.
  package func selecting(_ names: Set<String>) -> TraceReport {
    var part = self
    part.features.removeAll { !names.contains($0.name) }
    part.orphans.tasks.removeAll { !names.contains($0.feature) }
    part.orphans.unknownTags.removeAll { tag in
      !names.contains { tag.text.hasPrefix($0 + "/") }
    }
    part.orphans.tests.removeAll { names.isDisjoint(with: $0.features) }
    return part
  }
}
