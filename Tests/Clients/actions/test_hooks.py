"""The hooks, run by pre-commit itself in a repository that uses them."""

import os
import pathlib
import subprocess
import sys

import pytest
import yaml
from repositories import PROJECT, SPECCTL, git, specctl, workspace

PRE_COMMIT = pathlib.Path(sys.executable).parent / "pre-commit"


class Repository:
    """A repository with hooks, and where pre-commit keeps what it makes."""

    def __init__(self, folder: pathlib.Path, hooks: list):
        self.folder = workspace(folder / "a repository é")
        self.home = folder / "home"
        self.home.mkdir()
        # A copy of the hooks in a repository of its own, as people have them by an address.
        source = folder / "hooks"
        source.mkdir()
        (source / ".pre-commit-hooks.yaml").write_text(
            (PROJECT / ".pre-commit-hooks.yaml").read_text()
        )
        for repository in (source, self.folder):
            git(repository, "init", "-q", "-b", "main")
        git(source, "add", "-A")
        git(source, "commit", "-q", "-m", "Hooks")
        revision = git(source, "rev-parse", "HEAD").strip()
        (self.folder / ".pre-commit-config.yaml").write_text(
            yaml.safe_dump({"repos": [{"repo": str(source), "rev": revision, "hooks": hooks}]})
        )

    def run(self, *arguments: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            [PRE_COMMIT, *arguments],
            cwd=self.folder,
            env={
                "PATH": f"{SPECCTL.parent}:{os.environ['PATH']}",
                "HOME": str(self.home),
                "PRE_COMMIT_HOME": str(self.home),
                "GIT_CONFIG_GLOBAL": "/dev/null",
                "NO_COLOR": "1",
            },
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def validated(tmp_path) -> Repository:
    return Repository(tmp_path, [{"id": "specctl-validate"}])


def test_what_is_staged_is_checked_and_nothing_else(validated):
    git(validated.folder, "add", "-A")
    done = validated.run("run")
    assert done.returncode == 0 and "Passed" in done.stdout, done.stdout
    git(validated.folder, "commit", "-q", "-m", "First")
    tasks = validated.folder / ".claude/specs/order-book/tasks.md"
    good = tasks.read_text()
    tasks.write_text(good + "- [ ] 3. A\n  - _Depends: 9_\n")
    git(validated.folder, "add", "-A")
    # What stands in the file now is not what would be committed.
    tasks.write_text(good)
    done = validated.run("run")
    assert done.returncode == 1 and "unknown-dependency" in done.stdout, done.stdout


def test_another_feature_does_not_hold_up_a_commit(validated):
    git(validated.folder, "add", "-A")
    git(validated.folder, "commit", "-q", "-m", "First")
    workspace(validated.folder / "elsewhere", broken=True)
    other = validated.folder / ".claude/specs/other"
    (validated.folder / "elsewhere/.claude/specs/order-book").rename(other)
    git(validated.folder, "add", "-A")
    git(validated.folder, "commit", "-q", "--no-verify", "-m", "Broken")
    design = validated.folder / ".claude/specs/order-book/design.md"
    design.write_text(design.read_text() + "\nMore.\n")
    git(validated.folder, "add", "-A")
    assert validated.run("run").returncode == 0
    # In CI nothing is staged, and everything is checked.
    git(validated.folder, "commit", "-q", "--no-verify", "-m", "More")
    assert validated.run("run", "--all-files").returncode == 1


def test_a_commit_without_documents_runs_no_hook(validated):
    git(validated.folder, "add", "-A")
    git(validated.folder, "commit", "-q", "--no-verify", "-m", "First")
    (validated.folder / "main.py").write_text("print()\n")
    git(validated.folder, "add", "-A")
    assert "Skipped" in validated.run("run").stdout


def test_options_are_passed_on(tmp_path):
    hook = {"id": "specctl-validate", "args": ["--fail-on", "note", "--notes", "--rule", "no-tasks"]}
    repository = Repository(tmp_path, [hook])
    (repository.folder / ".claude/specs/order-book/tasks.md").write_text("# Tasks\n\n- [] 1. A\n")
    git(repository.folder, "add", "-A")
    done = repository.run("run")
    assert done.returncode == 1 and "no-tasks" in done.stdout, done.stdout


def test_a_hook_stops_a_commit(validated):
    assert validated.run("install").returncode == 0
    tasks = validated.folder / ".claude/specs/order-book/tasks.md"
    tasks.write_text(tasks.read_text() + "- [ ] 3. A\n  - _Depends: 9_\n")
    git(validated.folder, "add", "-A")
    done = subprocess.run(
        ["git", "-c", "user.name=A", "-c", "user.email=a@b.c", "commit", "-qm", "Broken"],
        cwd=validated.folder,
        env={
            "PATH": f"{SPECCTL.parent}:{os.environ['PATH']}",
            "HOME": str(validated.home),
            "PRE_COMMIT_HOME": str(validated.home),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0 and "unknown-dependency" in done.stdout + done.stderr


def test_a_stale_plan_is_told(tmp_path):
    repository = Repository(
        tmp_path, [{"id": "specctl-plan-check", "args": ["--check=docs/plan.json"]}]
    )
    plan = repository.folder / "docs/plan.json"
    plan.parent.mkdir()
    plan.write_text(specctl("plan", "--format", "json", cwd=repository.folder).stdout)
    git(repository.folder, "add", "-A")
    assert repository.run("run").returncode == 0
    tasks = repository.folder / ".claude/specs/order-book/tasks.md"
    tasks.write_text(tasks.read_text().replace("- [ ] 2.", "- [x] 2."))
    git(repository.folder, "add", "-A")
    done = repository.run("run")
    assert done.returncode == 1 and "stale" in done.stdout


def test_stale_pages_are_told(tmp_path):
    repository = Repository(tmp_path, [{"id": "specctl-docs", "args": ["--out=docs/specs"]}])
    made = specctl("docs", "--format=markdown", "--out=docs/specs", cwd=repository.folder)
    assert made.returncode == 0, made.stderr
    git(repository.folder, "add", "-A")
    done = repository.run("run")
    assert done.returncode == 0, done.stdout
    tasks = repository.folder / ".claude/specs/order-book/tasks.md"
    tasks.write_text(tasks.read_text().replace("- [ ] 2.", "- [x] 2."))
    git(repository.folder, "add", "-A")
    assert repository.run("run").returncode == 1
