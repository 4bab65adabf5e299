import Diagnostics
import SpecModel

extension Rule {
  static let emptyCondition = Rule(
    id: "empty-condition", group: .criteria,
    summary: "WHEN, IF, WHILE or WHERE is followed by nothing.",
    rationale: "Nobody can tell in which case the criterion holds.",
    severity: .warning,
    passing: [.criteria("WHEN x THEN the system SHALL y"), .criteria("当用户登录时，系统应显示首页")],
    failing: [
      .criteria("→WHEN , the system SHALL greet é 😀"),
      .criteria("WHILE a, **→IF** **THEN** the system **SHALL** stop"),
    ],
    check: .feature { context, report in
      context.forEachSentence { criterion, sentence, document in
        guard sentence.modal != nil || sentence.then != nil else { return }
        for clause in sentence.clauses where clause.textRange.isEmpty && clause.isEnglish {
          report(
            Finding(
              "criterion '\(criterion.id)' has nothing behind "
                + "'\(document.text.text(clause.keywordRange))'",
              in: document.path, at: clause.keywordRange, help: "say what happens or holds then"))
        }
      }
    })

  static let emptyResponse = Rule(
    id: "empty-response", group: .criteria,
    summary: "SHALL is followed by nothing.",
    rationale: "The criterion demands something and does not say what.",
    severity: .warning,
    passing: [
      .criteria("WHEN x THEN the system SHALL:\n   - greet\n   - leave"),
      .criteria("WHEN ボタンを押す THEN システムは保存する SHALL"),
    ],
    failing: [
      .criteria("WHEN é 😀 THEN the system →SHALL."), .criteria("The system **→shall**"),
    ],
    check: .feature { context, report in
      context.forEachSentence { criterion, sentence, document in
        guard let modal = sentence.modal, sentence.isModalEnglish,
          let response = sentence.response, response.isEmpty
        else { return }
        report(
          Finding(
            "criterion '\(criterion.id)' has nothing behind '\(document.text.text(modal))'",
            in: document.path, at: modal, help: "say what is to happen"))
      }
    })

  static let missingSystem = Rule(
    id: "missing-system", group: .criteria,
    summary: "A criterion does not say who has to act.",
    rationale: "A part that nobody is named for is built by nobody, or by everybody.",
    severity: .note,
    passing: [
      .criteria("WHEN x THEN the journal SHALL y"), .criteria("当用户登录时，应显示首页"),
    ],
    failing: [.criteria("WHEN a user logs in, →SHALL greet"), .criteria("→SHALL greet")],
    check: .feature { context, report in
      context.forEachSentence { criterion, sentence, document in
        guard let modal = sentence.modal, sentence.isModalEnglish,
          let system = sentence.system, system.isEmpty
        else { return }
        let word = document.text.text(modal)
        report(
          Finding(
            "criterion '\(criterion.id)' does not say who '\(word)' do it", in: document.path,
            at: modal, help: "name the system or the part of it"))
      }
    })

  static let pronounAsSystem = Rule(
    id: "pronoun-as-system", group: .criteria,
    summary: "The one who has to act is called 'it' or 'they'.",
    rationale:
      "Read alone, as tasks and tests cite it, the criterion does not say who is meant.",
    severity: nil,
    passing: [.criteria("WHEN x THEN the journal SHALL y")],
    failing: [.criteria("WHEN a file is torn THEN →it SHALL drop the last entry")],
    check: .feature { context, report in
      context.forEachSentence { criterion, sentence, document in
        guard let system = sentence.system, sentence.isModalEnglish, system.length <= 4,
          ["it", "they", "this"].contains(document.text.text(system).lowercased())
        else { return }
        report(
          Finding(
            "criterion '\(criterion.id)' calls who has to act "
              + "'\(document.text.text(system))'",
            in: document.path, at: system, help: "name the system or the part of it"))
      }
    })
}
