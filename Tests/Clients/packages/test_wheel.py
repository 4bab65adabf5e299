import base64
import csv
import hashlib
import re
import stat
import sys
import zipfile

import pytest
from machine import ROOT, run, snapshot
from packaging.metadata import Metadata
from packaging.utils import parse_wheel_filename


@pytest.fixture(scope="module")
def content(wheel):
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_record_lists_every_file(content, version):
    record = f"specctl-{version}.dist-info/RECORD"
    rows = list(csv.reader(content[record].decode().splitlines()))
    assert [row[0] for row in rows] == list(content)
    for name, digest, size in rows[:-1]:
        found = base64.urlsafe_b64encode(hashlib.sha256(content[name]).digest()).decode().rstrip("=")
        assert (digest, size) == (f"sha256={found}", str(len(content[name])))
    assert rows[-1] == [record, "", ""]


def test_the_metadata_is_valid(content, version):
    text = content[f"specctl-{version}.dist-info/METADATA"]
    metadata = Metadata.from_email(text, validate=True)
    assert (metadata.name, str(metadata.version)) == ("specctl", version)
    assert metadata.license_expression == "Apache-2.0"
    for name in metadata.license_files:
        assert f"specctl-{version}.dist-info/licenses/{name}" in content
    assert not [name for name in metadata.classifiers if name.startswith("License ::")]


def test_the_name_says_what_it_is_and_runs_on(wheel, content, version):
    name, found, _, tags = parse_wheel_filename(wheel.name)
    assert (name, str(found)) == ("specctl", version)
    facts = content[f"specctl-{version}.dist-info/WHEEL"].decode()
    assert re.findall(r"(?m)^Tag: (.*)$", facts) == [str(tag) for tag in tags]
    assert "Root-Is-Purelib: false" in facts


def test_the_tag_is_the_widest_that_is_true(wheel):
    """The C library named is neither older than the symbols need nor newer."""
    shown = run(sys.executable, "-m", "auditwheel", "show", wheel).stdout
    tag = re.search(r'platform tag:\s+"([^"]+)"', shown).group(1)
    assert wheel.stem.endswith(f"-{tag}")


def test_only_the_program_can_be_run(wheel):
    with zipfile.ZipFile(wheel) as archive:
        modes = {info.filename: stat.S_IMODE(info.external_attr >> 16) for info in archive.infolist()}
        assert len({info.date_time for info in archive.infolist()}) == 1
    program = [name for name, mode in modes.items() if mode == 0o755]
    assert [name.split("/")[1:] for name in program] == [["scripts", "specctl"]]
    assert {mode for name, mode in modes.items() if name not in program} == {0o644}


def test_pip_installs_it_and_leaves_nothing_when_it_removes_it(wheel, version, tmp_path):
    environment = tmp_path / "venv"
    run(sys.executable, "-m", "venv", environment)
    before = snapshot(environment)
    pip = [environment / "bin/pip", "--disable-pip-version-check", "--no-cache-dir"]
    installed = run(*pip, "install", "--no-index", wheel)
    assert "WARNING" not in installed.stderr
    program = environment / "bin/specctl"
    assert run(program, "--version").stdout == f"{version}\n"
    assert f"Version: {version}\n" in run(*pip, "show", "--files", "specctl").stdout
    assert run(*pip, "check").returncode == 0
    fixture = ROOT / "Fixtures/trading-dashboard"
    assert "waves" in run(program, "plan", "--root", fixture).stdout
    run(*pip, "uninstall", "--yes", "specctl")
    assert snapshot(environment) == before
