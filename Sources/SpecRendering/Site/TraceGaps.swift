import SpecTracing

extension SiteFeature {
  /// Criteria, and requirements that count as one, for which there is no task.
  var targetsWithoutTask: [TraceTarget] {
    var found: [TraceTarget] = []
    for (number, requirement) in trace.allRequirements.enumerated() where requirement.isCounted {
      if requirement.criteria.isEmpty {
        if !requirement.isGroup, requirement.links.tasks.isEmpty {
          found.append(.requirement(number))
        }
      }
      for criterion in requirement.criteria.indices
      where requirement.criteria[criterion].links.tasks.isEmpty {
        found.append(.criterion(number, criterion))
      }
    }
    return found
  }
}

extension Site {
  /// The features that have requirements.
  var tracedFeatures: [SiteFeature] { features.filter { !$0.trace.requirements.isEmpty } }

  /// What is shown of the code and the tests, beside the tasks.
  var evidence: [TraceCoverage.Measure] {
    TraceWords.measures(contents.trace.inputs).filter { [.code, .tests, .proved].contains($0) }
  }
}
