"""The settings of the project's own workspaces, and readers of them."""

import json
import os
import pathlib
import re
import subprocess

from jsonschema import Draft7Validator
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

PROJECT = pathlib.Path(__file__).resolve().parents[3]
SPECCTL = os.environ.get("SPECCTL", str(PROJECT / ".build/debug/specctl"))
SCHEMAS = PROJECT / "schemas"

# What each schema is for, as paths in a workspace.
FILES = {
    "config": [".claude/config.yaml", ".claude/orchestrator/config.yaml", ".specctl.yaml"],
    "feature-registry": [
        ".claude/feature_registry.yaml", ".claude/orchestrator/feature_registry.yaml",
    ],
    "agent": [".claude/agents/**/*.md"],
    **{
        path.name.removesuffix(".schema.json"): [
            f".claude/{folder}{path.name.removesuffix('.schema.json').replace('-', '_')}.{kind}"
            for folder in ["", "orchestrator/", "orchestrator/*/"]
            for kind in ["yaml", "json"]
        ]
        for path in SCHEMAS.glob("*-config.schema.json")
    },
}


def schema(name):
    return json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))


def validator(name):
    return Draft7Validator(schema(name))


def documents(root, name):
    """The files of a workspace that a schema is for."""
    return sorted({path for pattern in FILES[name] for path in root.glob(pattern)})


def value(path):
    """What a file holds; of an agent, what its front matter holds."""
    text = path.read_text(encoding="utf-8", errors="replace")
    if path.suffix == ".md":
        front = re.match(r"\A\ufeff?---[ \t]*\r?\n(.*?)^---[ \t]*\r?$", text, re.S | re.M)
        if front is None:
            return None
        text = front[1]
    reader = YAML(typ="safe", pure=True)
    return reader.load(text)


def is_readable(path):
    """Whether a file is YAML for readers that forgive nothing; the broken workspace has others."""
    try:
        return value(path) is not None
    except YAMLError:
        return False


def findings(root, *options):
    """What specctl reports, as pairs of path and rule."""
    run = subprocess.run(
        [SPECCTL, "validate", "--root", str(root), "--format", "json", "--notes", *options],
        capture_output=True, check=False,
    )
    return [(f["path"], f["rule"]) for f in json.loads(run.stdout)["findings"]]
