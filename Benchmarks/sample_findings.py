#!/usr/bin/env python3
"""Draws findings from real workspaces for a person to judge, the same ones for the same seed.

The folder holds one workspace in each sub-folder. Within a severity every finding is as likely as
every other. Each is printed with the lines around its place; whoever reads them says of each
whether it is true.

    sample_findings.py --seed 3 --errors 40 --warnings 80 --notes 60 DIRECTORY
"""

import argparse
import json
import os
import random
import subprocess

from corpus import PROJECT, SEVERITIES

# So much of a line is enough to judge it.
WIDTH = 220


def findings(specctl, root, rules):
    """What the program finds in one workspace, each with the workspace's name."""
    command = [specctl, "validate", "--root", root, "--format", "json"]
    command += [word for rule in rules for word in ("--rule", rule)]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    if done.returncode not in (0, 1):
        return []
    return [dict(entry, workspace=root) for entry in json.loads(done.stdout)["findings"]]


def draw(found, wanted, seed):
    """The sample: so many of each severity, or all where there are fewer."""
    generator = random.Random(seed)
    sample = []
    for severity in SEVERITIES:
        some = [finding for finding in found if finding["severity"] == severity]
        sample += generator.sample(some, min(wanted[severity], len(some)))
    return sample


def excerpt(finding, around):
    """The lines around the place of a finding."""
    if finding["start"] is None:
        return ""
    try:
        with open(os.path.join(finding["workspace"], finding["path"]), "rb") as file:
            lines = file.read().decode("utf-8", "replace").replace("\r\n", "\n").split("\n")
    except OSError:
        return ""
    line = finding["start"]["line"]
    first, last = max(1, line - around), min(len(lines), line + around)
    return "\n".join(
        f"  {'>' if number == line else ' '}{number:5} {lines[number - 1][:WIDTH]}"
        for number in range(first, last + 1))


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("directory")
    parser.add_argument(
        "--specctl", default=os.path.join(PROJECT, ".build", "dist", "specctl", "specctl"))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--around", type=int, default=2, help="lines shown before and after")
    parser.add_argument("--rule", action="append", default=[], help="draw from this rule only")
    for severity, count in (("errors", 40), ("warnings", 80), ("notes", 60)):
        parser.add_argument(f"--{severity}", type=int, default=count)
    options = parser.parse_args()
    wanted = {"error": options.errors, "warning": options.warnings, "note": options.notes}
    roots = sorted(entry.path for entry in os.scandir(options.directory) if entry.is_dir())
    found = [
        finding for root in roots
        for finding in findings(os.path.abspath(options.specctl), root, options.rule)]
    sample = draw(found, wanted, options.seed)
    for number, finding in enumerate(sample, 1):
        place = f"{os.path.basename(finding['workspace'])}/{finding['path']}"
        if finding["start"] is not None:
            place += f":{finding['start']['line']}:{finding['start']['column']}"
        print(f"{number}. {finding['severity']}[{finding['rule']}] {finding['message']}")
        print(f"   {place}")
        for note in finding["notes"][:2]:
            line = note["start"]["line"] if note["start"] else "-"
            print(f"   note: {note['message']} ({note['path']}:{line})")
        text = excerpt(finding, options.around)
        if text:
            print(text)
        print()


if __name__ == "__main__":
    main()
