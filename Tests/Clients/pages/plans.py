"""Workspaces and the pictures that `specctl plan` makes of them."""

import os
import pathlib
import subprocess

PROJECT = pathlib.Path(__file__).resolve().parents[3]
SPECCTL = os.environ.get("SPECCTL", str(PROJECT / ".build/debug/specctl"))


def plan(root: pathlib.Path, form: str) -> bytes:
    """What `specctl plan` prints."""
    run = subprocess.run(
        [SPECCTL, "plan", "--format", form, "--root", str(root)], capture_output=True, timeout=60
    )
    assert run.returncode == 0, run.stderr.decode()
    return run.stdout


def write_tasks(root: pathlib.Path, feature: str, lines: list[str]) -> None:
    folder = root / ".claude/specs" / feature
    folder.mkdir(parents=True)
    text = "# Tasks\n\n" + "".join(line + "\n" for line in lines)
    (folder / "tasks.md").write_text(text, encoding="utf-8")


def write_page(folder: pathlib.Path, root: pathlib.Path) -> pathlib.Path:
    page = folder / "plan é 😀.html"
    page.write_bytes(plan(root, "html"))
    return page
