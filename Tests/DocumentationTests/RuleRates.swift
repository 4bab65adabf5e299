import TestSupport
import Testing

/// How often each rule reports on real workspaces, as `make corpus RECORD=1` wrote it down.
struct RuleRates {
  let workspaces: Int
  let features: Int
  private var rates: [String: (findings: Int, features: Int)] = [:]

  init(recorded text: String) throws {
    let totals = try #require(MarkdownTable(with: "what", in: text))
    func total(_ name: String) throws -> Int {
      let row = try #require(totals.rows.first { $0.first == name })
      return try #require(totals.cell("count", row).flatMap { Int($0) })
    }
    workspaces = try total("workspaces")
    features = try total("features")
    let rules = try #require(MarkdownTable(with: "rule", in: text))
    for row in rules.rows {
      let findings = try #require(rules.cell("findings", row).flatMap { Int($0) })
      let features = try #require(rules.cell("features", row).flatMap { Int($0) })
      rates[row[0].filter { $0 != "`" }] = (findings, features)
    }
  }

  /// The rate as a phrase: of features, or of findings where these belong to none.
  func words(for rule: String) -> String {
    guard let rate = rates[rule] else { return "Found nowhere." }
    if rate.features == 0 {
      return "\(rate.findings) \(rate.findings == 1 ? "finding" : "findings")."
    }
    let thousandths = (rate.features * 2000 + features) / (2 * features)
    return "In \(rate.features) of \(features) features, \(thousandths / 10).\(thousandths % 10) %."
  }
}
