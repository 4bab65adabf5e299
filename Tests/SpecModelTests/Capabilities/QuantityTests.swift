import Testing

@testable import SpecModel

@Suite struct QuantityTests {
  @Test(arguments: [
    ("24h", 86_400.0), ("5m", 300), ("10s", 10), ("7_days", 604_800), ("90 days", 7_776_000),
    ("26w", 15_724_800), ("600", 600), ("0.5h", 1800),
  ])
  func durationsAreSeconds(text: String, seconds: Double) {
    #expect(Quantity.duration(text) == seconds)
  }

  @Test(arguments: ["", "h", "24x", "a while", "-5m", "1h30", "é", "5 😀", "∞"])
  func otherTextIsNoDuration(text: String) {
    #expect(Quantity.duration(text) == nil)
  }

  @Test func percentagesAreShares() {
    #expect(Quantity.percent("70%") == 0.7)
    #expect(Quantity.percent("100 %") == 1)
    #expect(Quantity.percent("0.5%") == 0.005)
    #expect(Quantity.percent("70") == nil)
    #expect(Quantity.percent("%") == nil)
    #expect(Quantity.percent("70%%") == nil)
  }

  @Test func ratesHaveATime() {
    #expect(Quantity.rate("100/hour") != nil)
    #expect(Quantity.rate("3 / second") != nil)
    #expect(Quantity.rate("100") == nil)
    #expect(Quantity.rate("100/") == nil)
    #expect(Quantity.rate("100/fortnight") == nil)
    #expect(Quantity.rate("/hour") == nil)
  }

  @Test func sumsMayHaveTheSignOfTheirCurrency() {
    #expect(Quantity.money("$50") == 50)
    #expect(Quantity.money("50.00") == 50)
    #expect(Quantity.money("fifty") == nil)
    #expect(Quantity.money("$") == nil)
  }

  @Test func scalesRise() {
    #expect(Quantity.isScale("1-10"))
    #expect(!Quantity.isScale("10-1"))
    #expect(!Quantity.isScale("10"))
    #expect(!Quantity.isScale("a-b"))
  }
}
