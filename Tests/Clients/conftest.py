"""The browser that tests look at pages with."""

import pytest

from browser import DRIVER, Browser


@pytest.fixture(scope="session")
def one_browser(tmp_path_factory):
    if DRIVER is None:
        pytest.skip("no chromedriver: scripts/setup.sh browser installs it")
    browser = Browser(tmp_path_factory.mktemp("profile"))
    yield browser
    browser.end()


@pytest.fixture
def browser(one_browser) -> Browser:
    """The browser, as everybody has it who has changed nothing; nothing may complain while it is used."""
    one_browser.look()
    yield one_browser
    assert one_browser.complaints() == []
