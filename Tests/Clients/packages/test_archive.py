import gzip
import hashlib
import os
import pathlib
import re
import sys
import tarfile

import pytest
from machine import ROOT, completes, run, tool


def test_the_checksums_are_those_of_all_packages(dist):
    listed = dict(reversed(line.split("  ")) for line in (dist / "SHA256SUMS").read_text().splitlines())
    packages = {path.name for path in dist.iterdir() if path.name.startswith("specctl") and path.is_file()}
    assert set(listed) == packages
    assert listed == {name: hashlib.sha256((dist / name).read_bytes()).hexdigest() for name in listed}
    assert list(listed) == sorted(listed)


def test_the_archive_is_sorted_and_says_nothing_of_who_made_it_when(archive):
    with tarfile.open(archive) as content:
        members = content.getmembers()
    names = [member.name for member in members]
    assert names == sorted(names)
    assert {member.mtime for member in members} and len({member.mtime for member in members}) == 1
    assert {(member.uid, member.gid, member.uname, member.gname) for member in members} == {(0, 0, "", "")}
    assert {member.mode for member in members if member.isdir()} == {0o755}
    programs = [member.name for member in members if member.isfile() and member.mode != 0o644]
    assert programs == [f"{names[0]}/bin/specctl"]
    assert archive.read_bytes()[4:8] == b"\0\0\0\0", "gzip has a time of its own"
    assert len(gzip.decompress(archive.read_bytes())) < 26214400


@pytest.fixture(scope="module")
def unpacked(archive, tmp_path_factory):
    folder = tmp_path_factory.mktemp("unpacked")
    run("tar", "-xzf", archive, "-C", folder, "--strip-components=1")
    return folder


def test_the_program_runs_from_where_it_was_unpacked(unpacked, version):
    assert run(unpacked / "bin/specctl", "--version").stdout == f"{version}\n"
    fixture = ROOT / "Fixtures/trading-dashboard"
    assert "waves" in run(unpacked / "bin/specctl", "plan", "--root", fixture).stdout


def test_every_library_that_is_linked_in_has_its_licence_there(unpacked, materials):
    licences = {path.stem for path in (unpacked / "share/doc/specctl/licenses").iterdir()}
    # The toolchain has one licence for all that comes with it.
    linked = {line.split(" ")[0] for line in (materials.parent / "materials").read_text().splitlines()}
    assert licences == linked - {"libdispatch"}
    assert (unpacked / "share/doc/specctl/LICENSE").read_bytes() == (ROOT / "LICENSE").read_bytes()


@pytest.mark.parametrize(
    "shell, script",
    [
        ("bash", "bash-completion/completions/specctl"),
        ("zsh", "zsh/site-functions/_specctl"),
        ("fish", "fish/vendor_completions.d/specctl.fish"),
    ],
)
def test_shells_complete_with_the_scripts(unpacked, shell, script):
    assert completes(shell, unpacked / "share" / script)


def test_manual_pages_are_what_readers_of_them_want(unpacked):
    pages = sorted((unpacked / "share/man/man1").iterdir())
    assert len(pages) > 10
    for page in pages:
        assert f'"specctl {run(unpacked / "bin/specctl", "--version").stdout.strip()}"' in page.read_text()
    shown = run(tool("man"), "--warnings", "-l", *pages, env={**os.environ, "MANWIDTH": "80", "LC_ALL": "C.UTF-8"})
    assert shown.stderr == ""
    assert re.search(r"^ +specctl-plan - \w+", shown.stdout, re.MULTILINE)
    # Every page that is referred to is there.
    warnings = run(
        tool("mandoc"), "-T", "lint", "-W", "warning", *pages, env={**os.environ, "MANPATH": str(unpacked / "share/man")}
    )
    assert warnings.stdout == ""


def test_the_same_release_gives_the_same_bytes(dist, tmp_path):
    """Wherever, whenever and by whomever packages are made."""
    made = tmp_path / "made anew"
    environment = {**os.environ, "TZ": "Asia/Kathmandu", "LC_ALL": "C", "HOME": str(tmp_path)}
    program = ROOT / "Packaging/make_packages.py"
    run(
        sys.executable, "-B", program, "--release", dist / "specctl", "--out", made,
        env=environment, umask=0o077, cwd=tmp_path,
    )  # fmt: skip
    assert (made / "SHA256SUMS").read_text() == (dist / "SHA256SUMS").read_text()
    assert {path.name for path in made.iterdir()} == {
        *(line.split("  ")[1] for line in (made / "SHA256SUMS").read_text().splitlines()), "SHA256SUMS"
    }  # fmt: skip


def test_packages_have_no_path_of_the_machine_that_made_them(dist):
    content = (dist / "specctl/specctl").read_bytes()
    assert str(ROOT).encode() not in content
    assert str(pathlib.Path.home()).encode() + b"/" not in content or pathlib.Path.home() == pathlib.Path("/")
