#!/usr/bin/env python3
"""Measures how long after a save `specctl validate --watch` has reported: least, middle and most.

usage: watch.py [--specctl BINARY] [--features N] [--saves N]
"""

import argparse
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--specctl", default=str(HERE.parent / ".build/dist/specctl/specctl"))
    parser.add_argument("--features", type=int, default=200)
    parser.add_argument("--saves", type=int, default=100)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        root = pathlib.Path(place) / "workspace"
        subprocess.run(
            [sys.executable, str(HERE / "generate_workspace.py"), "--out", str(root),
             "--features", str(options.features)],
            check=True, stdout=subprocess.DEVNULL,
        )
        times = measure(options.specctl, root, options.saves)
    print(
        f"{options.features} features, {options.saves} saves: "
        f"{min(times):.1f} ms least, {statistics.median(times):.1f} ms middle, "
        f"{max(times):.1f} ms most"
    )
    return 0


def measure(specctl: str, root: pathlib.Path, saves: int) -> list[float]:
    """Milliseconds from the end of each write to the word behind the report."""
    tasks = sorted(root.rglob("tasks.md"))
    process = subprocess.Popen(
        [specctl, "validate", "--watch", "--format", "concise", "--root", str(root)],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )
    wait_for_word(process)
    times = []
    for number in range(saves):
        document = tasks[number % len(tasks)]
        text = document.read_text(encoding="utf-8") + f"\n- [ ] 9{number}. Save\n"
        document.write_text(text, encoding="utf-8")
        saved = time.monotonic()
        wait_for_word(process)
        times.append((time.monotonic() - saved) * 1000)
    process.terminate()
    process.wait()
    return times


def wait_for_word(process: subprocess.Popen) -> None:
    for line in process.stdout:
        if line.startswith("-- "):
            return
    raise SystemExit("watch: the watch ended")


if __name__ == "__main__":
    sys.exit(main())
