"""pre-commit installs specctl from the wheel, as docs/ci.md shows it."""

import os
import pathlib
import subprocess
import sys

import pytest

CONFIGURATION = """repos:
  - repo: local
    hooks:
      - id: specctl-validate
        name: specctl validate
        entry: specctl validate --staged
        language: python
        additional_dependencies: ['specctl @ {wheel}']
        pass_filenames: false
"""


def test_pre_commit_runs_the_specctl_of_the_wheel(wheel, tmp_path):
    specs = tmp_path / "repository/.claude/specs/loans"
    specs.mkdir(parents=True)
    (specs / "tasks.md").write_text("- [ ] 1. Lend\n  - _Depends: 9_\n")
    folder = tmp_path / "repository"
    (folder / ".pre-commit-config.yaml").write_text(CONFIGURATION.format(wheel=wheel.as_uri()))
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "PRE_COMMIT_HOME": str(tmp_path / "kept"),
    }

    def run(*arguments):
        return subprocess.run(
            arguments, cwd=folder, env=environment, capture_output=True, text=True, check=False
        )

    assert run("git", "init", "-q").returncode == 0
    assert run("git", "add", "-A").returncode == 0
    program = pathlib.Path(sys.executable).parent / "pre-commit"
    done = run(program, "run")
    if "setuptools" in done.stdout and "No matching distribution" in done.stdout:
        pytest.skip("pip gets no setuptools here, which pre-commit's environment is built with")
    assert done.returncode == 1 and "unknown-dependency" in done.stdout, done.stdout + done.stderr
    (specs / "tasks.md").write_text("- [ ] 1. Lend\n")
    run("git", "add", "-A")
    done = run(program, "run")
    assert done.returncode == 0 and "Passed" in done.stdout, done.stdout + done.stderr
