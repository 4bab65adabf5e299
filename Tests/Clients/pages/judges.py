"""Scripts of others that judge pages, out of wheels of which nothing else is used."""

import importlib.util
import pathlib

import pytest

# The wheels are installed without what they ask for: their Python would drive a browser of its own.
SCRIPTS = {
    "axe": ("axe_playwright_python", "axe.min.js"),
    "mermaid": ("mmdc", "assets/mermaid.js"),
}


def script(name: str) -> str:
    """The source of a script; the test is left out where its wheel is not installed."""
    package, path = SCRIPTS[name]
    found = importlib.util.find_spec(package)
    if found is None:
        pytest.skip(f"no {name}: scripts/test_clients.sh installs the wheels of Tests/Clients/scripts.txt")
    (folder,) = found.submodule_search_locations
    return (pathlib.Path(folder) / path).read_text(encoding="utf-8")
