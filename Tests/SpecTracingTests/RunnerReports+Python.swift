import SpecTracing

extension RunnerReportTests {
  /// Runners of Python and Robot Framework.
  static let pythonRuns = [
    Run(
      tool: "Robot Framework 7.5", path: "tests/01__shopping_cart.robot",
      source: """
        *** Settings ***
        Library    Collections

        *** Test Cases ***
        Holds What Is Added
            # @spec cart/1.1
            Log    held

        # @spec cart/1.2
        Loses What Is Removed é 😀
            Fail    still there

        Refuses A Negative Price
            [Documentation]    @spec cart/1.3
            Skip    not yet

        Sums
            [Tags]    @spec cart/1.4
            No Operation

        *** Keywords ***
        Wait A Little
            Sleep    1s
        """,
      report: """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuite name="Tests" tests="4" errors="0" failures="1" skipped="1" time="0.037">
        <testsuite name="Shopping Cart" tests="4" errors="0" failures="1" skipped="1" time="0.007">
        <testcase classname="Tests.Shopping Cart" name="Holds What Is Added" time="0.001"></testcase>
        <testcase classname="Tests.Shopping Cart" name="Loses What Is Removed é 😀" time="0.001">
        <failure message="still there" type="AssertionError"/></testcase>
        <testcase classname="Tests.Shopping Cart" name="Refuses A Negative Price" time="0.001">
        <skipped message="not yet" type="SkipExecution"/></testcase>
        <testcase classname="Tests.Shopping Cart" name="Sums" time="0.001"></testcase>
        </testsuite></testsuite>
        """,
      proofs: [.proved, .failing, .skipped, .proved]),
    Run(
      tool: "behave 1.3.3", path: "features/cart.feature",
      source: """
        Feature: Cart

          # @spec cart/1.1
          Scenario: holds what is added é 😀
            Given a cart

          # @spec cart/1.2
          Scenario Outline: sums <a> and <b>
            Given a cart of <a>

            Examples: small
              | a | b |
              | 1 | 2 |

          Rule: of orders

            # @spec cart/1.3
            Scenario: tells of one that is lost
              Given a cart
        """,
      report: """
        <testsuite name="cart.Cart" tests="4" errors="0" failures="1" skipped="0" time="0.0003" hostname="vm">
        <testcase classname="cart.Cart" name="holds what is added é 😀" status="passed" time="6e-05">
        <system-out><![CDATA[@scenario.begin]]></system-out></testcase>
        <testcase classname="cart.Cart" name="sums 1 and 2 -- @1.1 small" status="passed" time="5.2e-05"/>
        <testcase classname="cart.Cart" name="sums 2 and 3 -- @1.2 small" status="failed" time="5.2e-05">
        <failure type="AssertionError" message="still"></failure></testcase>
        <testcase classname="cart.Cart" name="tells of one that is lost" status="passed" time="5e-05"/></testsuite>
        """,
      proofs: [.proved, .failing, .proved]),
    Run(
      tool: "unittest-xml-reporting 4.0.0, nose2 0.16.0", path: "tests/test_cart.py",
      source: """
        class TestCart(unittest.TestCase):
            # @spec cart/1.1
            def test_sums(self):
                for n in range(3):
                    with self.subTest(n=n):
                        self.assertLess(n, 2)

            # @spec cart/1.2
            @unittest.expectedFailure
            def test_refuses(self):
                self.fail("é 😀")
        """,
      report: """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuite name="tests.test_cart.TestCart" tests="2" file="tests/test_cart.py" time="0.001" failures="1" \
        errors="0" skipped="1">
        <testcase classname="tests.test_cart.TestCart" name="test_refuses" time="0.0" file="tests/test_cart.py" \
        line="10"><skipped type="skip" message="EXPECTED FAILURE: é 😀"/></testcase>
        <testcase classname="tests.test_cart.TestCart" name="test_sums (n=2)" time="0.0" file="tests/test_cart.py" \
        line="3"><failure type="AssertionError" message="2 not less than 2"></failure></testcase></testsuite>
        """,
      proofs: [.failing, .skipped]),
    // The next two are in the form that the sources of jest-junit 16 and Vitest 1 write.
  ]
}
