import os
import re
import subprocess

import pytest
from machine import completes, run, snapshot, tool


def as_root(*command):
    """A command as root, or as what looks like root; where neither is allowed, a skip."""
    if os.geteuid() == 0:
        return command
    unshare = ("unshare", "--map-root-user", "--map-auto")
    if subprocess.run([*unshare, "true"], capture_output=True, check=False).returncode != 0:
        pytest.skip("packages can be installed as root only")
    return (*unshare, *command)


def test_lintian_has_no_word_to_say(package):
    said = run(tool("lintian"), "--fail-on", "error,warning", "--tag-display-limit", "0", package)
    assert said.stdout == ""


def test_every_override_says_why(package, tmp_path):
    run(tool("dpkg-deb"), "-x", package, tmp_path)
    lines = (tmp_path / "usr/share/lintian/overrides/specctl").read_text().splitlines()
    overrides = [number for number, line in enumerate(lines) if line and not line.startswith("#")]
    assert overrides and all(re.match(r"# \S+: \S+", lines[number - 1]) for number in overrides)


def test_the_dependencies_are_those_that_debian_finds(package, tmp_path):
    run(tool("dpkg-deb"), "-x", package, tmp_path)
    debian = tmp_path / "debian"
    debian.mkdir()
    (debian / "control").write_text("Source: specctl\n\nPackage: specctl\nArchitecture: any\n")
    found = run(tool("dpkg-shlibdeps"), "-O", tmp_path / "usr/bin/specctl", cwd=tmp_path).stdout
    wanted = set(found.strip().removeprefix("shlibs:Depends=").split(", "))
    stated = set(run("dpkg-deb", "-f", package, "Depends").stdout.strip().split(", "))
    # Debian says what its own packages were built to promise, which may be more than the symbols need.
    assert {name.split(" ")[0] for name in stated} == {name.split(" ")[0] for name in wanted}
    assert stated == wanted


def test_the_size_is_what_the_files_take(package, tmp_path):
    run(tool("dpkg-deb"), "-x", package, tmp_path)
    stated = int(run("dpkg-deb", "-f", package, "Installed-Size").stdout)
    files = sum(-(-path.stat().st_size // 1024) for path in tmp_path.rglob("*") if path.is_file())
    folders = sum(1 for path in tmp_path.rglob("*") if path.is_dir())
    assert abs(stated - files - folders) <= 2


@pytest.fixture
def system(tmp_path):
    """An empty system of its own that knows the libraries of this one to be installed."""
    admin = tmp_path / "system/var/lib/dpkg"
    (admin / "info").mkdir(parents=True)
    (admin / "updates").mkdir()
    status = run(tool("dpkg-query"), "--status", "libc6", "libgcc-s1", status=None).stdout
    (admin / "status").write_text(status)
    for name, architecture in re.findall(r"Package: (\S+)(?s:.*?)Architecture: (\S+)", status):
        (admin / f"info/{name}:{architecture}.list").write_text("/.\n")
    return tmp_path / "system"


def test_it_is_installed_and_removed_without_traces(package, system, version):
    dpkg = as_root(tool("dpkg"), f"--root={system}", "--force-script-chrootless", "--log=/dev/null")
    before = snapshot(system)
    assert run(*dpkg, "--install", package).stderr == ""

    assert run(system / "usr/bin/specctl", "--version").stdout == f"{version}\n"
    assert run("dpkg", f"--root={system}", "--verify", "specctl").stdout == ""
    listed = run("dpkg-query", f"--root={system}", "--listfiles", "specctl").stdout
    assert "/usr/share/man/man1/specctl-plan.1.gz" in listed.split()
    share = system / "usr/share"
    pages = {**os.environ, "MANPATH": str(share / "man"), "MANWIDTH": "80", "LC_ALL": "C.UTF-8"}
    if os.environ.get("PATH"):
        shown = run(tool("man"), "--warnings", "specctl", env=pages)
        assert shown.stderr == "" and f"specctl {version}" in shown.stdout
    assert completes("bash", share / "bash-completion/completions/specctl")

    run(*dpkg, "--purge", "specctl")
    after = snapshot(system)
    changed = {name for name in {*before, *after} if before.get(name, "") != after.get(name, "")}
    # What dpkg writes for itself whatever is installed.
    assert {name for name in changed if not name.startswith("var/lib/dpkg")} <= {"usr", "usr/share"}
    assert "specctl" not in (system / "var/lib/dpkg/status").read_text()


def test_it_is_refused_where_the_c_library_is_older(package, system):
    status = system / "var/lib/dpkg/status"
    status.write_text(re.sub(r"(Package: libc6\n(?s:.*?)Version: )\S+", r"\g<1>2.31-1", status.read_text()))
    dpkg = as_root(tool("dpkg"), f"--root={system}", "--force-script-chrootless", "--log=/dev/null")
    refused = run(*dpkg, "--install", package, status=1)
    assert "specctl depends on libc6 (>= 2." in refused.stderr


@pytest.mark.parametrize(
    "shell, script",
    [("zsh", "zsh/vendor-completions/_specctl"), ("fish", "fish/vendor_completions.d/specctl.fish")],
)
def test_shells_find_the_completions_where_debian_has_them(package, tmp_path, shell, script):
    run(tool("dpkg-deb"), "-x", package, tmp_path)
    assert completes(shell, tmp_path / "usr/share" / script)


def test_the_checksums_inside_fit(package, tmp_path):
    run(tool("dpkg-deb"), "-R", package, tmp_path)
    run("md5sum", "--check", "--strict", "--quiet", "DEBIAN/md5sums", cwd=tmp_path)
    listed = {line.split("  ")[1] for line in (tmp_path / "DEBIAN/md5sums").read_text().splitlines()}
    files = {str(path.relative_to(tmp_path)) for path in (tmp_path / "usr").rglob("*") if path.is_file()}
    assert listed == files
