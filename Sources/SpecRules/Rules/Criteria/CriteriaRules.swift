import Diagnostics
import SpecModel

extension Rule {
  /// The rules about the sentences of acceptance criteria.
  static let criteriaRules: [Rule] = [
    .criterionWithoutModal,
    .emptyCondition,
    .emptyResponse,
    .missingSystem,
    .pronounAsSystem,
    .ifWithoutThen,
    .clauseOrder,
    .severalModals,
    .doubledModal,
    .keywordCase,
    .vagueWord,
    .noUnwantedBehaviour,
  ]
}

extension FeatureContext {
  /// Goes over the criteria of the requirements proper, each with its sentence.
  func forEachSentence(_ body: (Criterion, EARSSentence, RequirementsDocument) -> Void) {
    guard let document = feature.requirements else { return }
    for index in document.requirements.indices where !document.requirements[index].isSecondary {
      for (criterion, sentence) in zip(document.requirements[index].criteria, sentences[index]) {
        body(criterion, sentence, document)
      }
    }
  }
}

extension Example {
  /// Criteria of one requirement; an example of a criterion's sentence.
  static func criteria(_ sentences: String..., line: Int = #line) -> Example {
    let items = sentences.enumerated().map { "\($0.offset + 1). \($0.element)\n" }.joined()
    return .requirements("### Requirement 1: A\n\n#### Acceptance Criteria\n\n\(items)", line: line)
  }
}
