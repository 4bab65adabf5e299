import SpecModel

/// Phrases that pictures and pages of plans share.
enum PlanWords {
  /// `1 task`, `2 tasks`.
  static func count(_ number: Int, _ noun: String) -> String {
    "\(grouped(number)) \(noun)\(number == 1 ? "" : "s")"
  }

  /// Thousands apart: `12,000`.
  static func grouped(_ number: Int) -> String {
    var text = ""
    for (place, digit) in String(number).reversed().enumerated() {
      if place > 0, place % 3 == 0, digit != "-" { text.append(",") }
      text.append(digit)
    }
    return String(text.reversed())
  }
}

extension PlanPicture {
  /// `2 features, 7 tasks in 6 waves, 6 agents`.
  var headline: String {
    "\(PlanWords.count(features.count, "feature")), \(PlanWords.count(tasks.count, "task")) in "
      + "\(PlanWords.count(waveCount, "wave")), \(PlanWords.count(agents.count, "agent"))"
  }
}

extension PlanPicture {
  /// The numbers of the schedule in one line.
  var numbers: String {
    "takes \(TimeSpan.text(makespan)), at least \(TimeSpan.text(lowerBound)); "
      + "at once at most \(limitWords)"
  }

  /// `critical 1, high 5`.
  var limitWords: String {
    limits.map { "\($0.priority.rawValue) \($0.count)" }.joined(separator: ", ")
  }
}
