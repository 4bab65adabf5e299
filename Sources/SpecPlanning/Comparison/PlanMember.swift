import JSONSyntax

/// A value of a plan's machine form and the way to it, for messages.
struct PlanMember {
  let value: JSONValue
  /// Such as `assignments[3]`; empty for the plan.
  let path: String

  init(_ value: JSONValue, path: String = "") {
    self.value = value
    self.path = path
  }

  func member(_ name: String) throws(PlanSummary.Fault) -> PlanMember {
    guard case .object(let members) = value else {
      throw PlanSummary.Fault(path.isEmpty ? "it is no object" : "'\(path)' is no object")
    }
    guard let value = members[name] else {
      throw PlanSummary.Fault("'\(path(to: name))' is missing")
    }
    return PlanMember(value, path: path(to: name))
  }

  func string(_ name: String) throws(PlanSummary.Fault) -> String {
    guard let text = value[name].string else { throw try fault(name, "text") }
    return text
  }

  /// The text of a member that may be null.
  func optionalString(_ name: String) throws(PlanSummary.Fault) -> String? {
    switch try member(name).value {
    case .null: return nil
    case .string(let text): return text
    default: throw try fault(name, "text or null")
    }
  }

  func bool(_ name: String) throws(PlanSummary.Fault) -> Bool {
    guard let bool = value[name].bool else { throw try fault(name, "true or false") }
    return bool
  }

  /// A whole number that is not negative and so small that sums of some do not overflow.
  func integer(_ name: String) throws(PlanSummary.Fault) -> Int {
    guard let number = value[name].integer, 0...(1 << 53) ~= number else {
      throw try fault(name, "a whole number")
    }
    return number
  }

  /// One of the words of a type.
  func word<Word: RawRepresentable<String>>(_ name: String) throws(PlanSummary.Fault) -> Word {
    let text = try string(name)
    guard let word = Word(rawValue: text) else {
      throw PlanSummary.Fault("'\(path(to: name))' is '\(text)', which no plan has there")
    }
    return word
  }

  func strings(_ name: String) throws(PlanSummary.Fault) -> [String] {
    guard case .array(let values) = value[name] else { throw try fault(name, "a list") }
    let texts = values.compactMap(\.string)
    guard texts.count == values.count else { throw try fault(name, "a list of text") }
    return texts
  }

  func elements(_ name: String) throws(PlanSummary.Fault) -> [PlanMember] {
    guard case .array(let values) = value[name] else { throw try fault(name, "a list") }
    let path = path(to: name)
    return values.enumerated().map { PlanMember($1, path: "\(path)[\($0)]") }
  }

  private func path(to name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }

  /// What is wrong with a member that is not what it has to be.
  private func fault(_ name: String, _ wanted: String) throws(PlanSummary.Fault)
    -> PlanSummary.Fault
  {
    PlanSummary.Fault("'\(try member(name).path)' is not \(wanted)")
  }
}
