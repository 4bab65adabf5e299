import SpecTracing
import Testing

/// What a tag stands at, in the languages people write tests in.
@Suite struct DeclarationTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var source: String
    var names: [String]
    var enclosing: [String] = []

    var testDescription: String { source }
  }

  static let cases = [
    Case(source: "# @spec a/1\n@pytest.mark.x(\n  1,\n)\ndef test_a():\n", names: ["test_a"]),
    Case(
      source: "class TestA:\n    def test_b(self):\n        \"\"\"Words.\n\n        @spec a/1\n",
      names: ["test_b"], enclosing: ["TestA"]),
    Case(
      source: "class TestA:\n    # @spec a/1\n    async def test_b(self):\n", names: ["test_b"],
      enclosing: ["TestA"]),
    Case(
      source: "@Suite struct A {\n  /// @spec a/1\n  @Test(\"a title\") func b() {}\n",
      names: ["a title", "b"], enclosing: ["A"]),
    Case(source: "// @spec a/1\nfunc `adds two`() throws {\n", names: ["adds two"]),
    Case(
      source: "describe('cart', () => {\n  // @spec a/1\n\n  it.only('adds', () => {\n",
      names: ["adds"], enclosing: ["cart"]),
    Case(source: "test(\"adds @spec a/1 up\", () => {", names: ["adds @spec a/1 up"]),
    Case(source: "// @spec a/1\nfunc (s *Suite) TestAdds() {\n", names: ["TestAdds"]),
    Case(
      source: "func TestX(t *testing.T) {\n\t// @spec a/1\n\tt.Run(\"empty cart\", f)\n",
      names: ["empty cart"]),
    Case(
      source: "mod tests {\n    /// @spec a/1\n    #[test]\n    fn adds() {\n", names: ["adds"],
      enclosing: ["tests"]),
    Case(
      source:
        "class CartTest {\n  /**\n   * @spec a/1\n   */\n  @Test\n  @DisplayName(\"Adds up\")\n"
        + "  public void adds() throws IOException {\n",
      names: ["Adds up", "adds"], enclosing: ["CartTest"]),
    Case(
      source: "// @spec a/1\n[Fact]\npublic async Task<int> Adds()\n", names: ["Adds"]),
    Case(source: "// @spec a/1\nTEST_F(Cart, Adds) {\n", names: ["Cart.Adds"]),
    Case(source: "// @spec a/1\nTEST_CASE(\"adds up\") {\n", names: ["adds up"]),
    Case(source: "  # @spec a/1\n  it \"adds\" do\n", names: ["adds"]),
    Case(source: "# @spec a/1\n@test \"adds\" {\n", names: ["adds"]),
    Case(
      source: "Feature: Cart\n  # @spec a/1\n  Scenario: Add two\n", names: ["Add two"],
      enclosing: ["Cart"]),
    Case(source: "func a() {} // @spec a/1\n", names: ["a"]),
  ]

  @Test(arguments: cases) func findsTheDeclarationOfATag(_ example: Case) throws {
    let bytes = Array(example.source.utf8)
    let file = try #require(TaggedFile(path: "a", bytes: bytes, isTest: true))
    let declaration = try #require(file.tags.first?.declaration)
    #expect(declaration.names == example.names)
    #expect(declaration.enclosing == example.enclosing)
  }

  @Test(arguments: [
    "# @spec a/1\n\n\n\ndef test_a():\n", "# @spec a/1\nx = 1\ndef test_a():\n",
    "# @spec a/1\nclass TestA:\n", "def test_a():\n    x = 1\n    # @spec a/1\n    y = 2\n",
    "# @spec a/1\n", "// @spec a/1\nimport x\n", "# @spec a/1\nreturn total(x)\n",
  ])
  func whereItCannotBeToldThereIsNone(_ source: String) throws {
    let file = try #require(TaggedFile(path: "a", bytes: Array(source.utf8), isTest: true))
    #expect(file.tags.first?.declaration == nil)
  }
}
