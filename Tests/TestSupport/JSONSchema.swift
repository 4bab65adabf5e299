/// As much of JSON Schema as the project's own schemas use; a keyword beyond that is a failure, so
/// that nothing in a schema goes unchecked.
package struct JSONSchema {
  private let root: JSONValue

  package init(_ root: JSONValue) {
    self.root = root
  }

  /// What in a value does not fit, each with its place such as `/waves/0/id`.
  package func faults(in value: JSONValue) -> [String] {
    var faults: [String] = []
    check(value, root, at: "", &faults)
    return faults
  }

  private static let ignored: Set<String> = [
    "$schema", "$id", "$defs", "title", "description", "required", "additionalProperties",
  ]

  private func check(
    _ value: JSONValue, _ schema: JSONValue, at place: String, _ faults: inout [String]
  ) {
    guard case .object(let keywords) = schema else {
      if schema != .bool(true) { faults.append("\(place): not allowed") }
      return
    }
    for (keyword, rule) in keywords where !Self.ignored.contains(keyword) {
      switch keyword {
      case "$ref": check(value, resolved(rule), at: place, &faults)
      case "type":
        let types = rule.text.map { [$0] } ?? rule.texts
        if !types.contains(where: value.isOf) { faults.append("\(place): no \(types)") }
      case "const": if value != rule { faults.append("\(place): not \(rule)") }
      case "enum": if !rule.items.contains(value) { faults.append("\(place): none of \(rule)") }
      case "anyOf":
        let fits = rule.items.contains { option in
          var inner: [String] = []
          check(value, option, at: place, &inner)
          return inner.isEmpty
        }
        if !fits { faults.append("\(place): fits no alternative") }
      case "minimum":
        if case .number(let number) = value, case .number(let least) = rule, number < least {
          faults.append("\(place): below \(least)")
        }
      case "minItems":
        if case .array(let items) = value, items.count < rule.int ?? 0 {
          faults.append("\(place): too few")
        }
      case "pattern":
        guard let text = value.text else { continue }
        guard let pattern = try? Regex(rule.text ?? ""), text.contains(pattern) else {
          faults.append("\(place): '\(text)' does not match")
          continue
        }
      case "items":
        for (index, item) in value.items.enumerated() {
          check(item, rule, at: "\(place)/\(index)", &faults)
        }
      case "properties": break
      default: faults.append("schema: unknown keyword '\(keyword)'")
      }
    }
    if case .object(let members) = value { check(members, keywords, at: place, &faults) }
  }

  private func check(
    _ members: [String: JSONValue], _ keywords: [String: JSONValue], at place: String,
    _ faults: inout [String]
  ) {
    for name in keywords["required"]?.texts ?? [] where members[name] == nil {
      faults.append("\(place): no '\(name)'")
    }
    for (name, member) in members {
      if case .object(let known)? = keywords["properties"], let rule = known[name] {
        check(member, rule, at: "\(place)/\(name)", &faults)
      } else if let rule = keywords["additionalProperties"] {
        check(member, rule, at: "\(place)/\(name)", &faults)
      }
    }
  }

  private func resolved(_ reference: JSONValue) -> JSONValue {
    let path = reference.text?.split(separator: "/").dropFirst() ?? []
    return path.reduce(root) { $0[String($1)] }
  }
}

extension JSONValue {
  fileprivate func isOf(_ type: String) -> Bool {
    switch (self, type) {
    case (.null, "null"), (.bool, "boolean"), (.number, "number"), (.string, "string"),
      (.array, "array"), (.object, "object"):
      true
    case (.number, "integer"): int != nil
    default: false
    }
  }
}
