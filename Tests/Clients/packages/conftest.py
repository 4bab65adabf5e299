"""What is made from a release, as `make dist` leaves it; without a release these tests are skipped."""

import os
import pathlib

import pytest
from machine import ROOT, run


@pytest.fixture(scope="session")
def dist():
    folder = pathlib.Path(os.environ.get("SPECCTL_DIST", ROOT / ".build/dist"))
    if not (folder / "SHA256SUMS").exists():
        pytest.skip("there are no packages: run make dist")
    return folder


def only(folder, pattern):
    """The one file of a kind."""
    found = sorted(folder.glob(pattern))
    if not found and pattern.endswith(".deb"):
        pytest.skip("there is no Debian package, since there was no dpkg-deb")
    assert len(found) == 1, f"{pattern}: {found}"
    return found[0]


@pytest.fixture(scope="session")
def archive(dist):
    return only(dist, "specctl-*-linux-*.tar.gz")


@pytest.fixture(scope="session")
def package(dist):
    return only(dist, "specctl_*.deb")


@pytest.fixture(scope="session")
def wheel(dist):
    return only(dist, "specctl-*.whl")


@pytest.fixture(scope="session")
def materials(dist):
    return only(dist, "specctl-*.spdx.json")


@pytest.fixture(scope="session")
def version(dist):
    return run(dist / "specctl/specctl", "--version").stdout.strip()
