import functools
import hashlib
import http.server
import os
import pathlib
import shutil
import ssl
import subprocess
import tarfile
import threading

import pytest
from machine import ROOT, run, snapshot, tool

SCRIPT = ROOT / "scripts/install.sh"


@pytest.fixture
def release(dist, archive, tmp_path):
    """A folder with what a release has, to be spoilt."""
    folder = tmp_path / "release"
    folder.mkdir()
    shutil.copy(archive, folder)
    shutil.copy(dist / "SHA256SUMS", folder)
    return folder


@pytest.fixture
def prefix(tmp_path):
    return tmp_path / "with a space/prefix"


def install(*options, status=0, **variables):
    environment = {"PATH": os.environ["PATH"], "HOME": "/nonexistent", **variables}
    return run("sh", SCRIPT, *options, status=status, env=environment)


@pytest.fixture
def server(release):
    class Handler(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

        def do_GET(self):
            if self.path.startswith("/half/"):
                # Says more than it sends, and hangs up.
                data = (release / self.path.rsplit("/", 1)[1]).read_bytes()
                self.send_response(200)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data[: len(data) // 2] if self.path.endswith(".gz") else data)
                return None
            return super().do_GET()

    address = ("127.0.0.1", 0)
    with http.server.ThreadingHTTPServer(address, functools.partial(Handler, directory=release)) as found:
        threading.Thread(target=found.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{found.server_address[1]}"
        found.shutdown()


def spoil(release, change):
    """Packs the archive anew with a change, and gives it the checksum that fits."""
    (archive,) = release.glob("*.tar.gz")
    folder = release.parent / "changed"
    run("mkdir", folder)
    run("tar", "-xzf", archive, "-C", folder)
    (top,) = folder.iterdir()
    change(top)
    run("tar", "-czf", archive, "-C", folder, top.name)
    digest = hashlib.sha256(archive.read_bytes()).hexdigest()
    (release / "SHA256SUMS").write_text(f"{digest}  {archive.name}\n")


def test_it_installs_from_a_folder_and_removes_everything(release, prefix, version):
    said = install("--from", release, "--prefix", prefix).stderr
    assert f"specctl {version} is in '{prefix}/bin'" in said and "on your PATH" in said
    assert run(prefix / "bin/specctl", "--version").stdout == f"{version}\n"
    names = set(snapshot(prefix))
    assert {"share/man/man1/specctl.1", "share/doc/specctl/LICENSE"} <= names
    assert not [name for name in names if name.startswith(".")]
    install("--uninstall", "--prefix", prefix)
    assert snapshot(prefix) == {}


def test_the_variables_say_it_too(release, tmp_path, version):
    install(SPECCTL_BASE_URL=f"file://{release}", SPECCTL_VERSION=version, HOME=str(tmp_path))
    assert (tmp_path / ".local/bin/specctl").exists()


def test_what_is_there_already_stays(release, prefix):
    (prefix / "share/man/man1").mkdir(parents=True)
    (prefix / "share/man/man1/other.1").write_text("other")
    (prefix / "bin").mkdir()
    (prefix / "bin/other").write_text("other")
    before = snapshot(prefix)
    install("--from", release, "--prefix", prefix)
    install("--uninstall", "--prefix", prefix)
    assert snapshot(prefix) == before


@pytest.mark.parametrize("downloader", ["curl", "wget"])
def test_it_downloads(server, prefix, version, tmp_path, downloader):
    programs = tmp_path / "programs"
    programs.mkdir()
    (programs / downloader).symlink_to(tool(downloader))
    for name in [
        "sh", "uname", "tar", "gzip", "sed", "grep", "find", "sort", "mktemp", "cut", "sha256sum", "rm",
        "mkdir", "cp", "mv", "rmdir",
    ]:  # fmt: skip
        (programs / name).symlink_to(tool(name))
    install("--from", server + "/", "--prefix", prefix, "--version", f"v{version}", PATH=str(programs))
    assert run(prefix / "bin/specctl", "--version").stdout == f"{version}\n"


def test_what_is_asked_for_over_https_comes_over_nothing_else(release, server, prefix, tmp_path):
    """A server of https that leads to one of http, where anybody could have changed everything."""
    tool("curl")
    key = tmp_path / "key.pem"
    run(
        tool("openssl"), "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout", key,
        "-out", tmp_path / "certificate.pem", "-subj", "/CN=localhost",
        "-addext", "subjectAltName=DNS:localhost",
    )  # fmt: skip

    class Handler(http.server.SimpleHTTPRequestHandler):
        leads_away = False

        def log_message(self, *_):
            pass

        def do_GET(self):
            if not Handler.leads_away:
                return super().do_GET()
            self.send_response(302)
            self.send_header("Location", server + self.path)
            self.end_headers()
            return None

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "certificate.pem", key)
    handler = functools.partial(Handler, directory=release)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as found:
        found.socket = context.wrap_socket(found.socket, server_side=True)
        threading.Thread(target=found.serve_forever, daemon=True).start()
        address = f"https://localhost:{found.server_address[1]}"
        trust = {"CURL_CA_BUNDLE": str(tmp_path / "certificate.pem")}
        install("--from", address, "--prefix", tmp_path / "first", **trust)
        Handler.leads_away = True
        assert "cannot get 'SHA256SUMS'" in refused(prefix, "--from", address, **trust)
        found.shutdown()


def refused(prefix, *options, **variables):
    """What an installation that must fail says; nothing may be left of it."""
    before = snapshot(prefix) if prefix.exists() else {}
    said = install(*options, "--prefix", prefix, status=1, **variables).stderr
    assert (snapshot(prefix) if prefix.exists() else {}) == before
    assert said.startswith("install: ") or "\ninstall: " in said, said
    return said


def test_a_changed_archive_is_refused(release, prefix):
    (archive,) = release.glob("*.tar.gz")
    data = bytearray(archive.read_bytes())
    data[len(data) // 2] ^= 1
    archive.write_bytes(data)
    assert "is not what was released" in refused(prefix, "--from", release)


def test_half_an_archive_is_refused(server, prefix):
    assert "cannot get 'specctl-" in refused(prefix, "--from", f"{server}/half")


def test_half_an_archive_is_refused_after_a_silent_loss(release, prefix):
    (archive,) = release.glob("*.tar.gz")
    archive.write_bytes(archive.read_bytes()[:100_000])
    assert "is not what was released" in refused(prefix, "--from", release)


def test_a_refusal_leaves_the_version_that_is_there(release, prefix):
    install("--from", release, "--prefix", prefix)
    (archive,) = release.glob("*.tar.gz")
    archive.write_bytes(b"nothing")
    refused(prefix, "--from", release)
    assert run(prefix / "bin/specctl", "--version").returncode == 0


def test_missing_files_and_checksums_are_told(release, server, prefix):
    assert "cannot get 'SHA256SUMS'" in refused(prefix, "--from", f"{server}/nowhere")
    assert "there is no folder" in refused(prefix, "--from", release / "nowhere")
    assert "do not list 'specctl-9.9.9-linux" in refused(prefix, "--from", release, "--version", "9.9.9")
    (release / "SHA256SUMS").write_text("")
    assert "has no release for" in refused(prefix, "--from", release)


def test_several_releases_ask_for_a_version(release, prefix, version):
    sums = release / "SHA256SUMS"
    sums.write_text(sums.read_text() + sums.read_text().replace(version, "9.9.9"))
    assert "several releases" in refused(prefix, "--from", release)
    install("--from", release, "--prefix", prefix, "--version", version)


@pytest.mark.parametrize(
    "system, machine, word",
    [("Linux", "aarch64", "no release for 'aarch64'"), ("Darwin", "x86_64", "this is Darwin")],
)
def test_other_machines_are_refused(release, prefix, tmp_path, system, machine, word):
    programs = tmp_path / "programs"
    programs.mkdir()
    uname = programs / "uname"
    uname.write_text(f"#!/bin/sh\ncase $1 in -s) echo {system} ;; -m) echo {machine} ;; esac\n")
    uname.chmod(0o755)
    path = f"{programs}:{os.environ['PATH']}"
    assert word in refused(prefix, "--from", release, PATH=path)


def test_a_place_that_cannot_be_written_to_is_told(release, tmp_path):
    assert "cannot make '/proc/specctl'" in install(
        "--from", release, "--prefix", "/proc/specctl", status=1
    ).stderr
    assert "cannot write in '/proc'" in install("--from", release, "--prefix", "/proc", status=1).stderr
    (tmp_path / "a file").write_text("here")
    said = install("--from", release, "--prefix", tmp_path / "a file/prefix", status=1).stderr
    assert "cannot make" in said
    assert (tmp_path / "a file").read_text() == "here"


def test_files_belong_to_who_installs_them(release, prefix):
    if os.geteuid() != 0:
        pytest.skip("only root could give files away")
    (archive,) = release.glob("*.tar.gz")
    folder = release.parent / "given"
    folder.mkdir()
    run("tar", "-xzf", archive, "-C", folder)
    (top,) = folder.iterdir()
    run("tar", "--owner=12345", "--group=12345", "-czf", archive, "-C", folder, top.name)
    digest = hashlib.sha256(archive.read_bytes()).hexdigest()
    (release / "SHA256SUMS").write_text(f"{digest}  {archive.name}\n")
    install("--from", release, "--prefix", prefix)
    assert {path.stat().st_uid for path in prefix.rglob("*")} == {0}


def test_everybody_can_use_what_root_installs(release, prefix):
    environment = {"PATH": os.environ["PATH"], "HOME": "/nonexistent"}
    run("sh", SCRIPT, "--from", release, "--prefix", prefix, env=environment, umask=0o077)
    modes = {path.stat().st_mode & 0o777 for path in [prefix, *prefix.rglob("*")] if path.is_dir()}
    assert modes == {0o755}
    assert (prefix / "share/doc/specctl/installed-files.txt").stat().st_mode & 0o777 == 0o644


def test_a_prefix_on_the_path_needs_no_word(release, prefix):
    path = f"{os.environ['PATH']}:{prefix}/bin"
    assert "on your PATH" not in install("--from", release, "--prefix", prefix, PATH=path).stderr


def test_another_program_for_checksums_will_do(release, prefix, tmp_path):
    programs = tmp_path / "programs"
    programs.mkdir()
    for name in [
        "sh", "uname", "tar", "gzip", "sed", "grep", "find", "sort", "mktemp", "cut", "shasum", "perl",
        "rm", "mkdir", "cp", "mv", "rmdir",
    ]:  # fmt: skip
        (programs / name).symlink_to(tool(name))
    install("--from", release, "--prefix", prefix, PATH=str(programs))
    (programs / "shasum").unlink()
    assert "neither 'sha256sum' nor 'shasum'" in refused(prefix, "--from", release, PATH=str(programs))


def test_only_the_very_name_has_the_checksum(release, prefix, version):
    """The dots of a version mean themselves."""
    sums = release / "SHA256SUMS"
    other = sums.read_text().replace(version, version.replace(".", "x"))
    sums.write_text(other + sums.read_text())
    install("--from", release, "--prefix", prefix)


def test_a_missing_tool_is_told(release, prefix, tmp_path):
    programs = tmp_path / "programs"
    programs.mkdir()
    for name in ["sh", "uname", "mktemp", "mkdir", "rm"]:
        (programs / name).symlink_to(tool(name))
    assert "'tar' is missing" in refused(prefix, "--from", release, PATH=str(programs))


def test_a_program_that_does_not_run_here_is_refused(release, prefix):
    def change(top):
        (top / "bin/specctl").write_text("#!/bin/sh\necho 'GLIBC_2.99 not found' >&2\nexit 1\n")

    spoil(release, change)
    said = refused(prefix, "--from", release)
    assert "does not run here" in said and "GLIBC_2.99" in said


def test_an_archive_of_another_version_is_refused(release, prefix):
    def change(top):
        (top / "bin/specctl").write_text("#!/bin/sh\necho 8.8.8\n")

    spoil(release, change)
    assert "has version '8.8.8'" in refused(prefix, "--from", release)


def test_an_archive_that_leads_elsewhere_is_refused(release, prefix, tmp_path):
    spoil(release, lambda top: (top / "share/evil").symlink_to("/etc"))
    assert "has links" in refused(prefix, "--from", release)
    (archive,) = release.glob("*.tar.gz")
    top = archive.name.removesuffix(".tar.gz")
    for name in ["../outside", f"{top}/../../outside", "/tmp/outside", f"{top}/a name"]:
        with tarfile.open(archive, "w:gz") as content:
            content.addfile(tarfile.TarInfo(name))
        digest = hashlib.sha256(archive.read_bytes()).hexdigest()
        (release / "SHA256SUMS").write_text(f"{digest}  {archive.name}\n")
        assert "names that no release has" in refused(prefix, "--from", release)
    assert not (tmp_path / "outside").exists()


def test_an_installation_that_breaks_down_is_taken_back(release, prefix):
    """One place is taken by a folder, so putting files there fails half-way."""
    install("--from", release, "--prefix", prefix)
    (prefix / "share/man/man1/specctl-plan.1").unlink()
    (prefix / "share/man/man1/specctl-plan.1").mkdir()
    (prefix / "bin/specctl").write_text("#!/bin/sh\necho the one before\n")
    assert "is a folder" in refused(prefix, "--from", release)
    assert run(prefix / "bin/specctl").stdout == "the one before\n"


def test_a_first_installation_that_breaks_down_leaves_nothing(release, prefix):
    (prefix / "bin/specctl").mkdir(parents=True)
    assert "is a folder" in refused(prefix, "--from", release)


@pytest.mark.parametrize("signal, status", [("HUP", 129), ("INT", 130), ("TERM", 143)])
def test_a_signal_in_the_middle_leaves_nothing(release, prefix, tmp_path, signal, status):
    programs = tmp_path / "programs"
    programs.mkdir()
    move = programs / "mv"
    # The fifth file never arrives: the installer is told to stop instead.
    move.write_text(
        f"#!/bin/sh\necho >>'{tmp_path}/count'\n"
        f"[ $(wc -l <'{tmp_path}/count') -eq 5 ] && kill -{signal} $PPID && exec sleep 1\n"
        f"exec {tool('mv')} \"$@\"\n"
    )
    move.chmod(0o755)
    path = f"{programs}:{os.environ['PATH']}"
    said = install("--from", release, "--prefix", prefix, status=status, PATH=path)
    assert "is in" not in said.stderr
    assert snapshot(prefix) == {}


def test_what_cannot_be_brought_back_is_kept(release, prefix, tmp_path):
    install("--from", release, "--prefix", prefix)
    programs = tmp_path / "programs"
    programs.mkdir()
    move = programs / "mv"
    # From the fifth file on nothing can be moved, neither there nor back.
    move.write_text(
        f"#!/bin/sh\necho >>'{tmp_path}/count'\n[ $(wc -l <'{tmp_path}/count') -lt 5 ] || exit 1\n"
        f"exec {tool('mv')} \"$@\"\n"
    )
    move.chmod(0o755)
    path = f"{programs}:{os.environ['PATH']}"
    said = install("--from", release, "--prefix", prefix, status=1, PATH=path).stderr
    assert "could not bring back all that was in" in said
    (stage,) = prefix.glob(".specctl-install.*")
    assert f"see '{stage}/former'" in said
    assert [path for path in (stage / "former").rglob("*") if path.is_file()]


def test_an_update_removes_what_is_no_longer_in_it(release, prefix):
    def change(top):
        (top / "share/man/man1/specctl-former.1").write_text("former")

    shutil.copytree(release, release.parent / "now")
    spoil(release, change)
    install("--from", release, "--prefix", prefix)
    assert (prefix / "share/man/man1/specctl-former.1").exists()
    install("--from", release.parent / "now", "--prefix", prefix)
    assert not (prefix / "share/man/man1/specctl-former.1").exists()
    install("--uninstall", "--prefix", prefix)
    assert snapshot(prefix) == {}


def test_removing_what_is_not_there_is_told(prefix):
    prefix.mkdir(parents=True)
    assert "there is no specctl" in refused(prefix, "--uninstall")


def test_a_changed_list_does_not_remove_other_files(release, prefix, tmp_path):
    install("--from", release, "--prefix", prefix)
    other = tmp_path / "with a space/other"
    other.write_text("other")
    record = prefix / "share/doc/specctl/installed-files.txt"
    record.write_text("../other\n" + record.read_text())
    assert "has a name that is none" in refused(prefix, "--uninstall")
    assert other.exists()


@pytest.mark.parametrize(
    "options, word",
    [
        ([], "say where the release lies"),
        (["--from"], "'--from' needs a value"),
        (["--form", "x"], "'--form' is not known"),
        (["--from", "ftp://example.org"], "neither a folder nor an address"),
        (["--from", "http://example.org"], "is not encrypted"),
        (["--from", "http://localhost.example.org"], "is not encrypted"),
        (["--from", "http://localhost:80@example.org"], "a name in front of the host"),
        (["--from", "/", "--version", "1.0;rm"], "'1.0;rm' is no version"),
    ],
)
def test_wrong_usage_is_told(options, word):
    said = install(*options, status=64).stderr
    assert word in said and "usage: install.sh --from" in said


def test_the_script_says_how_to_use_it():
    assert "--from URL-OR-DIR" in install("--help").stdout


@pytest.mark.parametrize("shell", ["dash", "bash", "busybox"])
def test_shells_agree_on_the_script(shell, release, prefix, version):
    words = [tool(shell)] + (["sh"] if shell == "busybox" else [])
    run(*words, SCRIPT, "--from", release, "--prefix", prefix, env={"PATH": os.environ["PATH"], "HOME": "/"})
    assert run(prefix / "bin/specctl", "--version").stdout == f"{version}\n"


def test_shellcheck_finds_nothing():
    assert subprocess.run([tool("shellcheck"), "--shell=sh", SCRIPT], check=False).returncode == 0


def test_an_interrupted_script_does_nothing(tmp_path):
    """A script that was itself only half downloaded."""
    text = SCRIPT.read_text()
    home = tmp_path / "home"
    home.mkdir()
    for part in (1 / 4, 1 / 2, 3 / 4, 0.99):
        half = pathlib.Path(tmp_path, "half.sh")
        half.write_text(text[: int(len(text) * part)])
        run("sh", half, "--from", "/", status=None, env={"PATH": os.environ["PATH"], "HOME": str(home)})
        assert snapshot(home) == {}
