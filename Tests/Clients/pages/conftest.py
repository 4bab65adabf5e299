"""Pages of plans."""

import pathlib

import pytest

from plans import PROJECT, write_page, write_tasks


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
