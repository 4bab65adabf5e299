import SpecTracing

extension RunnerReportTests {
  /// Runners of PHP, Ruby and shells.
  static let scriptRuns = [
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
  ]
}
