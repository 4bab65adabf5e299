extension JSONValue {
  /// The way to the first value that another one has differently, such as `steps[3].agent`; `nil` for
  /// equal values, empty where the whole differs.
  ///
  /// Members are looked at in the order of their names. Linear in both values; as deep as the values are,
  /// which ``depthLimit`` bounds for what was read.
  package func firstDifference(from other: JSONValue) -> String? {
    switch (self, other) {
    case (.object(let own), .object(let others)):
      for name in Set(own.keys).union(others.keys).sorted() {
        guard let member = own[name], let theirs = others[name] else { return name }
        if let rest = member.firstDifference(from: theirs) { return Self.join(name, rest) }
      }
      return nil
    case (.array(let own), .array(let others)):
      for (place, pair) in zip(own, others).enumerated() {
        if let rest = pair.0.firstDifference(from: pair.1) { return Self.join("[\(place)]", rest) }
      }
      return own.count == others.count ? nil : "[\(Swift.min(own.count, others.count))]"
    default:
      return self == other ? nil : ""
    }
  }

  private static func join(_ name: String, _ rest: String) -> String {
    rest.isEmpty || rest.hasPrefix("[") ? name + rest : "\(name).\(rest)"
  }
}
