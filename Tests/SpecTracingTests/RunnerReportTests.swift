import Diagnostics
import SpecModel
import SpecTracing
import TestReports
import Testing

/// Reports in the shape in which runners write them: each was made with the tool and version that is named,
/// and shortened to what is different.
@Suite struct RunnerReportTests {
  struct Run: Sendable, CustomTestStringConvertible {
    /// The tool with its version.
    var tool: String
    var path: String
    var source: String
    var report: String
    /// What is known of the criteria 1.1, 1.2 and so on.
    var proofs: [Proof]

    var testDescription: String { tool }
  }

  private static let requirements =
    "### Requirement 1: é 😀\n\n#### Acceptance Criteria\n\n"
    + (1...6).map { "\($0). WHEN a THEN it SHALL b\n" }.joined()

  // @spec tracing/2.5
  @Test(arguments: runs) func provesWhatTheRunnerSays(_ run: Run) async throws {
    let workspace = Workspace(features: [
      Feature(
        name: "cart", directory: "specs/cart", layout: .claude,
        requirements: RequirementsDocument(
          reading: SourceFile(path: "specs/cart/requirements.md", text: Self.requirements)),
        tasks: TasksDocument(reading: SourceFile(path: "specs/cart/tasks.md", text: "- [ ] 1. A\n"))
      )
    ])
    let file = try #require(
      TaggedFile(path: run.path, bytes: Array(run.source.utf8), isTest: true))
    let report = await TraceReport(
      workspace, files: [file], results: [try TestReport(reading: Array(run.report.utf8))],
      inputs: TraceInputs(testFileCount: 1, reports: ["a.xml"]))
    let criteria = report.features[0].requirements[0].criteria
    #expect(criteria.prefix(run.proofs.count).map(\.links.proof) == run.proofs)
  }

  static let runs = [
    Run(
      tool: "gotestsum 1.8.2, go 1.19", path: "cart/cart_test.go",
      source: """
        // @spec cart/1.1
        func TestHolds(t *testing.T) {}

        func TestEmpty(t *testing.T) {
        \t// @spec cart/1.2
        \tt.Run("says so", func(t *testing.T) { t.Skip("é 😀") })
        }

        // @spec cart/1.3
        func TestSum(t *testing.T) {
        \tfor _, it := range sums {
        \t\tt.Run(it.name, func(t *testing.T) {})
        \t}
        }

        func TestOrder(t *testing.T) {
        \tt.Run("keeps an order @spec cart/1.4", func(t *testing.T) {})
        }

        // @spec cart/1.5
        func TestLost(t *testing.T) { panic("lost") }
        """,
      report: """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites tests="7" failures="2" errors="0" time="0.5">
        <testsuite tests="8" failures="2" time="0.01" name="example.com/shop/cart" timestamp="2026-01-01T00:00:00Z">
        <properties><property name="go.version" value="go1.19 linux/amd64"></property></properties>
        <testcase classname="example.com/shop/cart" name="TestEmpty/says_so" time="0.000000">
        <skipped message="=== RUN   TestEmpty/says_so&#xA;    cart_test.go:6: é 😀&#xA;"></skipped></testcase>
        <testcase classname="example.com/shop/cart" name="TestEmpty" time="0.000000"></testcase>
        <testcase classname="example.com/shop/cart" name="TestHolds" time="0.000000"></testcase>
        <testcase classname="example.com/shop/cart" name="TestSum/two_and_two" time="0.000000"></testcase>
        <testcase classname="example.com/shop/cart" name="TestSum/one/half" time="0.000000">
        <failure message="Failed" type="">=== RUN   TestSum/one/half&#xA;</failure></testcase>
        <testcase classname="example.com/shop/cart" name="TestOrder/keeps_an_order_@spec_cart/1.4" time="0.000000">
        </testcase>
        <testcase classname="example.com/shop/cart" name="TestLost" time="0.000000">
        <failure message="Failed" type="">panic: lost [recovered]&#xA;</failure></testcase>
        </testsuite></testsuites>
        """,
      proofs: [.proved, .skipped, .failing, .proved, .failing]),
    Run(
      tool: "GoogleTest 1.12.1", path: "cart_test.cc",
      source: """
        // @spec cart/1.1
        TEST(Cart, Holds) { EXPECT_EQ(1, 1); }

        // @spec cart/1.2
        TEST_F(EmptyCart, RefusesNegative) { GTEST_SKIP() << "é 😀"; }

        // @spec cart/1.3
        TEST_P(Sums, AreRight) { EXPECT_LT(GetParam(), 10); }

        // @spec cart/1.4
        TYPED_TEST(Order, IsKept) {}

        // @spec cart/1.5
        TEST(Cart, DISABLED_Tells) {}

        TEST(Cart, Shows) { RecordProperty("spec", "cart/1.6"); }
        """,
      report: """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites tests="9" failures="2" disabled="1" errors="0" time="0" name="AllTests">
        <testsuite name="Cart" tests="3" failures="0" disabled="1" skipped="0" errors="0" time="0">
        <testcase name="Holds" file="cart_test.cc" line="2" status="run" result="completed" classname="Cart" />
        <testcase name="DISABLED_Tells" file="cart_test.cc" line="14" status="notrun" result="suppressed" \
        classname="Cart" />
        <testcase name="Shows" file="cart_test.cc" line="16" status="run" result="completed" classname="Cart">
        <properties><property name="spec" value="cart/1.6"/></properties></testcase></testsuite>
        <testsuite name="EmptyCart" tests="1" failures="0" disabled="0" skipped="1" errors="0" time="0">
        <testcase name="RefusesNegative" file="cart_test.cc" line="5" status="run" result="skipped" \
        classname="EmptyCart"><skipped message="cart_test.cc:5&#x0A;é 😀"><![CDATA[é 😀]]></skipped></testcase>
        </testsuite>
        <testsuite name="Order/0" tests="1"><testcase name="IsKept" type_param="int" file="cart_test.cc" line="11" \
        status="run" result="completed" classname="Order/0" /></testsuite>
        <testsuite name="Lamp" tests="1"><testcase name="Holds" file="cart_test.cc" line="20" status="run" \
        result="completed" classname="Lamp"><failure message="Failed" type=""><![CDATA[Failed]]></failure></testcase>
        </testsuite>
        <testsuite name="Small/Sums" tests="2">
        <testcase name="AreRight/0" value_param="1" file="cart_test.cc" line="8" status="run" result="completed" \
        classname="Small/Sums" />
        <testcase name="AreRight/two" value_param="2" file="cart_test.cc" line="8" status="run" result="completed" \
        classname="Small/Sums"><failure message="Expected: (GetParam()) &lt; (10)" type=""></failure></testcase>
        </testsuite></testsuites>
        """,
      proofs: [.proved, .skipped, .failing, .proved, .skipped, .proved]),
    Run(
      tool: "Catch2 2.13.10", path: "cart_test.cpp",
      source: """
        // @spec cart/1.1
        TEST_CASE("holds what is added é 😀", "[cart]") { REQUIRE(true); }

        // @spec cart/1.2
        TEST_CASE("says so") {
          SECTION("when empty") { CHECK(true); }
          SECTION("when full") { CHECK(false); }
        }

        // @spec cart/1.3
        SCENARIO("sums") { GIVEN("two") { CHECK(2 + 2 == 4); } }

        // @spec cart/1.4
        TEST_CASE_METHOD(Shop, "keeps an order") { CHECK(true); }

        // @spec cart/1.5
        TEMPLATE_TEST_CASE("tells", "", int, char) { CHECK(sizeof(TestType) > 0); }
        """,
      report: """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites><testsuite name="t" errors="0" failures="1" tests="7" hostname="tbd" time="0.000">
        <testcase classname="t.global" name="holds what is added é 😀" time="0.000" status="run"/>
        <testcase classname="t.global" name="says so/when empty" time="0.000" status="run"/>
        <testcase classname="t.global" name="says so/when full" time="0.000" status="run">
        <failure message="false" type="CHECK">FAILED: CHECK( false ) at cart_test.cpp:7</failure></testcase>
        <testcase classname="t.global" name="Scenario: sums/Given: two" time="0.000" status="run"/>
        <testcase classname="t.Shop" name="keeps an order" time="0.000" status="run"/>
        <testcase classname="t.global" name="tells - int" time="0.000" status="run"/>
        <testcase classname="t.global" name="tells - char" time="0.000" status="run"/>
        <system-out/><system-err/></testsuite></testsuites>
        """,
      proofs: [.proved, .failing, .proved, .proved, .proved]),
    Run(
      tool: "Surefire 2.22.3, JUnit 5.9.2", path: "src/test/java/org/shop/CartTest.java",
      source: """
        class CartTest {
          // @spec cart/1.1
          @Test
          void removes() {}

          @Nested
          class Empty {
            // @spec cart/1.2
            @Test
            @DisplayName("says so, é 😀")
            void saysSo() {}
          }

          // @spec cart/1.3
          @ParameterizedTest(name = "{0} of {1}")
          @CsvSource({"a,b", "c,d"})
          void shows(String a, String b) {}

          // @spec cart/1.4
          @RepeatedTest(2)
          void tells() {}
        }
        """,
      report: """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuite xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" version="3.0" name="org.shop.CartTest" \
        time="0.4" tests="6" errors="0" skipped="1" failures="1">
        <properties><property name="java.version" value="17.0.15"/></properties>
        <testcase name="shows{String, String}[1]" classname="org.shop.CartTest" time="0.003"/>
        <testcase name="shows{String, String}[2]" classname="org.shop.CartTest" time="0.009"/>
        <testcase name="tells[1]" classname="org.shop.CartTest" time="0.002"/>
        <testcase name="tells[2]" classname="org.shop.CartTest" time="0.001"/>
        <testcase name="removes" classname="org.shop.CartTest" time="0.017">
        <failure message="expected: &lt;1&gt;" type="org.opentest4j.AssertionFailedError"><![CDATA[at]]></failure>
        </testcase>
        <testcase name="saysSo" classname="org.shop.CartTest$Empty" time="0"><skipped message="é 😀"/></testcase>
        </testsuite>
        """,
      proofs: [.failing, .skipped, .proved, .proved]),
    Run(
      tool: "JUnit Platform Console 1.9.2", path: "src/test/java/org/shop/CartTest.java",
      source: """
        class CartTest {
          // @spec cart/1.1
          @Test
          void holds() {}

          // @spec cart/1.2
          @ParameterizedTest
          void sums(int é) {}

          class Empty {
            // @spec cart/1.3
            @Disabled
            void refuses() {}
          }
        }
        """,
      report: """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuite name="JUnit Jupiter" tests="4" skipped="1" failures="1" errors="0" time="1.371" hostname="vm">
        <testcase name="refuses()" classname="org.shop.CartTest$Empty" time="0"><skipped><![CDATA[é 😀]]></skipped>
        <system-out><![CDATA[
        unique-id: [engine:junit-jupiter]/[class:org.shop.CartTest]/[nested-class:Empty]/[method:refuses()]
        display-name: refuses()
        ]]></system-out></testcase>
        <testcase name="sums(int)[2]" classname="org.shop.CartTest" time="0.01"><failure type="x"/></testcase>
        <testcase name="sums(int)[1]" classname="org.shop.CartTest" time="0.25"/>
        <testcase name="holds()" classname="org.shop.CartTest" time="0.001"/></testsuite>
        """,
      proofs: [.proved, .failing, .skipped]),
    Run(
      tool: "PHPUnit 9.6.7", path: "tests/CartTest.php",
      source: """
        <?php
        final class CartTest extends TestCase
        {
            /**
             * @spec cart/1.1
             * @test
             */
            public function saysSo(): void
            {
            }

            /**
             * @spec cart/1.2
             * @dataProvider sums
             */
            public function testSums(int $a, int $b): void
            {
            }

            // @spec cart/1.3
            public function testRefuses(): void
            {
                $this->markTestSkipped('é 😀');
            }
        }
        """,
      report: """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites><testsuite name="/srv/shop/tests" tests="4" errors="0" warnings="0" failures="0" skipped="1">
        <testsuite name="Shop\\Tests\\CartTest" file="/srv/shop/tests/CartTest.php" tests="4">
        <testcase name="saysSo" class="Shop\\Tests\\CartTest" classname="Shop.Tests.CartTest" \
        file="/srv/shop/tests/CartTest.php" line="8" assertions="1" time="0.000074"/>
        <testcase name="testRefuses" class="Shop\\Tests\\CartTest" classname="Shop.Tests.CartTest" \
        file="/srv/shop/tests/CartTest.php" line="22" assertions="0" time="0.000125"><skipped/></testcase>
        <testsuite name="Shop\\Tests\\CartTest::testSums" tests="2" assertions="2" time="0.000159">
        <testcase name="testSums with data set &quot;two and two&quot;" class="Shop\\Tests\\CartTest" \
        classname="Shop.Tests.CartTest" file="/srv/shop/tests/CartTest.php" line="16" time="0.000112"/>
        <testcase name="testSums with data set #0" class="Shop\\Tests\\CartTest" classname="Shop.Tests.CartTest" \
        file="/srv/shop/tests/CartTest.php" line="16" time="0.000047"/>
        </testsuite></testsuite></testsuite></testsuites>
        """,
      proofs: [.proved, .proved, .skipped]),
    Run(
      tool: "RSpec 3.12, rspec_junit_formatter 0.4.1", path: "spec/cart_spec.rb",
      source: """
        RSpec.describe "Cart" do
          # @spec cart/1.1
          it "holds what is added é 😀" do
          end

          context "when empty" do
            # @spec cart/1.2
            it "says so" do
            end

            # @spec cart/1.3
            xit "refuses a negative price" do
            end
          end
        end
        """,
      report: """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuite name="rspec" tests="3" skipped="1" failures="1" errors="0" time="0.014" hostname="vm">
        <properties><property name="seed" value="1"/></properties>
        <testcase classname="spec.cart_spec" name="Cart holds what is added é 😀" file="./spec/cart_spec.rb" \
        time="0.000308"></testcase>
        <testcase classname="spec.cart_spec" name="Cart when empty says so" file="./spec/cart_spec.rb" time="0.01">
        <failure message="expected: 2" type="RSpec::Expectations::ExpectationNotMetError"></failure></testcase>
        <testcase classname="spec.cart_spec" name="Cart when empty refuses a negative price" \
        file="./spec/cart_spec.rb" time="0.0"><skipped/></testcase></testsuite>
        """,
      proofs: [.proved, .failing, .skipped]),
    Run(
      tool: "minitest-reporters 1.0.19", path: "test/cart_test.rb",
      source: """
        class CartTest < Minitest::Test
          # @spec cart/1.1
          def test_holds
          end
        end

        describe "order é 😀" do
          # @spec cart/1.2
          it "keeps it" do
          end
        end
        """,
      report: """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuite name="Minitest::Result" skipped="0" failures="0" errors="1" tests="2" assertions="1">
        <testcase name="test_holds" classname="Minitest::Result" assertions="0" time="2.6e-06"></testcase>
        <testcase name="test_0001_keeps it" classname="Minitest::Result" assertions="0" time="6.7e-06">
        <error type="test_0001_keeps it" message="RuntimeError: no..."></error></testcase></testsuite>
        """,
      proofs: [.proved, .failing]),
    Run(
      tool: "Bats 1.8.2", path: "test/cart.bats",
      source: """
        # @spec cart/1.1
        @test "holds what is added" {
          false
        }

        # @spec cart/1.2
        @test "refuses a negative price, é 😀" {
          skip "not yet"
        }
        """,
      report: """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites time="0.021"><testsuite name="cart.bats" tests="2" failures="1" errors="0" skipped="1">
        <testcase classname="cart.bats" name="holds what is added" time="0.007">
        <failure type="failure">(in test file cart.bats, line 8)\n  `false&#39; failed</failure></testcase>
        <testcase classname="cart.bats" name="refuses a negative price, é 😀" time="0"><skipped>not yet</skipped>
        </testcase></testsuite></testsuites>
        """,
      proofs: [.failing, .skipped]),
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
