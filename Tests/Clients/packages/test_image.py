import re

from machine import ROOT, run, tool

IMAGE = ROOT / "Packaging/Dockerfile"


def test_hadolint_finds_nothing():
    assert run(tool("hadolint"), IMAGE).stdout == ""


def test_hadolint_would_find_something(tmp_path):
    bad = tmp_path / "Dockerfile"
    bad.write_text("FROM debian\nRUN cd / && sudo apt-get install -y git\n")
    assert "DL3006" in run(tool("hadolint"), bad, status=1).stdout


def test_every_line_copies_what_the_release_has(archive, version):
    text = IMAGE.read_text()
    copied = re.search(r"(?m)^COPY (.*) \./$", text).group(1).replace("${VERSION}", version).split()
    assert all((archive.parent / name).is_file() for name in copied), copied
    assert "sha256sum --check --strict" in text


def test_the_last_stage_is_nobody():
    last = IMAGE.read_text().rsplit("\nFROM ", 1)[1]
    user = re.search(r"(?m)^USER (\d+):(\d+)$", last)
    assert user and int(user.group(1)) > 0
