import SpecTracing

extension RunnerReportTests {
  /// Runners of Java.
  static let javaRuns = [
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
  ]
}
