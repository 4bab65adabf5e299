"""Workspaces whose plans other engines run, and what must be true of every run."""

import json
import os
import pathlib
import subprocess

PROJECT = pathlib.Path(__file__).resolve().parents[3]
SPECCTL = os.environ.get("SPECCTL", str(PROJECT / ".build/debug/specctl"))
SCHEMAS = pathlib.Path(
    os.environ.get("SPECCTL_SCHEMAS") or PROJECT.parent / "shared" / "schemas"
)
NAMES = ["STEP", "TASK", "FEATURE", "AGENT", "KIND", "TITLE", "TIMEOUT"]

CONFIGURATION = """\
agents:
  builders:
    - name: builder
    - name: task-checker
      auto_invoke: on_task_creation
      priority: critical
    - name: reviewer
      auto_invoke: after_task_execution
      priority: medium
    - name: qa-tester
      timeout: 61
  max_parallel: {high: 2, medium: 3}
planning:
  default_agent: builder
"""

# Beginnings and ends are recorded apart, so that a step that was killed is seen.
RECORDER = """\
#!/bin/sh
file=$(mktemp "$RECORDS/XXXXXXXX") || exit 99
printf '%s\\0' "$SPECCTL_STEP" "$SPECCTL_TASK" "$SPECCTL_FEATURE" "$SPECCTL_AGENT" \\
  "$SPECCTL_KIND" "$SPECCTL_TITLE" "$SPECCTL_TIMEOUT" "$(date +%s%N)" >"$file"
sleep "${STEP_SECONDS:-0.05}"
status=0
if grep -qxF -e "$SPECCTL_STEP" "$RECORDS.fail" 2>/dev/null; then status=3; fi
printf '%s\\0' "$(date +%s%N)" >>"$file"
exit "$status"
"""


def most_at_once(records) -> int:
    events = []
    for record in records:
        events += [(record["start"], 1), (record["end"], -1)]
    at_once = highest = 0
    for _, change in sorted(events):
        at_once += change
        highest = max(highest, at_once)
    return highest


class Step:
    """A step of a plan, with all other steps that it waits for, milestones looked through."""

    def __init__(self, assignment, waits):
        self.id = assignment["id"]
        self.priority = assignment["priority"]
        self.limit = assignment["maxParallel"]
        self.blocking = assignment["blocking"]
        self.waits = waits
        self.assignment = assignment
        task = self.id if assignment["kind"] == "task" else ""
        if assignment["kind"] == "review":
            task = self.id.removesuffix(f"/@review/{assignment['agent']}")
        self.environment = {
            "STEP": self.id,
            "TASK": task,
            "FEATURE": assignment["feature"],
            "AGENT": assignment["agent"] or "",
            "KIND": assignment["kind"],
            "TIMEOUT": str(assignment["timeoutSeconds"]),
        }


class Workspace:
    def __init__(self, root: pathlib.Path):
        self.root = root
        self.records = root / "records"
        self.records.mkdir(parents=True)
        self.write("scripts/run-step", RECORDER)
        (root / "scripts/run-step").chmod(0o755)
        self.write(".claude/config.yaml", CONFIGURATION)

    def write(self, path: str, text: str) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="")

    def feature(self, name: str, tasks: str) -> None:
        self.write(f".claude/specs/{name}/tasks.md", tasks)

    def limit_more(self) -> None:
        """Limits of a single agent and of everything together."""
        text = CONFIGURATION.replace("- name: reviewer\n", "- name: reviewer\n      max_parallel: 1\n")
        self.write(".claude/config.yaml", text + "  max_parallel: 3\n")

    def fail(self, *steps: str) -> None:
        self.write("records.fail", "".join(step + "\n" for step in steps))

    def plan(self, form: str, *arguments: str) -> str:
        done = subprocess.run(
            [SPECCTL, "plan", "--root", str(self.root), "--format", form, *arguments],
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode("utf-8")

    def steps(self) -> dict[str, Step]:
        plan = json.loads(self.plan("json"))
        milestones = {item["id"]: item["after"] for item in plan["milestones"]}
        assignments = {item["id"]: item for item in plan["assignments"]}

        def through(ids):
            found, pending, seen = set(), list(ids), set()
            while pending:
                node = pending.pop()
                if node in assignments:
                    found.add(node)
                elif node not in seen:
                    seen.add(node)
                    pending += milestones[node]
            return found

        steps = {id: Step(item, through(item["after"])) for id, item in assignments.items()}
        titles = {id: item.get("title", "") for id, item in assignments.items()}
        for step in steps.values():
            step.environment["TITLE"] = titles.get(step.environment["TASK"], "")
        return steps

    def ran(self) -> dict[str, dict]:
        """What ran, by step: its environment, beginning and end; nothing ran twice."""
        ran = {}
        for file in self.records.iterdir():
            parts = file.read_bytes().decode("utf-8").split("\0")[:-1]
            if len(parts) < 8:  # it is only just beginning
                continue
            record = dict(zip(NAMES, parts))
            record["start"] = int(parts[7])
            record["end"] = int(parts[8]) if len(parts) > 8 else None
            assert record["STEP"] not in ran, f"{record['STEP']} ran twice"
            ran[record["STEP"]] = record
        return ran

    def is_busy(self) -> bool:
        """Whether any process is at work in the workspace."""
        for process in pathlib.Path("/proc").glob("[0-9]*"):
            try:
                if (process / "cwd").resolve(strict=True) == self.root.resolve():
                    return True
            except OSError:
                continue
        return False

    def forget(self) -> None:
        for file in self.records.iterdir():
            file.unlink()

    def check(self, failing=()) -> dict[str, dict]:
        """Everything ran that may run, with its environment, in order and within the limits."""
        steps, ran = self.steps(), self.ran()
        expected: set[str] = set()
        for step in steps.values():  # a plan lists each step behind what it waits for
            if all(
                wait in expected and (wait not in failing or not steps[wait].blocking)
                for wait in step.waits
            ):
                expected.add(step.id)
        assert set(ran) == expected
        for id, record in ran.items():
            assert {name: record[name] for name in NAMES} == steps[id].environment
            assert record["end"] is not None
            for wait in steps[id].waits:
                assert ran[wait]["end"] <= record["start"], f"{id} began before the end of {wait}"
        self.check_limits(steps, ran)
        return ran

    @staticmethod
    def check_limits(steps, ran) -> dict[str, int]:
        """The most that ran at once, by priority."""
        most: dict[str, int] = {}
        for priority in {step.priority for step in steps.values()}:
            highest = most_at_once(ran[id] for id in ran if steps[id].priority == priority)
            limit = next(s.limit for s in steps.values() if s.priority == priority)
            assert highest <= limit, f"{highest} {priority} steps ran at once"
            most[priority] = highest
        return most

HOSTILE = [
    "It's \"quoted\" and `ticked` $HOME ${HOME} $(touch hacked) ; rm -rf x",
    "${{ secrets.TOKEN }} and {{workflow.name}} {{=1+1}} }} %{x} $$ $(HOME) \\n \\0101 %s",
    "Größe 🎯 計画 e\u0301 \u202e turned \u2028 line",
    "# not a comment: - [x] | pipe & ampersand * ? [a] ~ ! < > #",
    "'; echo hacked > hacked; '",
    "trailing backslash \\",
]
