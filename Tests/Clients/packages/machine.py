"""What the tests of packages have in common."""

import os
import pathlib
import shutil
import subprocess
import sys

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[3]


def run(*command, status=0, **options):
    """Runs a program, whose status must be the one given; None allows any."""
    options.setdefault("timeout", 120)
    result = subprocess.run(
        [str(word) for word in command], capture_output=True, text=True, check=False, **options
    )
    assert status is None or result.returncode == status, f"{command}: {result.stdout}{result.stderr}"
    return result


def tool(name):
    """The path of a program that not every machine has."""
    path = shutil.which(name) or shutil.which(name, path=pathlib.Path(sys.executable).parent)
    if path is None:
        pytest.skip(f"{name} is not installed")
    return path


def snapshot(folder):
    """Every name below a folder, with the content of files."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
        if "__pycache__" not in path.parts
    }


def completes(shell, script):
    """Whether a shell that is given a completion script completes 'specctl pla'."""
    program = tool(shell)
    # fish looks for the completions of programs that there are.
    path = f"{script.parents[3] / 'bin'}:{os.environ['PATH']}"
    environment = {"PATH": path, "HOME": "/nonexistent", "TERM": "dumb"}
    if shell == "bash":
        text = f"""source '{script}'; COMP_WORDS=(specctl pla) COMP_CWORD=1
            name=$(complete -p specctl | sed 's/.*-F \\([^ ]*\\).*/\\1/'); $name; echo "${{COMPREPLY[@]}}" """
        words = run(program, "--norc", "-c", text, env=environment).stdout
    elif shell == "zsh":
        text = f"""fpath=('{script.parent}' $fpath); autoload -Uz compinit; compinit -u -D
            autoload -U +X _specctl && [[ $_comps[specctl] = _specctl ]] && print plan"""
        words = run(program, "-f", "-c", text, env=environment).stdout
    else:
        text = f"set fish_complete_path '{script.parent}'; complete -C 'specctl pla'"
        words = run(program, "--no-config", "-c", text, env=environment).stdout
    return words.split()[:1] == ["plan"]
