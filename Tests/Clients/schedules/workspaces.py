"""Random workspaces, and an independent scheduler that is simple enough to be believed."""

import json
import os
import pathlib
import random
import subprocess

PROJECT = pathlib.Path(__file__).resolve().parents[3]
SPECCTL = os.environ.get("SPECCTL", str(PROJECT / ".build/debug/specctl"))
RANKS = {"critical": 0, "high": 1, "medium": 2, "low": 3}


def make(root: pathlib.Path, seed: int) -> None:
    """A workspace with dependencies, shared files, estimates, priorities and limits."""
    numbers = random.Random(seed)
    agents = [f"agent-{number}" for number in range(4)]
    features = [f"f{number}" for number in range(numbers.randint(1, 4))]
    registry = ["features:"]
    for place, name in enumerate(features):
        lines = [f"# {name}", ""]
        for task in range(1, numbers.randint(2, 8)):
            estimate = numbers.choice(["", f" ({numbers.randint(1, 90)}m)"])
            lines.append(f"- [{numbers.choice('   x')}]{numbers.choice(['', '*'])} {task}. Do {task}{estimate}")
            if numbers.random() < 0.5:
                lines.append(f"  - File: src/{numbers.randint(0, 3)}.py")
            if task > 1 and numbers.random() < 0.6:
                lines.append(f"  - _Depends: {numbers.randint(1, task - 1)}_")
            if numbers.random() < 0.6:
                lines.append(f"  - _Agent: {numbers.choice(agents)}_")
        folder = root / ".claude/specs" / name
        folder.mkdir(parents=True)
        (folder / "tasks.md").write_text("\n".join(lines) + "\n")
        registry += [f"  {name}:", "    primary_agent: agent-0", "    qa_agents: [checker]"]
        if place and numbers.random() < 0.4:
            registry.append(f"    depends_on: [f{numbers.randint(0, place - 1)}]")
    (root / ".claude/feature_registry.yaml").write_text("\n".join(registry) + "\n")
    configuration = ["agents:", "  crew:"]
    for agent in [*agents, "checker"]:
        limit = numbers.choice(["", f", max_parallel: {numbers.randint(1, 2)}"])
        configuration.append(
            f"    {agent}: {{description: x, priority: {numbers.choice(list(RANKS))}, "
            f"timeout: {numbers.randint(1, 900)}{limit}}}"
        )
    configuration.append("    gate: {description: x, auto_invoke: on_task_creation}")
    configuration.append("  max_parallel: {critical: 1, high: 2, medium: 2, low: 1}")
    configuration += ["planning:", f"  order: {numbers.choice(['document', 'infer', 'declared'])}"]
    if numbers.random() < 0.5:
        configuration.append(f"  max_parallel: {numbers.randint(1, 4)}")
    (root / ".claude/config.yaml").write_text("\n".join(configuration) + "\n")


def plan(root: pathlib.Path) -> dict:
    """The plan of a workspace."""
    run = subprocess.run(
        [SPECCTL, "plan", "--root", str(root), "--format", "json"], capture_output=True, check=True
    )
    return json.loads(run.stdout)


class Network:
    """What a plan says of order, durations and limits, without its schedule."""

    def __init__(self, plan: dict):
        nodes = plan["assignments"] + plan["milestones"]
        self.names = [node["id"] for node in nodes]
        places = {name: place for place, name in enumerate(self.names)}
        self.before = [[places[name] for name in node["after"]] for node in nodes]
        self.seconds = [
            node.get("finishSeconds", 0) - node.get("startSeconds", 0) for node in nodes
        ]
        self.ranks = [RANKS[node["priority"]] if "priority" in node else 0 for node in nodes]
        self.slots = {limit["name"]: limit["slots"] for limit in plan["schedule"]["limits"]}
        self.needs = [
            [
                name
                for name in (node["priority"], "all steps", f"agent {node['agent']}")
                if name in self.slots
            ]
            if "priority" in node
            else []
            for node in nodes
        ]

    def tails(self) -> list[int]:
        """Seconds from the start of each node to the end of the longest way behind it."""
        behind = [[] for _ in self.names]
        for node, before in enumerate(self.before):
            for other in before:
                behind[other].append(node)
        known: dict[int, int] = {}

        def tail(node: int) -> int:
            if node not in known:
                known[node] = self.seconds[node] + max(map(tail, behind[node]), default=0)
            return known[node]

        return [tail(node) for node in range(len(self.names))]

    def starts(self) -> list[int]:
        """Second by second of interest: whatever may start does, the most urgent first."""
        tails = self.tails()
        starts: list[int | None] = [None] * len(self.names)
        ends: dict[int, int] = {}
        now = 0
        while None in starts:
            progress = True
            while progress:
                progress = False
                ready = [
                    node
                    for node, start in enumerate(starts)
                    if start is None
                    and all(ends.get(other, now + 1) <= now for other in self.before[node])
                ]
                # What takes no time takes no slot and is passed at once.
                ready.sort(key=lambda n: (self.seconds[n] > 0, self.ranks[n], -tails[n], n))
                for node in ready:
                    running = [n for n, end in ends.items() if starts[n] <= now < end]
                    if all(
                        sum(name in self.needs[n] for n in running) < self.slots[name]
                        for name in self.needs[node]
                    ):
                        starts[node], ends[node] = now, now + self.seconds[node]
                        progress = True
                        break
            later = [end for end in ends.values() if end > now]
            if not later:
                break
            now = min(later)
        return starts
