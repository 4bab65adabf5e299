import Diagnostics
import SpecModel

extension Rule {
  static let requirementWithoutMust = Rule(
    id: "requirement-without-must", group: .specKit,
    summary: "A functional requirement says neither MUST nor SHOULD nor MAY.",
    rationale: "Whether it is a demand or a remark is left to the reader.",
    severity: .note,
    passing: [
      .specKit("- **FR-001**: System MUST answer\n- **FR-002**: Users can\n  do, and should\n"),
      .specKit(
        "- **FR-001**: A MUST\n- **FR-002**: B MUST\n- **FR-003**: C MUST\n- **FR-004**: D MAY\n"),
      .specKit("- **FR-001**: A é\n- **FR-002**: B\n- **FR-003**: System MUST c\n"),
    ],
    failing: [
      .specKit(
        "- **FR-001**: System MUST é 😀\n- **→FR-002**: The page is blue\n- **FR-003**: It MUST\n- **FR-004**: It MUST\n"
      )
    ],
    check: .feature { context, report in
      guard let document = context.feature.requirements else { return }
      let demands = document.requirements.filter {
        $0.form == .bullet && $0.id.hasPrefix("FR-") && !$0.title.isEmpty
      }
      let missing = demands.filter {
        !CriterionModal.isPresent(in: document.text, $0.block)
          && !document.text.text($0.block).contains("MAY")
      }
      // Where many have none, the author writes in another way.
      guard missing.count * 4 <= demands.count else { return }
      for demand in missing {
        report(
          Finding(
            "requirement '\(demand.id)' says neither MUST nor SHOULD", in: document.path,
            at: demand.idRange, help: "write 'System MUST …'"))
      }
    })
}
