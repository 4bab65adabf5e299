#!/usr/bin/env python3
"""Runs `specctl validate` on every workspace of a folder and prints what it finds, as rates.

The folder holds one workspace in each sub-folder. The table tells whether the rules are
calibrated: an error for about 3 % of features, a warning for under 30 %.

    corpus.py DIRECTORY             prints the table
    corpus.py --record DIRECTORY    also writes Benchmarks/CORPUS.md
"""

import json
import os
import re
import subprocess
import time
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from workspaces import arguments, publish

SEVERITIES = ("error", "warning", "note")
DOCUMENTS = ("requirements.md", "design.md", "tasks.md", "architecture.md", "bugfix.md")
# Far above anything that is right; a hang must not stop the whole table.
TIME_LIMIT = 60


@dataclass(frozen=True)
class Finding:
    """One finding, as far as the table needs it; `feature` is None outside of features."""

    rule: str
    severity: str
    feature: str | None


@dataclass
class Outcome:
    """What one workspace gave; `crash` says how the program ended when it should not have, and
    `refusal` what it said when it found nothing that it could read."""

    name: str
    seconds: float = 0.0
    findings: list = field(default_factory=list)
    features: int = 0
    files: int = 0
    crash: str | None = None
    refusal: str | None = None


def read_report(text):
    """Takes apart what `validate --format json` prints: the findings, the features, the files.

    This is the only place that knows the format.
    """
    value = json.loads(text)
    version = value.get("version", "")
    if not version.startswith("specctl.validate/1"):
        raise ValueError(f"version '{version}' is not known here")
    findings = [
        Finding(entry["rule"], entry["severity"], entry.get("feature")) for entry in value["findings"]
    ]
    summary = value["summary"]
    return findings, summary["features"], summary["files"]


def off_rules(specctl):
    """The rules that run only when they are asked for."""
    done = subprocess.run(
        [specctl, "explain", "--format", "json"], stdout=subprocess.PIPE, check=True
    )
    return [rule["id"] for rule in json.loads(done.stdout)["rules"] if rule["severity"] in (None, "off")]


def validate_all(specctl, root, off):
    """Runs the program on one workspace, and once more with the rules that are off: what these find
    has the severity `off`."""
    outcome = validate(specctl, root)
    if off and outcome.crash is None and outcome.refusal is None:
        more = validate(specctl, root, off)
        outcome.findings += [Finding(finding.rule, "off", finding.feature) for finding in more.findings]
        outcome.crash = more.crash
    return outcome


def validate(specctl, root, only=()):
    """Runs the program on one workspace, with these rules only when there are any."""
    outcome = Outcome(os.path.basename(root))
    start = time.monotonic()
    try:
        done = subprocess.run(
            [specctl, "validate", "--root", root, "--format", "json", *(f"--rule={rule}" for rule in only)],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=TIME_LIMIT, check=False,
        )
    except subprocess.TimeoutExpired:
        outcome.seconds = time.monotonic() - start
        outcome.crash = f"still running after {TIME_LIMIT} s"
        return outcome
    outcome.seconds = time.monotonic() - start
    if done.returncode not in (0, 1):
        said = done.stderr.decode("utf-8", "replace").replace(root, "…").strip().splitlines()
        text = f"status {done.returncode}" + (f": {said[0]}" if said else "")
        if done.returncode == 2:
            outcome.refusal = text
        else:
            outcome.crash = text
        return outcome
    try:
        outcome.findings, outcome.features, outcome.files = read_report(done.stdout)
    except (ValueError, KeyError, TypeError) as error:
        outcome.crash = f"its JSON cannot be read: {error}"
    return outcome


# Rough counts by pattern, to give the rates a size: they do not come from the program itself.
TASK = re.compile(rb"^\s*[-*+]\s+\[[^\]]{0,3}\]\*?\s+\S*\d", re.MULTILINE)
REQUIREMENT = re.compile(rb"^#{2,4}\s+\S*\s*\d|^\*\*[A-Z]+-\d+", re.MULTILINE)


def contents(root):
    """Counts documents, checkbox tasks with a number, and headings with a number."""
    counts = Counter()
    for place, _, names in os.walk(root):
        for name in names:
            if name not in DOCUMENTS:
                continue
            counts["documents"] += 1
            with open(os.path.join(place, name), "rb") as file:
                text = file.read()
            if name == "tasks.md":
                counts["tasks"] += len(TASK.findall(text))
            elif name == "requirements.md":
                counts["requirements"] += len(REQUIREMENT.findall(text))
    return counts


def share(part, whole):
    return f"{100 * part / whole:.1f} %" if whole else "–"


def rows(lines):
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def totals_table(outcomes, counts):
    features = sum(outcome.features for outcome in outcomes)
    seconds = sum(outcome.seconds for outcome in outcomes)
    lines = [["what", "count", "share"], ["---", "---:", "---:"]]
    lines += [["workspaces", len(outcomes), ""], ["features", features, ""]]
    lines += [[f"{name} (by pattern)", counts[name], ""] for name in ("documents", "tasks", "requirements")]
    for severity in SEVERITIES:
        touched = {
            (outcome.name, finding.feature)
            for outcome in outcomes for finding in outcome.findings
            if finding.severity == severity and finding.feature is not None
        }
        article = "an" if severity == "error" else "a"
        lines.append([f"features with {article} {severity}", len(touched), share(len(touched), features)])
    lines.append(["total time", f"{seconds:.2f} s", ""])
    lines.append(["refused, with status 2", sum(outcome.refusal is not None for outcome in outcomes), ""])
    lines.append(["crashes", sum(outcome.crash is not None for outcome in outcomes), ""])
    return rows(lines)


def rules_table(outcomes):
    features = sum(outcome.features for outcome in outcomes)
    found, places, severities = Counter(), defaultdict(set), defaultdict(Counter)
    for outcome in outcomes:
        for finding in outcome.findings:
            found[finding.rule] += 1
            severities[finding.rule][finding.severity] += 1
            if finding.feature is not None:
                places[finding.rule].add((outcome.name, finding.feature))

    def worst(rule):
        return next(severity for severity in (*SEVERITIES, *severities[rule]) if severities[rule][severity])

    def order(rule):
        severity = worst(rule)
        rank = SEVERITIES.index(severity) if severity in SEVERITIES else len(SEVERITIES)
        return rank, -found[rule], rule

    lines = [["rule", "severity", "findings", "features", "share"], ["---", "---", "---:", "---:", "---:"]]
    for rule in sorted(found, key=order):
        touched = len(places[rule])
        lines.append([f"`{rule}`", worst(rule), found[rule], touched, share(touched, features)])
    return rows(lines)


def report(outcomes, counts):
    """The whole text: totals, rules, and what went wrong where."""
    parts = [totals_table(outcomes, counts), rules_table(outcomes)]
    troubles = [
        f"- {outcome.name}: {outcome.crash or outcome.refusal}"
        for outcome in outcomes if outcome.crash or outcome.refusal
    ]
    if troubles:
        parts.append("Went wrong:\n\n" + "\n".join(troubles))
    return "\n\n".join(parts) + "\n"


def main():
    specctl, roots, record = arguments("corpus", __doc__)
    off = off_rules(specctl)
    outcomes = [validate_all(specctl, root, off) for root in roots]
    text = report(outcomes, sum((contents(root) for root in roots), Counter()))
    head = "# What the rules find on real workspaces\n\nMade by `make corpus DIR=… RECORD=1`."
    publish(text, head, "CORPUS.md", record)


if __name__ == "__main__":
    main()
