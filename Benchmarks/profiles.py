#!/usr/bin/env python3
"""Runs the rules that profiles set aside on every workspace of a folder, and prints how many features of
each tool they would report: what the severities of `docs/profiles.md` rest on.

    profiles.py DIRECTORY             prints the table
    profiles.py --record DIRECTORY    also writes Benchmarks/PROFILES.md
"""

import json
import subprocess
from collections import defaultdict

from workspaces import arguments, publish

RULES = (
    "reference-to-all",
    "words-as-reference",
    "no-dependencies",
    "design-names-no-requirement",
    "missing-design-section",
)
# The tools of whose features these rules are asked.
PROFILES = ("claude", "kiro", "cc-sdd", "spec-workflow")


def output(specctl, *arguments):
    """What a command prints, as JSON; no findings are no output of note."""
    run = subprocess.run([specctl, *arguments, "--format", "json"], capture_output=True, text=True, check=False)
    return json.loads(run.stdout) if run.stdout else {}


def measure(specctl, root):
    """The folders of features by profile, and those that each rule reports."""
    features = defaultdict(set)
    reported = defaultdict(set)
    for feature in output(specctl, "list", "--root", root).get("features", []):
        if feature["directory"]:
            features[feature["profile"]].add((root, feature["directory"]))
    chosen = [word for rule in RULES for word in ("--rule", rule)]
    report = output(specctl, "validate", "--root", root, "--profile", "specctl", "--notes", *chosen)
    for finding in report.get("findings", []):
        for profile, folders in features.items():
            found = [folder for folder in folders if finding["path"].startswith(folder[1] + "/")]
            reported[profile, finding["rule"]].update(found)
    return features, reported


def table(specctl, roots):
    features = defaultdict(set)
    reported = defaultdict(set)
    for root in roots:
        for total, part in zip((features, reported), measure(specctl, root)):
            for key, folders in part.items():
                total[key] |= folders
    lines = [f"| rule | {' | '.join(PROFILES)} |", f"| --- |{' ---: |' * len(PROFILES)}"]
    lines.append(f"| features | {' | '.join(str(len(features[profile])) for profile in PROFILES)} |")
    for rule in RULES:
        shares = [f"{100 * len(reported[name, rule]) / max(1, len(features[name])):.0f} %" for name in PROFILES]
        lines.append(f"| `{rule}` | {' | '.join(shares)} |")
    return "\n".join(lines) + "\n"


HEAD = """\
# What profiles rest on

Share of the features of each tool that a rule would report where it holds, on the
workspaces of [CORPUS.md](CORPUS.md). Made by `Benchmarks/profiles.py --record`."""


def main():
    specctl, roots, record = arguments("profiles", __doc__)
    publish(table(specctl, roots), HEAD, "PROFILES.md", record)


if __name__ == "__main__":
    main()
