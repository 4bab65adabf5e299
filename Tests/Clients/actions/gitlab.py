"""Plays jobs of GitLab, as far as the files here use its language: includes of local files, `extends`,
variables, and scripts that one shell runs from beginning to end."""

import dataclasses
import os
import pathlib
import subprocess

import yaml

#: What is no job at the top of a file.
KEYWORDS = {"include", "variables", "default", "stages", "workflow", "image"}
KNOWN = {
    "extends", "image", "interruptible", "timeout", "before_script", "stage", "script", "artifacts",
    "rules", "variables",
}  # fmt: skip


class PlayError(Exception):
    """What GitLab would refuse, or this player does not know."""


@dataclasses.dataclass
class Played:
    status: int
    output: str


class Pipeline:
    def __init__(self, repository: pathlib.Path, file: str = ".gitlab-ci.yml"):
        self.repository = repository
        self.variables = {}
        self.entries = {}
        self._read(file)

    def _read(self, file: str) -> None:
        document = yaml.safe_load((self.repository / file).read_text(encoding="utf-8"))
        # What a file says itself is stronger than what it includes.
        for include in document.get("include", []):
            self._read(include["local"].lstrip("/"))
        self.variables |= document.get("variables", {})
        for name, entry in document.items():
            if name not in KEYWORDS:
                self.entries[name] = entry

    @property
    def jobs(self) -> list:
        return [name for name in self.entries if not name.startswith(".")]

    def job(self, name: str) -> dict:
        """An entry with what it extends; of two values the nearer one counts."""
        entry = self.entries[name]
        whole = self.job(entry["extends"]) if "extends" in entry else {}
        whole = whole | {key: value for key, value in entry.items() if key != "extends"}
        if unknown := set(whole) - KNOWN:
            raise PlayError(f"'{name}' has {sorted(unknown)}, which is not played")
        return whole

    def play(
        self, name: str, temporary: pathlib.Path, path: str, variables: dict | None = None
    ) -> Played:
        job = self.job(name)
        lines = [*job.get("before_script", []), *job["script"]]
        # Variables of the project's settings are stronger than those of files.
        values = self.variables | job.get("variables", {}) | (variables or {})
        values = {key: str(value).replace("$$", "$") for key, value in values.items()}
        run = subprocess.run(
            ["sh", "-e", "-c", "\n".join(lines)],
            cwd=self.repository,
            env={
                "PATH": os.pathsep.join(filter(None, [path, "/usr/local/bin:/usr/bin:/bin"])),
                "HOME": str(temporary),
                "TMPDIR": str(temporary),
                "CI": "true",
                "GITLAB_CI": "true",
                **values,
            },
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            timeout=120,
        )
        return Played(run.returncode, run.stdout)
