"""Pages of plans, and a browser to look at them with."""

import pathlib

import pytest

from browser import DRIVER, Browser
from plans import PROJECT, write_page, write_tasks


def pytest_collection_modifyitems(items):
    if DRIVER is not None:
        return
    missing = pytest.mark.skip(reason="no chromedriver: scripts/setup.sh browser installs it")
    for item in items:
        if item.path.parent == pathlib.Path(__file__).parent:
            item.add_marker(missing)


@pytest.fixture(scope="session")
def shop(tmp_path_factory) -> pathlib.Path:
    """The page of the workspace that the manual shows."""
    return write_page(tmp_path_factory.mktemp("shop"), PROJECT / "Fixtures/bookshop")


@pytest.fixture(scope="session")
def dashboard(tmp_path_factory) -> pathlib.Path:
    """A page with many features and all that there is."""
    return write_page(tmp_path_factory.mktemp("dashboard"), PROJECT / "Fixtures/trading-dashboard")


@pytest.fixture(scope="session")
def crowd(tmp_path_factory) -> pathlib.Path:
    """The page of 500 tasks."""
    root = tmp_path_factory.mktemp("crowd")
    for feature in range(25):
        lines = []
        for task in range(1, 21):
            lines.append(f"- [ ] {task}. Build part {task} of the thing")
            if task > 3:
                lines.append(f"  - _Depends: {task - 2}, {task // 2}_")
            if task == 7:
                lines.append(f"  - File: src/shared_{feature % 6}.py")
        write_tasks(root, f"feature-{feature:02}", lines)
    return write_page(tmp_path_factory.mktemp("crowd-page"), root)


@pytest.fixture(scope="session")
def one_browser(tmp_path_factory):
    browser = Browser(tmp_path_factory.mktemp("profile"))
    yield browser
    browser.end()


@pytest.fixture
def browser(one_browser) -> Browser:
    """The browser, as everybody has it who has changed nothing; nothing may complain while it is used."""
    one_browser.look()
    yield one_browser
    assert one_browser.complaints() == []
