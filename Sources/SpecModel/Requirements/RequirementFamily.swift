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
    var nameLength = 0
    var length = 0
    var role = Role.unknown
    var component: UInt64 = 0
    var sawDigit = false
    for byte in id.utf8 {
      length += 1
      if byte.isLetter {
        component = component << 8 | UInt64(byte)
        if !sawDigit { nameLength = length }
        continue
      }
      if component != 0 { Self.apply(component, behindNumber: sawDigit, to: &role) }
      component = 0
      if byte.isDigit { sawDigit = true }
    }
    if component != 0 { Self.apply(component, behindNumber: sawDigit, to: &role) }
    self.init(name: String(decoding: id.utf8.prefix(nameLength), as: UTF8.self), role: role)
  }

  /// Takes the letters of one part of an id into account; later parts only make a quality of it.
  private static func apply(_ component: UInt64, behindNumber: Bool, to role: inout Role) {
    guard let known = roles[component] else { return }
    if behindNumber {
      if component == criterionLetters { role = .criterion }
      if testLetters.contains(component) { role = .secondary }
    } else if role == .unknown || known == .quality {
      role = known
    }
  }

  private static let criterionLetters = packed("AC")
  private static let testLetters: Set<UInt64> = [packed("T"), packed("TC"), packed("TEST")]

  private static let roles: [UInt64: Role] = {
    var roles: [UInt64: Role] = [:]
    func add(_ role: Role, _ components: String...) {
      for component in components { roles[packed(component)] = role }
    }
    add(.functional, "REQ", "REQS", "FR", "R", "RF", "UR", "F", "FEAT", "UC")
    add(.quality, "NFR", "RNF", "NF", "BR", "TR", "IR", "DR", "PF", "SR", "RR", "CR", "QR")
    add(.story, "US", "STORY", "HU", "EPIC")
    add(.criterion, "AC")
    add(
      .secondary, "T", "TC", "TEST", "RISK", "A", "ASM", "OOS", "GAP", "EC", "EDGE", "CON", "INT",
      "BUG", "DEP", "D", "M", "SM", "P", "C", "G", "Q", "DP", "BC", "RC", "CA", "PHASE", "TASK",
      "SC", "O", "W", "K", "PR", "SPEC")
    return roles
  }()

  /// The last eight letters as one number.
  private static func packed(_ component: String) -> UInt64 {
    component.utf8.reduce(0) { $0 << 8 | UInt64($1) }
  }
}
