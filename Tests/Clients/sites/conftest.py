"""Documentations of several workspaces."""

import http.server
import pathlib
import shutil
import subprocess
import threading

import pytest

from documentation import PROJECT, write_site


@pytest.fixture(scope="session")
def dashboard(tmp_path_factory) -> pathlib.Path:
    """A documentation of many features, with something of everything."""
    return write_site(tmp_path_factory.mktemp("dashboard") / "site é 😀", PROJECT / "Fixtures/trading-dashboard")


@pytest.fixture(scope="session")
def broken(tmp_path_factory) -> pathlib.Path:
    """A documentation with findings of all kinds, and without a plan."""
    root = PROJECT / "Fixtures/trading-dashboard-broken"
    return write_site(tmp_path_factory.mktemp("broken") / "site", root)


@pytest.fixture(scope="session")
def engine(tmp_path_factory) -> pathlib.Path:
    """A documentation of modules in layers."""
    return write_site(tmp_path_factory.mktemp("engine") / "site", PROJECT / "Fixtures/layered-engine")


@pytest.fixture(scope="session")
def traced(tmp_path_factory) -> pathlib.Path:
    """A documentation that knows code, tests and their results."""
    return write_site(
        tmp_path_factory.mktemp("traced") / "site",
        PROJECT / "Fixtures/traced-bakery",
        "--source-link",
        "https://example.org/bakery/blob/main",
    )


@pytest.fixture(scope="session")
def changed(tmp_path_factory) -> pathlib.Path:
    """A documentation that says what has changed."""
    folder = tmp_path_factory.mktemp("changed")
    root = folder / "root"
    shutil.copytree(PROJECT / "Fixtures/bookshop", root)
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "Begin"]):
        subprocess.run(
            ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *command],
            cwd=root, check=True, timeout=30,
        )
    for tasks in root.rglob("tasks.md"):
        tasks.write_text(tasks.read_text("utf-8").replace("[ ] ", "[x] ", 2) + "\n- [ ] 99. One more\n", "utf-8")
    return write_site(folder / "site", root, "--since", "HEAD", "--title", "Book & <shop>")


@pytest.fixture
def served(dashboard):
    """The address of the documentation on a server."""

    class Handler(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *arguments):
            super().__init__(*arguments, directory=str(dashboard))

        def log_message(self, *arguments):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()
