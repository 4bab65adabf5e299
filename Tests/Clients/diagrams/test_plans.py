"""What `specctl plan --format mermaid` prints, drawn by Mermaid itself."""

import json
import os
import pathlib
import subprocess

import pytest

from mermaid import Mermaid

PROJECT = pathlib.Path(__file__).resolve().parents[3]
SPECCTL = os.environ.get("SPECCTL", str(PROJECT / ".build/debug/specctl"))
HOSTILE = [
    'said "so" and \'so\'',
    "(a) [b] {c} <d> |e|",
    "end",
    "subgraph x",
    "<script>window.injected = 1</script>",
    "<img src=x onerror=window.injected=1>",
    "</text></svg><b>bold</b>",
    "%%{init: {'theme': 'dark'}}%%",
    "%% a comment",
    "--> t1",
    "a; b; c",
    "#quot; #35; &amp; &lt;",
    "`code`, **bold** and _it_",
    "__init__.py, *.py, a*b and snake_case_2",
    "2 * 3 \\(x\\) \\_",
    "größe 🎯 日本 👩‍👩‍👧",
    "\u202egnp.exe",
    "C:\\new\\n",
    "x:::critical",
    "{{template}} ${{ value }}",
    "click t1 callback",
    "---",
    "fa:fa-user",
    "$$x^2$$",
]
LONG = "long " * 200


def write(root: pathlib.Path, feature: str, titles: list[str]) -> None:
    folder = root / ".claude/specs" / feature
    folder.mkdir(parents=True)
    lines = [f"- [ ] {number}. {title}\n" for number, title in enumerate(titles, start=1)]
    (folder / "tasks.md").write_text("# Tasks\n\n" + "".join(lines), "utf-8")


def printed(root: pathlib.Path, *options: str) -> str:
    run = subprocess.run(
        [SPECCTL, "plan", "--root", str(root), *options], capture_output=True, timeout=60
    )
    assert run.returncode == 0, run.stderr.decode()
    return run.stdout.decode()


def tasks(root: pathlib.Path) -> list[dict]:
    plan = json.loads(printed(root, "--format", "json"))
    return [step for step in plan["assignments"] if step["kind"] == "task"]


@pytest.fixture
def mermaid(browser) -> Mermaid:
    return Mermaid(browser)


@pytest.mark.parametrize(
    "name", ["bookshop", "trading-dashboard", "layered-engine", "lending-library"]
)
def test_plans_of_workspaces_are_drawn(mermaid, name):
    root = PROJECT / "Fixtures" / name
    text = printed(root, "--format", "mermaid")
    (drawing,) = mermaid.draw([text])
    assert "refusal" not in drawing, drawing
    steps = tasks(root)
    assert drawing["boxes"] == len(steps) > 3
    assert drawing["groups"] == text.count("subgraph ")
    assert drawing["lines"] == sum(text.count(arrow) for arrow in (" --> ", " -.-> ", " ==> "))


def test_titles_that_look_like_notation_are_text(mermaid, tmp_path):
    write(tmp_path, "it's \"odd\" [x] é", HOSTILE)
    write(tmp_path, "end", [LONG, "x" * 500])
    (drawing,) = mermaid.draw([printed(tmp_path, "--format", "mermaid")])
    assert "refusal" not in drawing, drawing
    assert drawing["groups"] == 2
    titles = [(step["id"].rpartition("/")[2], step["title"]) for step in tasks(tmp_path)]
    assert len(titles) == drawing["boxes"] == len(HOSTILE) + 2
    missing = []
    for number, title in titles:
        # Long titles are cut, and what turns text around is shown as what it is.
        words = "".join(f"{number}{title}".split()).replace("\u202e", "\\u{202E}")
        if not any(
            label == words or label.endswith("…") and words.startswith(label[:-1])
            for label in drawing["labels"]
        ):
            missing.append(words)
    assert missing == [], drawing["labels"]
    assert mermaid.run("window.injected ?? null") is None


def test_plans_of_very_many_tasks_are_drawn_by_feature(mermaid, tmp_path):
    for feature in range(30):
        write(tmp_path, f"feature-{feature:02}", [f"Task {task}" for task in range(20)])
    text = printed(tmp_path, "--format", "mermaid")
    assert "600 tasks are too many for a drawing" in text
    (drawing,) = mermaid.draw([text])
    assert "refusal" not in drawing, drawing
    assert drawing["boxes"] == 30


def test_no_plan_is_longer_than_what_is_drawn(mermaid, tmp_path):
    for feature in range(900):
        write(tmp_path, f"{'long-' * 20}{feature:03}", ["Task"])
    text = printed(tmp_path, "--format", "mermaid")
    assert 40_000 < len(text) <= 50_000
    assert "features are left out as well" in text
    # Drawing that many would take long.
    assert mermaid.run(f"mermaid.parse({json.dumps(text)}).then((it) => it.diagramType)") == "flowchart-v2"


def test_a_plan_of_too_many_waits_is_drawn_by_feature(mermaid, tmp_path):
    folder = tmp_path / ".claude/specs/dense"
    folder.mkdir(parents=True)
    lines = ["# Tasks\n\n"]
    for layer in range(8):
        for task in range(10):
            lines.append(f"- [ ] {layer * 10 + task + 1}. Task\n")
            before = ", ".join(str((layer - 1) * 10 + it + 1) for it in range(10))
            if layer > 0:
                lines.append(f"  - _Depends: {before}_\n")
    (folder / "tasks.md").write_text("".join(lines), "utf-8")
    text = printed(tmp_path, "--format", "mermaid")
    (drawing,) = mermaid.draw([text])
    assert "refusal" not in drawing, drawing
    assert drawing["boxes"] == 1
    # Two layers less are 500 lines, which Mermaid draws.
    cut = "".join(lines).index("- [ ] 61.")
    (folder / "tasks.md").write_text("".join(lines)[:cut], "utf-8")
    (drawing,) = mermaid.draw([printed(tmp_path, "--format", "mermaid")])
    assert drawing["lines"] == 500


@pytest.mark.parametrize("name", ["bookshop", "trading-dashboard"])
def test_workflows_are_drawn(mermaid, name):
    root = PROJECT / "Fixtures" / name
    texts = [
        printed(root, "--workflow", workflow, "--format", "mermaid")
        for workflow in ("implement", "debug", "refactor", "build_website")
    ]
    for drawing in mermaid.draw(texts):
        assert "refusal" not in drawing, drawing
        assert drawing["boxes"] > 3 and drawing["lines"] >= drawing["boxes"]
