"""Reports of a workspace with many faults, one with none and a failure are what readers want."""

import json
import os
import pathlib
import shutil
import subprocess
import xml.etree.ElementTree

import pytest
from junitparser import JUnitXml
from sarif_pydantic import Sarif

PROJECT = pathlib.Path(__file__).resolve().parents[3]
SPECCTL = os.environ.get("SPECCTL", str(PROJECT / ".build/debug/specctl"))
SCHEMAS = pathlib.Path(
    os.environ.get("SPECCTL_SCHEMAS") or PROJECT.parent / "shared" / "schemas"
)
KINDS = ["json", "sarif", "junit", "github", "gitlab", "markdown", "concise"]


class Report:
    """What was written about one workspace, in every format at once."""

    def __init__(self, root: pathlib.Path, folder: pathlib.Path):
        self.root = root
        outputs = [f"--output={kind}={folder / kind}" for kind in KINDS]
        done = subprocess.run(
            [SPECCTL, "validate", "--notes", "--root", str(root), *outputs],
            capture_output=True,
            check=False,
        )
        self.status = done.returncode
        self.paths = {kind: folder / kind for kind in KINDS}

    def text(self, kind: str) -> str:
        return self.paths[kind].read_text(encoding="utf-8")

    def json(self, kind: str):
        return json.loads(self.text(kind))

    def findings(self):
        return self.json("json")["findings"]


@pytest.fixture(scope="module", params=["trading-dashboard-broken", "lending-library"])
def report(request, tmp_path_factory) -> Report:
    folder = tmp_path_factory.mktemp("reports")
    root = folder / "café 😀"
    shutil.copytree(PROJECT / "Fixtures" / request.param, root)
    if request.param == "trading-dashboard-broken":
        # Characters that XML cannot hold, and ones that markup gives a meaning.
        tasks = next((root / ".claude/specs").glob("*/tasks.md"))
        with tasks.open("ab") as file:
            file.write(b"\n- [ ] 901. <a> & \"b\" ]]> \x07 \x1b[31m \xc3\xa9\xff\n  - _Requirements: <&>\x0b_\n")
    return Report(root, folder)


def check_schema(schema: pathlib.Path, *documents: pathlib.Path) -> None:
    tool = PROJECT / ".build/venv/bin/check-jsonschema"
    done = subprocess.run(
        # A pattern of the official SARIF schema is one only by the older reading of expressions.
        [tool, "--regex-variant", "nonunicode", "--schemafile", str(schema), *map(str, documents)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_fixtures_are_what_they_are_taken_for(report):
    severities = {finding["severity"] for finding in report.findings()}
    if report.status:
        assert severities == {"error", "warning", "note"}
    else:
        assert not severities & {"error", "warning"}


def test_json_is_what_its_schema_says(report):
    check_schema(PROJECT / "schemas/validate.schema.json", report.paths["json"])


def test_sarif_is_what_the_official_schema_says(report):
    schema = SCHEMAS / "sarif-2.1.0.schema.json"
    if not schema.exists():
        pytest.skip(f"there is no {schema}")
    check_schema(schema, report.paths["sarif"])


def test_sarif_is_read_by_a_reader_that_knows_its_types(report):
    run = Sarif.model_validate_json(report.text("sarif")).runs[0]
    findings = report.findings()
    assert len(run.results) == len(findings)
    rules = [rule.id for rule in run.tool.driver.rules]
    for result, finding in zip(run.results, findings, strict=True):
        assert rules[result.rule_index] == result.rule_id == finding["rule"]
        assert result.level.value == finding["severity"]
        location = result.locations[0].physical_location
        assert (report.root / location.artifact_location.uri).exists()
        if finding["start"]:
            assert location.region.start_line == finding["start"]["line"]


def test_sarif_has_what_code_scanning_wants(report):
    run = report.json("sarif")["runs"][0]
    seen = set()
    for result in run["results"]:
        print_ = tuple(sorted(result["partialFingerprints"].items()))
        assert print_ not in seen
        seen.add(print_)
        for fix in result.get("fixes", []):
            for change in fix["artifactChanges"]:
                assert change["replacements"]
                assert (report.root / change["artifactLocation"]["uri"]).is_file()
    for rule in run["tool"]["driver"]["rules"]:
        assert rule["shortDescription"]["text"] and rule["help"]["text"]


def test_junit_is_xml_and_counts_what_it_holds(report):
    tree = xml.etree.ElementTree.fromstring(report.text("junit"))
    suites = JUnitXml.fromfile(str(report.paths["junit"]))
    assert tree.tag == "testsuites"
    assert suites.tests == sum(1 for suite in suites for _ in suite)
    failing = sum(1 for suite in suites for case in suite if case.result)
    assert suites.failures + suites.errors == failing
    assert (failing > 0) == (report.status == 1)


def test_gitlab_has_every_member_that_code_quality_needs(report):
    issues = report.json("gitlab")
    assert len(issues) == len(report.findings())
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    for issue in issues:
        assert issue["description"] and issue["check_name"]
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert (report.root / issue["location"]["path"]).exists()
        assert issue["location"]["lines"]["begin"] >= 1


def test_annotations_are_one_line_each(report):
    lines = report.text("github").splitlines()
    commands = [line for line in lines if line.startswith("::")]
    assert all(line.startswith(("::error", "::warning", "::notice")) for line in commands)
    assert bool(commands) == bool(report.findings())


def test_a_failure_is_told_in_the_formats_that_can_tell_it(tmp_path):
    report = Report(tmp_path / "missing", tmp_path)
    assert report.status == 2
    xml.etree.ElementTree.fromstring(report.text("junit"))
    run = report.json("sarif")["runs"][0]
    assert run["invocations"][0]["executionSuccessful"] is False
