import SpecTracing

extension RunnerReportTests {
  /// Runners of JavaScript and TypeScript, in the shape that their sources write: neither was run.
  static let webRuns = [
    Run(
      tool: "jest-junit", path: "src/cart.test.js",
      source: """
        describe("cart", () => {
          describe("when empty", () => {
            // @spec cart/1.1
            it.skip("says so é 😀", () => {});
          });

          // @spec cart/1.2
          it.each([[1, 2, 3], [2, 2, 4]])("sums %i and %i to %i", (a, b, c) => {});

          // @spec cart/1.3
          test.each`
            a    | b
            ${1} | ${2}
          `("keeps $a before $b", ({ a, b }) => {});

          it("shows @spec cart/1.4", () => {});

          // @spec cart/1.5
          it("sums nothing", () => {});
        });
        """,
      report: """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="jest tests" tests="6" failures="1" errors="0" time="1.2">
        <testsuite name="cart" errors="0" failures="1" skipped="1" timestamp="2026-01-01T00:00:00" tests="6">
        <testcase classname="cart when empty says so é 😀" name="cart when empty says so é 😀" time="0">
        <skipped/></testcase>
        <testcase classname="cart sums 1 and 2 to 3" name="cart sums 1 and 2 to 3" time="0.002"></testcase>
        <testcase classname="cart sums 2 and 2 to 4" name="cart sums 2 and 2 to 4" time="0">
        <failure>Error: no</failure></testcase>
        <testcase classname="cart keeps 1 before 2" name="cart keeps 1 before 2" time="0"></testcase>
        <testcase classname="cart shows @spec cart/1.4" name="cart shows @spec cart/1.4" time="0"></testcase>
        <testcase classname="cart sums nothing" name="cart sums nothing" time="0"></testcase></testsuite></testsuites>
        """,
      proofs: [.skipped, .failing, .proved, .proved, .proved]),
    Run(
      tool: "Vitest", path: "cart.test.ts",
      source: """
        describe("cart", () => {
          // @spec cart/1.1
          it("holds what is added é 😀", () => {});

          // @spec cart/1.2
          test.each([
            [1, 2],
            [2, 2],
          ])("sums %i and %i", (a, b) => {});
        });
        """,
      report: """
        <?xml version="1.0" encoding="UTF-8" ?>
        <testsuites><testsuite name="cart.test.ts" tests="3" failures="0" errors="0" skipped="0" time="0.01">
        <testcase classname="cart.test.ts" name="cart &gt; holds what is added é 😀" time="0.001"></testcase>
        <testcase classname="cart.test.ts" name="cart &gt; sums 1 and 2" time="0.001"></testcase>
        <testcase classname="cart.test.ts" name="cart &gt; sums 2 and 2" time="0.001"></testcase>
        </testsuite></testsuites>
        """,
      proofs: [.proved, .proved]),
  ]
}
