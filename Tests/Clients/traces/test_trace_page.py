"""`specctl trace --format html`, as it is in a browser."""

import os
import pathlib
import shutil
import subprocess

import pytest

from accessibility import faults_of_axe, faults_of_names, faults_of_structure
from browser import Browser

PROJECT = pathlib.Path(__file__).resolve().parents[3]
SPECCTL = os.environ.get("SPECCTL", str(PROJECT / ".build/debug/specctl"))


@pytest.fixture(scope="module")
def bakery(tmp_path_factory) -> pathlib.Path:
    """The trace that the manual shows: with proofs, failures and tags that name nothing."""
    page = tmp_path_factory.mktemp("bakery") / "trace é 😀.html"
    root = PROJECT / "Fixtures/traced-bakery"
    subprocess.run([SPECCTL, "trace", "--root", str(root), "--output", str(page)], check=True, timeout=60)
    return page


@pytest.fixture(scope="module")
def hostile(tmp_path_factory) -> pathlib.Path:
    """A trace of documents, tags and results that mean ill."""
    folder = tmp_path_factory.mktemp("hostile")
    root = folder / "root"
    shutil.copytree(PROJECT / "Fixtures/traced-bakery", root)
    words = "</script><img src=x onerror=window.injected=1>\u202e\"'> & é 😀"
    requirements = root / ".claude/specs/orders/requirements.md"
    requirements.write_text(
        requirements.read_text("utf-8").replace("WHEN a guest orders", f"WHEN {words}"), "utf-8"
    )
    (root / "tests/hostile.test.js").write_text(f"// @spec orders/1.1\ntest(`{words}`, () => {{}});\n", "utf-8")
    name = words.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;").replace("\u202e", "")
    (root / "reports/hostile.xml").write_text(
        f'<testsuite name="{name}"><testcase classname="{name}" name="{name} @spec orders/1.2">'
        f'<failure message="{name}"/></testcase></testsuite>',
        "utf-8",
    )
    page = folder / "trace.html"
    subprocess.run([SPECCTL, "trace", "--root", str(root), "--output", str(page)], check=True, timeout=60)
    return page


pages = pytest.mark.parametrize("name", ["bakery", "hostile"])


@pages
def test_a_page_asks_for_nothing_and_runs_nothing_else(browser: Browser, name, request):
    browser.open(request.getfixturevalue(name))
    assert len(browser.requests()) == 1
    assert browser.run("return window.injected ?? null") is None
    assert browser.count("script") == 1 and browser.count("img") == 0


@pages
def test_axe_finds_nothing(browser: Browser, name, request):
    browser.open(request.getfixturevalue(name))
    passed, faults = faults_of_axe(browser)
    assert len(passed) > 45
    assert faults == []


@pages
def test_axe_can_read_every_text_in_the_dark(browser: Browser, name, request):
    browser.look(theme="dark")
    browser.open(request.getfixturevalue(name))
    passed, faults = faults_of_axe(browser, ("color-contrast",))
    assert passed == ["color-contrast"]
    assert faults == []


@pages
def test_the_structure_is_sound(browser: Browser, name, request):
    browser.open(request.getfixturevalue(name))
    assert faults_of_structure(browser) == []
    checked, faults = faults_of_names(browser)
    assert checked > 8
    assert faults == []


@pytest.mark.parametrize("width", [360, 768, 1050, 1280])
@pages
def test_the_window_never_moves_sideways(browser: Browser, name, width, request):
    browser.look(width, 800)
    browser.open(request.getfixturevalue(name))
    assert browser.run("return document.scrollingElement.scrollWidth") <= width
