"""`specctl validate --watch`, as a person keeps it open beside an editor."""

import os
import pathlib
import queue
import shutil
import subprocess
import threading

import pytest

PROJECT = pathlib.Path(__file__).resolve().parents[3]
SPECCTL = os.environ.get("SPECCTL", str(PROJECT / ".build/debug/specctl"))
FEATURE = ".claude/specs/loans"
FAULT = "- [ ] 90. Sort the shelves\n  - _Requirements: 77.1_\n"


class Watching:
    """A running watch; reports and talk come in the order in which they are written."""

    def __init__(self, root: pathlib.Path):
        self.process = subprocess.Popen(
            [SPECCTL, "validate", "--watch", "--format=concise", "--root", str(root)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        self.lines = queue.Queue()
        self.thread = threading.Thread(target=self.read)
        self.thread.start()

    def read(self):
        for line in self.process.stdout:
            self.lines.put(line.rstrip("\n"))

    def report(self) -> tuple[list[str], str]:
        """The rules that are reported, and the word behind the report; waits with a limit."""
        rules = []
        while True:
            line = self.lines.get(timeout=30)
            if line.startswith("-- "):
                return rules, line.removeprefix("-- ")
            rules.append(line.rsplit("[", 1)[-1].rstrip("]"))

    def reports_until(self, wanted: set[str]) -> str:
        """Reads reports until one has just these rules: several saves may be told one by one."""
        while True:
            rules, word = self.report()
            if set(rules) == wanted:
                return word

    def end(self) -> int:
        if self.process.poll() is None:
            self.process.terminate()
        self.thread.join(timeout=30)
        return self.process.wait(timeout=30)


@pytest.fixture
def root(tmp_path) -> pathlib.Path:
    root = tmp_path / "café 😀"
    shutil.copytree(PROJECT / "Fixtures" / "lending-library", root)
    return root


@pytest.fixture
def watching(root):
    watching = Watching(root)
    assert watching.report() == ([], "watching for changes; Ctrl-C ends it")
    yield watching
    watching.end()


def test_a_save_is_checked_and_its_undoing_too(root, watching):
    tasks = root / FEATURE / "tasks.md"
    before = tasks.read_bytes()
    with tasks.open("a", encoding="utf-8") as file:
        file.write(FAULT)
    assert watching.reports_until({"unknown-requirement"}).endswith(f"{FEATURE}/tasks.md")
    tasks.write_bytes(before)
    watching.reports_until(set())


def test_a_file_put_in_the_place_of_another_is_seen(root, watching):
    tasks = root / FEATURE / "tasks.md"
    other = tasks.with_suffix(".tmp")
    other.write_text(tasks.read_text(encoding="utf-8") + FAULT, encoding="utf-8")
    other.replace(tasks)
    watching.reports_until({"unknown-requirement"})


def test_a_feature_comes_and_goes(root, watching):
    copy = root / ".claude/specs/copy"
    shutil.copytree(root / FEATURE, copy)
    watching.reports_until({"orphan-spec-folder"})
    shutil.rmtree(copy)
    watching.reports_until(set())


def test_a_folder_made_later_is_watched(root, watching):
    folder = root / ".kiro/specs/later"
    folder.mkdir(parents=True)
    (folder / "tasks.md").write_text("- [ ] 1. Shelve\n- [ ] 1. Sort\n", encoding="utf-8")
    rules: list[str] = []
    while "duplicate-task-id" not in rules:
        rules, _ = watching.report()


def test_the_configuration_changes_what_is_reported(root, watching):
    tasks = root / FEATURE / "tasks.md"
    with tasks.open("a", encoding="utf-8") as file:
        file.write(FAULT)
    watching.reports_until({"unknown-requirement"})
    configuration = next((root / ".claude").rglob("config.yaml"))
    with configuration.open("a", encoding="utf-8") as file:
        file.write("\nvalidation:\n  rules:\n    unknown-requirement: off\n")
    watching.reports_until(set())


def test_what_an_editor_keeps_beside_a_document_is_nothing(root, watching):
    (root / FEATURE / ".tasks.md.swp").write_bytes(b"swap")
    (root / FEATURE / "4913").write_bytes(b"")
    (root / FEATURE / "notes.md").write_text("A note.\n", encoding="utf-8")
    _, word = watching.report()
    assert word == f"after a change of {FEATURE}/notes.md"


def test_it_ends_when_the_workspace_goes(root, watching):
    shutil.rmtree(root)
    assert watching.thread.join(timeout=30) is None
    assert watching.end() == 2


def test_it_ends_when_nobody_reads_any_longer(root):
    process = subprocess.Popen(
        [SPECCTL, "validate", "--watch", "--root", str(root)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert process.stdout.readline()
    process.stdout.close()
    assert process.wait(timeout=30) == 0
