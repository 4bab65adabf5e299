import SpecTracing

extension RunnerReportTests {
  /// Runners of Go and C++.
  static let nativeRuns = [
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
  ]
}
