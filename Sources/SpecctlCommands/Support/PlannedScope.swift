import Diagnostics
import SpecModel
import SpecPlanning

extension Session {
  /// The names and folders of what is to be planned: features and modules of some names, and those of
  /// a scope; `nil` for everything.
  func planned(_ names: [String], scope: String?) throws -> Set<String>? {
    let modules = workspace.moduleFeatures
    for name in names where !modules.contains(where: { $0.name == name }) {
      guard !workspace.features.contains(where: { $0.name == name }) else { continue }
      let near = nearMiss(to: name, among: workspace.features.map(\.name) + modules.map(\.name))
      throw CommandFailure(
        "there is no feature '\(name)'",
        help: near.map { "did you mean '\($0)'?" } ?? "'specctl list' lists the features")
    }
    var selected: Set<String>?
    if let scope {
      do throws(PlanScopes.Fault) {
        selected = try PlanScopes(workspace).folders(of: scope)
      } catch {
        throw CommandFailure(error.message, help: error.help)
      }
    }
    return names.isEmpty ? selected : Set(names).union(selected ?? [])
  }

  /// The names of features and modules that are named or in a scope; none for everything.
  func named(_ names: [String], _ scope: String?) throws -> [String] {
    guard let selected = try planned(names, scope: scope), scope != nil else { return names }
    return workspace.withModulesAsFeatures.features
      .filter { TaskSelection(features: selected).contains($0) }.map(\.name)
  }

  /// The same for a workspace as it was: what is named need not have been there.
  func formerlyPlanned(_ names: [String], scope: String?) -> Set<String>? {
    guard let scope else { return names.isEmpty ? nil : Set(names) }
    return Set(names).union((try? PlanScopes(workspace).folders(of: scope)) ?? [])
  }
}
