import Diagnostics
import SpecModel

extension PlanBuilder {
  /// The plan with its steps in an order in which they can be carried out: by level, then feature by feature.
  func arranged(levels: GraphLevels) -> Plan {
    let nodeCount = assignmentOfNode.count
    let forward = DirectedGraph(nodeCount: nodeCount, from: sources, to: targets)
    let isOrdered = GraphLevels(forward)
    var number = [Int32](repeating: 0, count: nodeCount)
    let order = byLevel(isOrdered.levels)
    for (place, node) in order.enumerated() {
      number[Int(node)] = Int32(truncatingIfNeeded: place)
    }
    for (index, milestone) in milestones.enumerated() {
      number[milestone.node] = Int32(truncatingIfNeeded: steps.count + index)
    }
    let waits = DirectedGraph(
      nodeCount: steps.count + milestones.count, from: targets.map { number[Int($0)] },
      to: sources.map { number[Int($0)] })
    let models = ModelChooser(workspace, roster)
    return Plan(
      order: self.order, selection: selection, features: plannedFeatures(),
      assignments: Assignments(
        steps: order.map { steps[Int(assignmentOfNode[Int($0)])] }, graph: graph, names: names,
        roster: roster, implementers: implementers),
      milestones: milestones.map(\.milestone), waves: waves(levels, number),
      limits: roster.limits, inputs: inputs(models),
      findings: findings.sorted(by: Finding.precedes),
      waits: waits, origins: origins, registryPath: graph.registryPath, models: models,
      assumed: graph.assumed(selection).map { names[$0] })
  }

  /// The nodes with work, those of lower levels first, else as listed.
  private func byLevel(_ levels: [Int32]) -> [Int32] {
    let working = sequence.filter { assignmentOfNode[Int($0)] >= 0 }
    var starts = [Int](repeating: 0, count: Int(levels.max() ?? 0) + 2)
    for node in working { starts[Int(levels[Int(node)]) + 1] += 1 }
    for level in 1..<starts.count { starts[level] += starts[level - 1] }
    var order = working
    for node in working {
      let level = Int(levels[Int(node)])
      order[starts[level]] = node
      starts[level] += 1
    }
    return order
  }

  private func waves(_ levels: GraphLevels, _ number: [Int32]) -> [[Int]] {
    let count = graph.taskCount == 0 ? 0 : Int(levels.levels[..<graph.taskCount].max() ?? 0) + 1
    var waves = [[Int]](repeating: [], count: count)
    for node in 0..<graph.taskCount { waves[Int(levels.levels[node])].append(Int(number[node])) }
    return waves
  }

  private func plannedFeatures() -> [PlannedFeature] {
    let known = Set(names)
    let dependencies = graph.hierarchyDependencies
    return graph.features.enumerated().map { index, feature in
      let tasks = selection.contains(feature) ? feature.tasks?.tasks ?? [] : []
      var settled: [String] = []
      // Of a feature that was not asked for and that others wait for, nothing is counted.
      for task in tasks.indices
      where selection.contains(feature) && tasks[task].state.isSettled
        && tasks[task].children.isEmpty
      {
        settled.append(tasks[task].id)
      }
      return PlannedFeature(
        name: names[index], directory: feature.directory,
        documents: [
          feature.requirements?.path, feature.design?.path, feature.tasks?.path,
          graph.coordinator(of: index)?.path,
        ].compactMap { $0 },
        tasksPath: feature.tasks?.path, taskCount: graph.nodesByFeature[index].count,
        settledTasks: settled, declaresOrder: graph.declaredEdgeCounts[index] > 0,
        dependsOn: (graph.entries[index]?.dependsOn.map(\.value).filter(known.contains) ?? [])
          + (dependencies[index] ?? []).map { names[$0] },
        kind: graph.parts[index]?.kind ?? .feature)
    }
  }

  /// Every file that the plan depends on, by path.
  private func inputs(_ models: ModelChooser?) -> [SourceFile] {
    var files: [SourceFile] = []
    for (index, feature) in graph.features.enumerated()
    where !graph.nodesByFeature[index].isEmpty {
      files += [
        feature.requirements?.text.file, feature.design?.text.file, feature.tasks?.text.file,
      ]
      .compactMap { $0 }
    }
    files += [workspace.registry?.file, workspace.configuration?.file, models?.file].compactMap {
      $0
    }
    files += workspace.agents.map(\.file)
    files += workspace.layered?.layers.compactMap(\.document?.text.file) ?? []
    return files.sorted { $0.path < $1.path }
  }
}
