"""Every snippet of docs/editors.md is well formed, and starts the server as it is started here."""

import json
import re
import tomllib

import esprima
import pytest
from luaparser import ast
from ruamel.yaml import YAML

from conftest import PROJECT

DOCUMENT = (PROJECT / "docs/editors.md").read_text(encoding="utf-8")
SNIPPETS = re.findall(r"^```(\w+)\n(.*?)^```$", DOCUMENT, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("language,text", SNIPPETS)
def test_snippet_is_well_formed(language, text):
    match language:
        case "json":
            assert json.loads(text)
        case "toml":
            assert tomllib.loads(text)
        case "lua":
            assert ast.parse(text).body.body
        case "js":
            assert esprima.parseScript(text).body
        case "rust":
            # There is no reader of Rust on PyPI: at least every bracket is closed.
            for pair in ("()", "{}", "[]"):
                assert text.count(pair[0]) == text.count(pair[1])
        case "sh":
            assert text.strip()
        case "yaml":
            YAML(typ="safe").load(text)
        case _:
            raise AssertionError(f"no test reads '{language}'")


def test_every_editor_is_told_the_same_command():
    starting = [text for _, text in SNIPPETS if '"lsp"' in text]
    assert len(starting) == 4
    assert all('"specctl"' in text for text in starting)


def test_a_folder_without_specs_starts_nothing_in_vs_code():
    package = next(
        json.loads(text) for language, text in SNIPPETS if language == "json" and '"main"' in text
    )
    assert all(event.startswith("workspaceContains:") for event in package["activationEvents"])
