"""The schemas are schemas, take what specctl takes, and complain of what it complains of."""

import subprocess
import sys

import pytest
from documents import FILES, PROJECT, SCHEMAS, SPECCTL, documents, is_readable, validator, value
from ruamel.yaml import YAML

WORKSPACES = [PROJECT, *sorted(path.parent for path in PROJECT.glob("Fixtures/*/.claude"))]

# Faults as people make them; each is one that `specctl validate` reports too.
PLANTED = {
    "config": [
        "agents: 5",
        "agents: {max_parallel: {high: 0}}",
        "agents: {max_parallel: {high: many}}",
        "agents: {timeouts: {default: 5m}}",
        "agents: {quality: {qa-tester: {priority: hihg}}}",
        "agents: {quality: {qa-tester: {timeout: 1.5}}}",
        "agents: {quality: {qa-tester: {auto_invoke: allways}}}",
        "agents: {quality: [{priority: high}]}",
        "planning: {order: documnt}",
        "planning: {ignore_case: yes}",
        "planning: {deadline: soon}",
        "planning: {resources: {database: 5}}",
        "validation: {rules: {number-gap: warn}}",
        "validation: {paths: {docs: {number-gap: 1}}}",
        "validation: {fail_on: errors}",
        "validation: {ignore: drafts}",
        "workflows: {quick: {steps: {write: {max_retries: often}}}}",
        "workflows: {quick: [{worker: coder}]}",
        "workflows: {quick: {steps: {write: {terminal: [x]}}}}",
        "pre_flight: {strict_mode: maybe}",
        "features: {page: {rules: {a: b}}}",
        "rules: {ui: {no-lines: {enabled: on}}}",
    ],
    "feature-registry": [
        "features: text",
        "features: {a: text, b: {}}",
        "features: {a: {primary_agent: [x, y]}}",
        "features: {a: {depends_on: {b: c}}}",
        "features: {a: {agent: {b: c}}}",
        "features: [{description: x}, {id: a}]",
        "features: {}\nglobal_agents: {critical_priority: {a: b}}",
        "features: {}\nshared: []",
    ],
    "agent": ["name: [a]\ndescription: x", "description: x", "name: a"],
    "cost-management-config": [
        "cost_management: {budgets: {daily_limit: much}}",
        "cost_management: {budgets: {alert_threshold: 80}}",
    ],
    "mcp-config": ["mcpServers: {a: {args: [x]}}", "mcpServers: {a: {command: x, args: y}}"],
    "events-config": ["events: {webhooks: {endpoints: [{url: example.com}]}}"],
}


def check_jsonschema(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "check_jsonschema", *map(str, arguments)],
        capture_output=True, text=True, check=False,
    )


def test_every_schema_is_one():
    run = check_jsonschema("--check-metaschema", *sorted(SCHEMAS.glob("*.json")))
    assert run.returncode == 0, run.stdout + run.stderr


def test_the_tool_carries_every_schema():
    run = subprocess.run([SPECCTL, "schema", "--names"], capture_output=True, text=True, check=True)
    names = run.stdout.split()
    assert names == sorted(path.name.removesuffix(".schema.json") for path in SCHEMAS.iterdir())
    for name in names:
        run = subprocess.run([SPECCTL, "schema", name], capture_output=True, check=True)
        assert run.stdout == (SCHEMAS / f"{name}.schema.json").read_bytes()


@pytest.mark.parametrize("name", [name for name in FILES if name != "agent"])
def test_settings_of_the_project_are_valid(name):
    files = [path for root in WORKSPACES for path in documents(root, name) if is_readable(path)]
    if name in ("config", "feature-registry"):
        assert len(files) >= 3
    for path in files:
        run = check_jsonschema("--schemafile", SCHEMAS / f"{name}.schema.json", path)
        assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize("path", sorted((PROJECT / "templates/workspace").glob("*.yaml")))
def test_templates_are_valid(path):
    name = "feature-registry" if path.stem == "feature_registry" else "config"
    run = check_jsonschema("--schemafile", SCHEMAS / f"{name}.schema.json", path)
    assert run.returncode == 0, run.stdout + run.stderr


def test_front_matter_of_agents_is_valid():
    check = validator("agent")
    # The broken workspace has agents without names and descriptions.
    roots = [root for root in WORKSPACES if not root.name.endswith("-broken")]
    files = [path for root in roots for path in documents(root, "agent")]
    files += (PROJECT / "templates/agents").glob("**/*.md")
    assert len(files) > 40
    for path in files:
        assert not list(check.iter_errors(value(path))), path


@pytest.mark.parametrize("name,text", [(n, text) for n, texts in PLANTED.items() for text in texts])
def test_a_planted_fault_is_found(name, text):
    assert list(validator(name).iter_errors(YAML(typ="safe").load(text)))


def test_check_jsonschema_says_what_is_wrong(tmp_path):
    path = tmp_path / "config.yaml"
    path.write_text("planning:\n  order: documnt\n")
    run = check_jsonschema("--schemafile", SCHEMAS / "config.schema.json", path)
    assert run.returncode == 1
    assert "planning.order" in run.stdout and "'document'" in run.stdout
