"""Reports that other people's runners write are read, and prove what they prove."""

import json
import os
import pathlib
import shutil
import subprocess
import sys

import pytest

PROJECT = pathlib.Path(__file__).resolve().parents[3]
SPECCTL = os.environ.get("SPECCTL", str(PROJECT / ".build/debug/specctl"))


def trace(root: pathlib.Path, *options: str) -> dict:
    done = subprocess.run(
        [SPECCTL, "trace", "--root", str(root), "--format", "json", *options],
        capture_output=True,
        check=True,
    )
    return json.loads(done.stdout)


def proofs(report: dict) -> dict[str, str]:
    return {
        f"{feature['name']}/{criterion['id']}": criterion["proof"]
        for feature in report["features"]
        for requirement in feature["requirements"]
        for criterion in requirement["criteria"]
    }


@pytest.fixture
def bakery(tmp_path) -> pathlib.Path:
    root = tmp_path / "bäckerei 😀"
    shutil.copytree(PROJECT / "Fixtures/traced-bakery", root)
    for report in (root / "reports").iterdir():
        report.unlink()
    return root


@pytest.mark.parametrize("family", ["xunit1", "xunit2"])
def test_pytest(bakery, family):
    done = subprocess.run(
        [
            sys.executable, "-B", "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", ".",
            "-o", f"junit_family={family}", "--junit-xml=reports/pytest.xml", "tests",
        ],
        cwd=bakery,
        capture_output=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 1, done.stdout
    assert proofs(trace(bakery, "orders")) == {
        "orders/1.1": "proved",
        "orders/1.2": "proved",
        "orders/1.3": "no test",
        "orders/2.1": "failing",
        "orders/2.2": "skipped",
    }


def test_node(bakery):
    node = shutil.which("node")
    if node is None:
        pytest.skip("there is no node")
    source = """
        const { describe, test, it } = require("node:test");
        const assert = require("node:assert");

        describe("oven", () => {
          // @spec oven/1.1
          test("is hot ten minutes before", () => assert.equal(30 - 10, 20));

          // @spec oven/1.2
          it("warns of an open door", { skip: true }, () => {});
        });
        """
    (bakery / "tests/oven.test.js").write_text(source)
    done = subprocess.run(
        [node, "--test", "--test-reporter=junit", "tests/oven.test.js"],
        cwd=bakery,
        capture_output=True,
        check=False,
    )
    if b"<testsuites>" not in done.stdout:
        pytest.skip("this node writes no JUnit report")
    (bakery / "reports/node.xml").write_bytes(done.stdout)
    assert proofs(trace(bakery, "oven")) == {"oven/1.1": "proved", "oven/1.2": "skipped"}


def test_unittest_through_junitparser(bakery):
    """A report made by a library, with what only some runners write."""
    junitparser = pytest.importorskip("junitparser")
    suite = junitparser.TestSuite("bakery")
    case = junitparser.TestCase("test_refuses", classname="tests.test_orders.TestClosed")
    case.result = [junitparser.Failure("no & <never>")]
    suite.add_testcase(case)
    xml = junitparser.JUnitXml()
    xml.add_testsuite(suite)
    xml.write(str(bakery / "reports/made.xml"))
    assert proofs(trace(bakery, "orders"))["orders/1.2"] == "failing"
