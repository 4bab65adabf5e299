#!/usr/bin/env python3
"""Measures specctl against its bars and prints a table. Nothing here passes or fails a build.

Speed is given as a ratio to something that ran in the same minutes on the same machine: the
commands that are compared take turns, and the least of the runs counts, since noise only adds.
Rows that say "one core" are pinned to one, and compare the time of the processor.

    bench.py            everything, about three minutes
    bench.py --quick    a tenth of the large workspaces, to try something out
    bench.py --record   also writes Benchmarks/RESULTS.md
"""

import argparse
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass

HERE = os.path.dirname(os.path.abspath(__file__))
PROJECT = os.path.dirname(HERE)
MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Run:
    """What one run of a command took: seconds, seconds, bytes."""

    wall: float
    cpu: float
    peak: int
    status: int


@dataclass(frozen=True)
class Series:
    """All runs of one command."""

    runs: list

    def least(self, value):
        return min(getattr(run, value) for run in self.runs)

    def middle(self, value):
        return statistics.median(getattr(run, value) for run in self.runs)

    @property
    def failed(self):
        return next((run.status for run in self.runs if run.status != 0), 0)


@dataclass(frozen=True)
class Row:
    """One line of the table; `held` is None where there is no bar."""

    what: str
    measured: str
    against: str = ""
    ratio: str = ""
    bar: str = ""
    held: bool | None = None

    def cells(self):
        verdict = "" if self.held is None else "ok" if self.held else "**over**"
        return [self.what, self.measured, self.against, self.ratio, self.bar, verdict]


def milliseconds(seconds):
    return f"{seconds * 1000:.1f} ms" if seconds < 1 else f"{seconds:.2f} s"


def both(series, value):
    """The least and the median of a series, as text."""
    return f"{milliseconds(series.least(value))} (median {milliseconds(series.middle(value))})"


class Bench:
    """The tools that were built, the workspaces that were made, and the rows so far."""

    def __init__(self, place, specctl, runs):
        self.place = place
        self.specctl = specctl
        self.runs = runs
        self.rows = []
        self.failures = []
        self.core = max(os.sched_getaffinity(0))
        self.floor = self.compile("floor", "-lmd4c", "-lyaml")
        self.measure = self.compile("measure")

    def compile(self, tool, *libraries):
        program = os.path.join(self.place, tool)
        source = os.path.join(HERE, f"{tool}.c")
        subprocess.run(["cc", "-O2", "-o", program, source, *libraries], check=True)
        return program

    def generate(self, features, *options):
        """Writes a workspace, and returns its folder."""
        out = os.path.join(self.place, f"{features}{''.join(options)}")
        say(f"writing a workspace of {count(features, 'feature')}")
        generator = os.path.join(HERE, "generate_workspace.py")
        subprocess.run(
            [sys.executable, "-B", generator, "--features", str(features), "--out", out, *options],
            check=True, stdout=subprocess.DEVNULL,
        )
        return out

    def once(self, command, pinned):
        prefix = ["taskset", "-c", str(self.core)] if pinned else []
        text = subprocess.run(
            [*prefix, self.measure, *command], check=True, stdout=subprocess.PIPE, text=True
        ).stdout
        wall, cpu, peak, status = map(int, text.split())
        return Run(wall / 1e9, cpu / 1e6, peak * 1024, status)

    def interleaved(self, *commands, runs=None, pinned=False):
        """Runs the commands in turn, after one run of each that does not count."""
        say("measuring " + " against ".join(name(command) for command in commands))
        for command in commands:
            self.once(command, pinned)
        kept = [[] for _ in commands]
        for _ in range(runs or self.runs):
            for command, runs_of_it in zip(commands, kept):
                runs_of_it.append(self.once(command, pinned))
        result = [Series(runs_of_it) for runs_of_it in kept]
        for command, series in zip(commands, result):
            if series.failed:
                self.failures.append(f"`{' '.join(command)}` exited {series.failed}".replace(self.place, "…"))
        return result

    def validate(self, root):
        return [self.specctl, "validate", "--root", root]

    def plan(self, root):
        return [self.specctl, "plan", "--root", root]

    def row(self, *cells, **named):
        self.rows.append(Row(*cells, **named))

    def ratio_row(self, what, series, against, reference, value, bar):
        ratio = series.least(value) / against.least(value)
        self.row(
            what, both(series, value), f"{reference} {milliseconds(against.least(value))}",
            f"{ratio:.2f}", f"≤ {bar} ×", ratio <= bar,
        )

    # The rows, in the table's order.

    def start_up(self):
        version, true = self.interleaved([self.specctl, "--version"], ["/bin/true"], runs=100)
        self.ratio_row("start-up, `--version`", version, true, "`/bin/true`", "wall", 4)

    def validate_time(self, root, features, bar):
        (series,) = self.interleaved(self.validate(root), runs=max(self.runs, 21))
        self.row(
            f"`validate`, {count(features, 'feature')}", both(series, "wall"),
            bar=f"≤ {bar} ms", held=series.least("wall") * 1000 <= bar,
        )

    def validate_floor(self, root, features):
        folder = os.path.join(root, ".claude")
        series, floor, reading = self.interleaved(
            self.validate(root), [self.floor, folder], [self.floor, "--read", folder], pinned=True
        )
        self.ratio_row(
            f"`validate`, {features:,} features, one core", series, floor,
            f"floor (reading alone {milliseconds(reading.least('cpu'))})", "cpu", 1.5,
        )

    def memory(self, what, root, command):
        say(f"measuring the memory of {what}")
        peak = self.once(command, False).peak
        read = bytes_read(self.floor, root)
        bar = 40 * MEGABYTE + 5 * read
        self.row(
            f"memory, {what}", f"{peak / MEGABYTE:.0f} MB", f"{read / MEGABYTE:.0f} MB read",
            f"{peak / read:.2f}", f"≤ {bar / MEGABYTE:.0f} MB", peak <= bar,
        )

    def plan_time(self, root, features, task_count):
        what = f"`plan`, {task_count:,} tasks in {features:,} features"
        for pinned, where, value in ((True, ", one core", "cpu"), (False, "", "wall")):
            plan, json, validate = self.interleaved(
                self.plan(root), [*self.plan(root), "--format", "json"], self.validate(root), pinned=pinned
            )
            self.ratio_row(f"{what}{where}", plan, validate, "`validate`", value, 1.3)
            if not pinned:
                self.ratio_row(f"the same as JSON{where}", json, validate, "`validate`", value, 1.3)

    def documentation(self, root, features):
        """Each run writes all pages: into a folder of its own."""
        script = f'exec "$0" docs --root "$1" --out "$(mktemp -d {self.place}/site-XXXXXX)"'
        (series,) = self.interleaved(["/bin/sh", "-c", script, self.specctl, root])
        self.row(
            f"`docs`, {count(features, 'feature')}", both(series, "wall"), bar="≤ 2 s",
            held=series.least("wall") <= 2,
        )

    def trace_time(self, root, features, files):
        """The text and the tags of as many source files as a large project has."""
        sources = os.path.join(root, "src")
        self.write_sources(sources, features, files)
        trace, validate = self.interleaved(
            [self.specctl, "trace", "--root", root, "--source", "src/**"], self.validate(root)
        )
        what = f"`trace`, {features:,} features, {files:,} source files"
        self.ratio_row(what, trace, validate, "`validate`", "wall", 2)

    def write_sources(self, folder, features, files):
        """Files of 4 kB, every other with a tag."""
        names = sorted(os.listdir(os.path.join(os.path.dirname(folder), ".claude", "specs")))[:features]
        body = "    value = compute(value, 1)\n" * 140
        for number in range(files):
            place = os.path.join(folder, f"part{number % 100}")
            os.makedirs(place, exist_ok=True)
            tag = f"# @spec {names[number % len(names)]}/1.1\n" if number % 2 == 0 else ""
            with open(os.path.join(place, f"module{number}.py"), "w", encoding="utf-8") as file:
                file.write(f"{tag}def run{number}(value):\n{body}    return value\n")

    def in_process(self):
        program = os.path.join(PROJECT, ".build", "release-build", "release", "specctl-benchmark")
        if not os.path.exists(program):
            return
        for part, label in (("waves", "waves"), ("schedule", "schedule with limits")):
            say(f"measuring {part}")
            text = subprocess.run([program, part], check=False, stdout=subprocess.PIPE, text=True).stdout
            self.row(
                f"{label}, 1,000,000 tasks and 3,000,000 edges, in process",
                "; ".join(text.split("\n")).strip("; ") or "no output", bar="≤ 1 s",
                held=seconds_in(text),
            )

    def size(self):
        folder = os.path.dirname(self.specctl)
        size = sum(
            os.path.getsize(os.path.join(place, name))
            for place, _, names in os.walk(folder) for name in names
        )
        self.row("release, unpacked", f"{size / MEGABYTE:.1f} MB", bar="≤ 25 MB", held=size <= 25 * MEGABYTE)


def name(command):
    """A command without its folders, to say what is going on."""
    return " ".join(os.path.basename(part) for part in command if part != "--root")


def seconds_in(text):
    """Whether the benchmark's last line, `in all SECONDS seconds`, keeps the bar of one second."""
    words = text.split()
    try:
        return float(words[-2]) <= 1 if words[-4:-2] == ["in", "all"] else None
    except (IndexError, ValueError):
        return None


def bytes_read(floor, root):
    folder = os.path.join(root, ".claude")
    text = subprocess.run([floor, "--read", folder], check=True, stdout=subprocess.PIPE, text=True).stdout
    return int(dict(line.split() for line in text.splitlines())["bytes"])


def count(number, noun):
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def say(text):
    print(f"bench: {text}", file=sys.stderr, flush=True)


def table(rows):
    """The rows as a Markdown table."""
    lines = [["what", "measured, least", "against", "ratio", "bar", ""]]
    lines += [["---"] * 6]
    lines += [row.cells() for row in rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def machine():
    """The processor, the system and the toolchain, as one line."""
    model = next(
        (line.split(":", 1)[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")),
        platform.machine(),
    )
    swift = subprocess.run(["swift", "--version"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    version = swift.stdout.splitlines()[0] if swift.stdout else "no Swift"
    return f"{model}, {os.cpu_count()} processors; Linux {platform.release()}; {version}"


def measure_all(bench, quick):
    large, planned = (1_000, 500) if quick else (10_000, 5_000)
    one, many, most = (bench.generate(features) for features in (1, 200, large))
    bench.start_up()
    bench.validate_time(one, 1, 10)
    bench.validate_time(many, 200, 60)
    bench.validate_floor(many, 200)
    bench.validate_floor(most, large)
    bench.memory(f"`validate`, {large:,} features", most, bench.validate(most))
    dense = bench.generate(planned, "--tasks-per-feature", "20", "--done", "0")
    bench.plan_time(dense, planned, planned * 20)
    bench.memory(f"`plan`, {planned:,} features", dense, bench.plan(dense))
    site = bench.generate(100 if quick else 1_000, "--done", "0.3")
    bench.documentation(site, 100 if quick else 1_000)
    bench.trace_time(site, 100 if quick else 1_000, 1_000 if quick else 10_000)
    bench.in_process()
    bench.size()


def report(bench):
    text = f"{table(bench.rows)}\n\n{machine()}\n"
    for failure in dict.fromkeys(bench.failures):
        text += f"\nNot to be trusted: {failure}\n"
    return text


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--specctl", default=os.path.join(PROJECT, ".build", "dist", "specctl", "specctl"))
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--record", action="store_true")
    options = parser.parse_args()
    specctl = os.path.abspath(options.specctl)
    if not os.access(specctl, os.X_OK):
        sys.exit(f"bench: there is no '{specctl}': run make release")
    with tempfile.TemporaryDirectory() as place:
        bench = Bench(place, specctl, options.runs)
        measure_all(bench, options.quick)
        text = report(bench)
    print(text, end="")
    if options.record:
        with open(os.path.join(HERE, "RESULTS.md"), "w", encoding="utf-8") as file:
            file.write(f"# Speed and memory\n\nMade by `make bench RECORD=1`.\n\n{text}")


if __name__ == "__main__":
    main()
