"""Repositories for pipelines to run in."""

import os
import pathlib
import shutil
import subprocess

PROJECT = pathlib.Path(__file__).resolve().parents[3]
SPECCTL = pathlib.Path(os.environ.get("SPECCTL", PROJECT / ".build/debug/specctl")).resolve()
ACTION = PROJECT / "action.yml"

REQUIREMENTS = """# Requirements

## Requirements

### Requirement 1: Record orders

**User Story:** As a trader, I want orders recorded, so that none is lost.

#### Acceptance Criteria

1. WHEN an order comes in THEN the system SHALL record it
"""
DESIGN = "# Design\n\n## Overview\n\nServes requirement 1.1.\n"
TASKS = """# Tasks

- [x] 1. Write the log
  - File: src/log.py
  - _Requirements: 1.1_
- [ ] 2. {title}
  - File: src/book.py
  - _Requirements: {requirement}_
"""


def workspace(
    folder: pathlib.Path, name: str = "order-book", title: str = "Match orders", broken: bool = False
) -> pathlib.Path:
    """A workspace with one feature and no findings, or with one error."""
    specs = folder / ".claude/specs" / name
    specs.mkdir(parents=True)
    (specs / "requirements.md").write_text(REQUIREMENTS, encoding="utf-8")
    (specs / "design.md").write_text(DESIGN, encoding="utf-8")
    tasks = TASKS.format(title=title, requirement="1.1")
    if broken:
        tasks += "- [ ] 2. The same number\n  - _Requirements: 1.1_\n  - _Depends: 9_\n"
    (specs / "tasks.md").write_text(tasks, encoding="utf-8")
    return folder


def committed(folder: pathlib.Path) -> pathlib.Path:
    """The folder as a git repository with one commit."""
    for arguments in (
        ["init", "-q", "-b", "main"],
        ["add", "-A"],
        ["commit", "-q", "--no-verify", "-m", "All of it"],
    ):
        git(folder, *arguments)
    return folder


def git(folder: pathlib.Path, *arguments: str) -> str:
    return subprocess.run(
        ["git", "-c", "user.name=Somebody", "-c", "user.email=somebody@example.com", *arguments],
        cwd=folder,
        env={"PATH": os.environ["PATH"], "HOME": str(folder), "GIT_CONFIG_NOSYSTEM": "1"},
        capture_output=True,
        check=True,
        text=True,
    ).stdout


def specctl(*arguments: str, cwd: pathlib.Path) -> subprocess.CompletedProcess:
    return subprocess.run(
        [SPECCTL, *arguments], cwd=cwd, capture_output=True, check=False, text=True
    )


def release(folder: pathlib.Path, version: str | None = None) -> pathlib.Path:
    """A folder with an archive as releases have it, whose program is the one under test."""
    version = version or specctl("--version", cwd=PROJECT).stdout.strip()
    name = f"specctl-{version}-linux-{os.uname().machine}"
    program = folder / "unpacked" / name / "bin/specctl"
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\nexec "{SPECCTL}" "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    licence = folder / "unpacked" / name / "share/doc/specctl/copyright"
    licence.parent.mkdir(parents=True)
    licence.write_text("none\n", encoding="utf-8")
    archive = folder / f"{name}.tar.gz"
    subprocess.run(["tar", "-czf", archive, "-C", folder / "unpacked", name], check=True)
    sums = subprocess.run(
        ["sha256sum", archive.name], cwd=folder, check=True, capture_output=True, text=True
    ).stdout
    (folder / "SHA256SUMS").write_text(sums, encoding="utf-8")
    shutil.rmtree(folder / "unpacked")
    return folder
