"""Reads the forms of a plan with readers that others wrote."""

import csv
import io
import json
import os
import pathlib
import re
import subprocess

import pydot
import pytest
from ruamel.yaml import YAML

PROJECT = pathlib.Path(__file__).resolve().parents[3]
SPECCTL = os.environ.get("SPECCTL", str(PROJECT / ".build/debug/specctl"))
WORKSPACES = ["bookshop", "trading-dashboard", "layered-engine"]
HOSTILE = """\
- [ ] 1. =cmd|' /C calc'!A0 "quoted", with; commas
- [ ] 2. yes
- [ ] 3. | a `b` <script>alert(1)</script> \\n ] --> x
- [ ] 4. größe 🎯 : - # & * ! % @ {x} [y] ${{ z }}
  - _Depends: 1, 2, 3_
"""


def run(root, form, *options):
    command = [SPECCTL, "plan", "--root", str(root), "--format", form, *options]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode()


@pytest.fixture(params=[*WORKSPACES, "hostile"])
def root(request, tmp_path):
    if request.param != "hostile":
        return PROJECT / "Fixtures" / request.param
    folder = tmp_path / ".claude/specs/it's \"odd\", = 🎯"
    folder.mkdir(parents=True)
    (folder / "tasks.md").write_text(HOSTILE)
    return tmp_path


def test_yaml_holds_what_json_holds(root):
    assert YAML(typ="safe").load(run(root, "yaml")) == json.loads(run(root, "json"))


def test_csv_has_a_row_for_each_step_and_no_formula(root):
    plan = json.loads(run(root, "json"))
    text = run(root, "csv")
    assert "\n" not in text.replace("\r\n", "")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["id"].removeprefix("'") for row in rows] == [s["id"] for s in plan["assignments"]]
    for row, step in zip(rows, plan["assignments"]):
        assert row["title"].removeprefix("'") == step.get("title", "")
        assert row["start_seconds"] == str(step["startSeconds"])
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row.values())


def test_dot_is_a_graph_of_all_tasks(root):
    (graph,) = pydot.graph_from_dot_data(run(root, "dot"))
    plan = json.loads(run(root, "json"))
    found = {
        node.get_name().strip('"').replace('\\"', '"')
        for cluster in graph.get_subgraphs()
        for node in cluster.get_nodes()
    }
    assert found == {s["id"] for s in plan["assignments"] if s["kind"] == "task"}
    ends = {end for edge in graph.get_edges() for end in (edge.get_source(), edge.get_destination())}
    assert {end.strip('"').replace('\\"', '"') for end in ends} <= found


def test_mermaid_is_lines_of_a_flowchart(root):
    lines = run(root, "mermaid").splitlines()
    assert lines[0] == "flowchart LR"
    labels = [line.split("[", 1)[1] for line in lines if "[" in line]
    assert all(label.count('"') == 2 and "<" not in label and "`" not in label for label in labels)


def test_markdown_keeps_its_table_together(root):
    rows = [line for line in run(root, "markdown").splitlines() if line.startswith("|")]
    heads = [row for row in rows if row.startswith("| Wave ")]
    assert len(heads) == 1
    width = heads[0].replace("\\|", "").count("|")
    start = rows.index(heads[0])
    plan = json.loads(run(root, "json"))
    tasks = sum(step["kind"] == "task" for step in plan["assignments"])
    for row in rows[start : start + tasks + 2]:
        assert row.replace("\\|", "").count("|") == width
        # What is escaped means itself, and so does the comment that parts a mention.
        assert "<" not in re.sub(r"\\.|<!-- -->", "", row)
