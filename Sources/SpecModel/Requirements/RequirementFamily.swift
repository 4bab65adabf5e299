/// What the letters of an id say about what it stands for.
struct RequirementFamily: Hashable {
  /// What the ids of a family are.
  enum Role: Hashable {
    /// What the system must do; acceptance criteria are expected.
    case functional
    /// A quality, limit or other requirement, for which one line is usual.
    case quality
    /// A user story: the requirement itself where there is no other.
    case story
    /// An acceptance criterion with an id of its own.
    case criterion
    /// Tests, risks, assumptions and the like.
    case secondary
    /// Letters that mean nothing known.
    case unknown
    /// A number without letters or noun in front.
    case number
  }

  /// The letters in front of the first digit, with the dashes between them: `NFR-PERF`; empty for a number.
  var name: String
  var role: Role

  /// The family of a bare number.
  static let number = RequirementFamily(name: "", role: .number)
  /// The family of `### Requirement 1` and its translations.
  static let noun = RequirementFamily(name: "", role: .functional)

  init(name: String, role: Role) {
    self.name = name
    self.role = role
  }

  /// The family of an id such as `NFR-PERF-001` or `PE-R1-AC2`.
  init(of id: String) {
    var name = ""
    var role = Role.unknown
    var component = ""
    var sawDigit = false
    func finish(_ component: String, _ role: inout Role) {
      guard !component.isEmpty else { return }
      if sawDigit {
        switch component {
        case "AC", "C": if component == "AC" || role != .unknown { role = .criterion }
        case "T", "TC", "TEST": role = .secondary
        default: break
        }
      } else if let known = Self.role(of: component), role == .unknown || known == .quality {
        role = known
      }
    }
    for byte in id.utf8 {
      if byte.isLetter {
        component.unicodeScalars.append(Unicode.Scalar(byte))
        if !sawDigit { name.unicodeScalars.append(Unicode.Scalar(byte)) }
        continue
      }
      finish(component, &role)
      component = ""
      if byte.isDigit {
        sawDigit = true
      } else if !sawDigit {
        name.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    finish(component, &role)
    while let last = name.utf8.last, !last.isLetter { name.removeLast() }
    self.init(name: name, role: role)
  }

  private static func role(of component: String) -> Role? {
    switch component {
    case "REQ", "REQUIREMENT", "FR", "R", "RF", "UR", "F", "FEAT", "UC", "REQS": .functional
    case "NFR", "RNF", "NF", "BR", "TR", "IR", "DR", "PF", "SR", "RR", "CR", "QR", "PR":
      .quality
    case "US", "STORY", "HU", "EPIC": .story
    case "AC": .criterion
    case "T", "TC", "TEST", "RISK", "A", "ASM", "ASSUMPTION", "OOS", "GAP", "EC", "EDGE", "CON",
      "CONSTRAINT", "INT", "BUG", "DEP", "D", "M", "SM", "P", "C", "G", "Q", "DP", "BC", "RC",
      "CA", "PHASE", "TASK", "SC", "O", "W", "K":
      .secondary
    default: nil
    }
  }
}
