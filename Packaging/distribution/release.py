"""A built release, and what has to be known of it to package it."""

import dataclasses
import datetime
import json
import os
import pathlib
import re
import subprocess
import tempfile

from . import project


class PackagingError(Exception):
    """What keeps packages from being made."""


@dataclasses.dataclass(frozen=True)
class Material:
    """A library of others that is in the binary."""

    name: str
    version: str
    # 'debian:SOURCE' or 'OWNER/REPOSITORY' on GitHub.
    origin: str


@dataclasses.dataclass(frozen=True)
class Entry:
    """A file as it is installed below a prefix such as /usr."""

    path: str
    content: bytes
    mode: int = 0o644


def run(*command, **options):
    """What a program prints; its failure is ours."""
    result = subprocess.run(command, capture_output=True, text=True, check=False, **options)
    if result.returncode != 0:
        raise PackagingError(f"'{command[0]}' ended with {result.returncode}: {result.stderr.strip()}")
    return result.stdout


class Release:
    """The folder that scripts/build_release.sh makes."""

    def __init__(self, folder, moment):
        self.folder = pathlib.Path(folder)
        self.binary = self.folder / project.NAME
        if not os.access(self.binary, os.X_OK):
            raise PackagingError(f"there is no '{self.binary}': run make release")
        # Seconds since 1970 that every file of every package bears.
        self.moment = moment
        self.facts = json.loads(run(self.binary, "--version", "--json"))
        self.version = self.facts["specctl"]
        if not re.fullmatch(r"[0-9]+\.[0-9]+\.[0-9]+", self.version):
            raise PackagingError(f"'{self.version}' is no version that all kinds of packages know")
        self.machine = self.facts["target"].split("-")[0]
        self.materials = self._materials()
        self._versions = self._symbol_versions()

    @property
    def time(self):
        return datetime.datetime.fromtimestamp(self.moment, datetime.timezone.utc)

    @property
    def glibc(self):
        """The least version of the C library that the binary starts with, as two numbers."""
        return max(self._versions["GLIBC"])[:2]

    @property
    def libgcc(self):
        """The least version of GCC whose runtime the binary starts with; None where it needs none."""
        return max(self._versions.get("GCC", []), default=None)

    def _symbol_versions(self):
        dump = run("readelf", "--version-info", "--wide", str(self.binary), env=_plain())
        found = {}
        for family, number in re.findall(r"Name: (GLIBC|GCC)_([0-9.]+)", dump):
            found.setdefault(family, []).append(tuple(map(int, number.split("."))))
        if "GLIBC" not in found:
            raise PackagingError("the binary names no version of the C library")
        return found

    def _materials(self):
        lines = (self.folder.parent / "materials").read_text().splitlines()
        return [Material(*line.split(" ")) for line in lines]

    def licences(self):
        """The licences of what is linked in, as name and text."""
        folder = self.folder / "licenses"
        return [(path.stem, path.read_text()) for path in sorted(folder.glob("*.txt"))]

    def manual_pages(self):
        """The manual pages as name of file and content."""
        with tempfile.TemporaryDirectory() as folder:
            run(self.binary, "man", "--date", self.time.strftime("%Y-%m-%d"), "--out", folder)
            return [(path.name, path.read_bytes()) for path in sorted(pathlib.Path(folder).iterdir())]

    def completions(self):
        """The completion script of each shell."""
        return {
            shell: run(self.binary, "completions", shell).encode() for shell in ("bash", "zsh", "fish")
        }

    def program(self):
        """What every package has: the binary, manual pages, completions."""
        scripts = self.completions()
        return [
            Entry("bin/specctl", self.binary.read_bytes(), 0o755),
            Entry("share/bash-completion/completions/specctl", scripts["bash"]),
            Entry("share/fish/vendor_completions.d/specctl.fish", scripts["fish"]),
            *(Entry(f"share/man/man1/{name}", text) for name, text in self.manual_pages()),
            Entry("share/zsh/site-functions/_specctl", scripts["zsh"]),
        ]


def _plain():
    return {**os.environ, "LC_ALL": "C"}
