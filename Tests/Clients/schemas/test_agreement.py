"""What the reader is content with, the schema is content with: tried on documents made at random."""

import json
import random

import pytest
from documents import findings, schema, validator

# What says that a value is of a wrong kind; other rules look at what the values mean.
RULES = {
    "config": {"invalid-value", "legacy-boolean"},
    "feature-registry": {"invalid-value", "legacy-boolean", "foreign-registry"},
    "cost-management-config": None,
    "observability-config": None,
    "memory-config": None,
    "mcp-config": None,
}
VALUES = [
    None, True, False, 0, 1, 7, -3, 0.5, 70, 1e10, "", "text", "yes", "off", "30m", "2 days", "soon",
    "70%", "$50", "100/hour", "error_rate > 5%", "1-10", "https://example.com", "${HOME}", "7_days",
    "critical", "document", "always", [], ["a", "b"], [1], [[]], [{"name": "a"}], {}, {"a": "b"},
    {"a": {}}, {"name": "a"}, {"id": "x"},
]


class Maker:
    """Makes documents that a schema half describes."""

    def __init__(self, name, seed):
        self.schema = schema(name)
        self.random = random.Random(f"{name} {seed}")

    def value(self, part, depth=0):
        if "$ref" in part:
            target = self.schema
            for step in part["$ref"].split("/")[1:]:
                target = target[step]
            part = target
        # A document that is no mapping belongs to another tool.
        if depth > 8 or depth > 1 and self.random.random() < 0.08:
            return self.random.choice(VALUES)
        if "anyOf" in part and "properties" not in part:
            return self.value(self.random.choice(part["anyOf"]), depth)
        if "enum" in part:
            return self.random.choice(part["enum"])
        if "properties" in part or "additionalProperties" in part:
            return self.mapping(part, depth)
        if "items" in part:
            return [self.value(part["items"], depth + 1) for _ in range(self.random.randint(0, 3))]
        return self.random.choice(VALUES)

    def mapping(self, part, depth):
        names = list(part.get("properties", {}))
        wanted = set(part.get("required", []))
        wanted |= set(self.random.sample(names, min(len(names), self.random.randint(0, 4))))
        made = {
            name: self.value(part["properties"][name], depth + 1) for name in names if name in wanted
        }
        others = part.get("additionalProperties")
        if isinstance(others, dict) and (not made or self.random.random() < 0.5):
            for name in self.random.sample(["one", "two-words", "dritt é"], 2):
                made[name] = self.value(others, depth + 1)
        return made


@pytest.mark.parametrize("name", RULES)
def test_the_schema_takes_what_the_reader_takes(tmp_path, name):
    check = validator(name)
    file = name.replace("-", "_") + (".json" if name == "mcp-config" else ".yaml")
    both = 0
    for seed in range(80):
        root = tmp_path / str(seed)
        (root / ".claude/specs").mkdir(parents=True)
        document = Maker(name, seed).value(check.schema)
        # JSON is YAML.
        text = json.dumps(document, ensure_ascii=False)
        (root / ".claude" / file).write_text(text, encoding="utf-8")
        if name not in ("config", "feature-registry"):
            (root / ".claude/config.yaml").write_text("agents: {}\n")
        found = [rule for path, rule in findings(root) if path.endswith(file)]
        rules = RULES[name]
        kinds = found if rules is None else [rule for rule in found if rule in rules]
        errors = [error.message for error in check.iter_errors(document)]
        if not kinds:
            assert not errors, text
        elif errors:
            both += 1
    # Neither is content with everything.
    assert both > 3
