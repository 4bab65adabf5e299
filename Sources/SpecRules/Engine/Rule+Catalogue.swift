extension Rule {
  /// Every rule, in the order of the documentation; adding one touches its file and one line here.
  package static let catalogue: [Rule] = [
    .unreadableFile, .notText, .invalidUTF8, .nulByte, .byteOrderMark, .carriageReturns,
    .mixedLineEnds, .unclosedFence,

    .noTasks, .duplicateTaskID, .unknownDependency, .selfDependency, .dependencyCycle,
    .unknownTaskAgent, .unreadableWaves, .repeatedWaveTask, .doneParentOpenChild,
    .openParentDoneChildren, .unknownTaskState, .emptyTaskTitle, .forwardDependency,
    .noDependencies, .numberGap, .taskOrder, .restatedTask, .unnumberedTasks,
    .unnumberedChecklist,

    .duplicateRequirementID, .requirementWithoutCriteria, .criterionWithoutModal, .severalModals,
    .keywordCase,

    .unknownRequirement, .unknownCriterion, .uncoveredRequirement, .uncoveredCriterion,
    .noReferences, .referenceToAll, .wholeAsZero, .wordsAsReference,

    .designNamesNoRequirement,

    .missingSpecFolder, .duplicateFeature, .unknownAgent, .unknownFeatureDependency,
    .featureCycle, .foreignRegistry, .orphanSpecFolder, .undefinedRule, .statisticsMismatch,
    .missingDocument, .pageMismatch,

    .invalidYAML, .duplicateKey, .invalidValue, .legacyBoolean, .severalSettings,
    .unknownFeature, .unknownRule,
    .agentWithoutFile, .unusedRule, .unknownKey,

    .agentWithoutFrontMatter, .unreadableFrontMatter, .agentWithoutName,
    .agentWithoutDescription, .unquotedValue, .agentNameMismatch, .duplicateAgent,
    .duplicateAgentKey, .unknownTool, .unknownModel, .agentNameForm, .emptyTools,
    .documentAmongAgents,

    .taskWithoutAgent, .contradictedLayers, .selfVerification, .unplannedAgent,

    .unusedSuppression, .unknownSuppression,
  ]

  /// The rule with an id.
  package static func named(_ id: String) -> Rule? {
    catalogue.first { $0.id == id }
  }
}
