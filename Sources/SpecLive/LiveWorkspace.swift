package import Diagnostics
package import SpecModel
package import SpecRules
package import SpecWorkspace

/// A workspace that is read and checked, and kept so while its documents change.
///
/// An update costs what changed: only the features, agents and settings that the paths belong to
/// are read again, and only features whose bytes differ are checked again, besides the rules about
/// the workspace as a whole. After a change of an agent, the registry or the configuration every
/// feature is checked again, since any rule may look there. The findings are always those of a
/// fresh reading of the same bytes.
package struct LiveWorkspace: Sendable {
  /// What is read from; set it before an update, when other bytes lie over the disk, say.
  package var source: any ByteSource
  /// As it was at the last update.
  package private(set) var workspace: Workspace
  /// What the rules found at the last update.
  package private(set) var outcome: Outcome

  private let select: @Sendable (Configuration?) -> RuleSelection
  private var readings = ReadingMemory()
  private var validation: Validation
  /// The configuration that ``validation`` was made from.
  private var configuration: SourceFile?
  private var findings = FindingMemory()

  /// Reads and checks everything with the rules that `select` chooses by the configuration.
  package init(
    _ source: any ByteSource,
    select: @escaping @Sendable (Configuration?) -> RuleSelection = {
      RuleSelection(configuration: $0)
    }
  ) async {
    self.source = source
    self.select = select
    workspace = await WorkspaceReader(source).read(reusing: &readings)
    configuration = workspace.configuration?.file
    validation = Validation(select(workspace.configuration))
    outcome = validation.outcome(of: workspace, reusing: &findings)
  }

  /// Takes in what changed at some paths, which are relative to the root.
  ///
  /// They are those of files that were written, made or removed, or of folders that were moved.
  @discardableResult
  package mutating func update(paths: Set<String>) async -> Outcome {
    readings.forget(paths)
    return await update()
  }

  /// Takes in whatever changed, when it is not known where: everything is read again.
  @discardableResult
  package mutating func updateAll() async -> Outcome {
    readings.forgetAll()
    return await update()
  }

  private mutating func update() async -> Outcome {
    workspace = await WorkspaceReader(source).read(reusing: &readings)
    let file = workspace.configuration?.file
    if file?.path != configuration?.path || file?.bytes != configuration?.bytes {
      configuration = file
      validation = Validation(select(workspace.configuration))
      findings = FindingMemory()
    }
    outcome = validation.outcome(of: workspace, reusing: &findings)
    return outcome
  }
}
