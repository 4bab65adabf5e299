"""The script hands over what the plan says: to a stand-in for sbatch, and to a real cluster."""

import os
import pathlib
import re
import shutil
import subprocess
import time

import pytest
from planned import NAMES, most_at_once

# Keeps the arguments and the environment of every call, and counts the jobs. The first
# call beyond $LAST_JOB fails.
SBATCH = r"""#!/bin/bash
set -eu
shopt -s nullglob
jobs=("$CALLS"/*)
id=$((${#jobs[@]} + 101))
[ "$id" -le "${LAST_JOB:-1000000}" ] || { echo "sbatch: error: no more" >&2; exit 1; }
{
  printf '%s\0' "${SPECCTL_STEP-}" "${SPECCTL_TASK-}" "${SPECCTL_FEATURE-}" "${SPECCTL_AGENT-}" \
    "${SPECCTL_KIND-}" "${SPECCTL_TITLE-}" "${SPECCTL_TIMEOUT-}" "${SPECCTL_RUN-}" "$@"
} >"$CALLS/$id"
echo "$id;trial"
"""
OTHER = '#!/bin/sh\necho "$0" "$@" >>"$CALLS.log"\n'


class Job:
    def __init__(self, id, parts):
        self.id = id
        self.environment = dict(zip(NAMES, parts))
        self.run = parts[7]
        self.options = {}
        for word in parts[8:]:
            name, _, value = word.partition("=")
            self.options[name] = value
        self.dependency = {}
        for part in filter(None, self.options.get("--dependency", "").split(",")):
            kind, *jobs = part.split(":")
            self.dependency[kind] = set(map(int, jobs))


class StandIn:
    def __init__(self, folder: pathlib.Path):
        self.calls = folder / "calls"
        self.calls.mkdir()
        self.tools = folder / "tools"
        self.tools.mkdir()
        for name, text in [("sbatch", SBATCH), ("scontrol", OTHER), ("scancel", OTHER)]:
            (self.tools / name).write_text(text)
            (self.tools / name).chmod(0o755)

    def hand_over(self, workspace, *arguments, **variables):
        workspace.write("plan.sh", workspace.plan("slurm", *arguments))
        return subprocess.run(
            ["bash", "plan.sh"],
            cwd=workspace.root,
            env={**os.environ, "PATH": f"{self.tools}:{os.environ['PATH']}",
                 "CALLS": str(self.calls), **variables},
            capture_output=True,
            text=True,
            check=False,
        )

    def jobs(self) -> dict[int, Job]:
        return {
            int(file.name): Job(int(file.name), file.read_bytes().decode().split("\0")[:-1])
            for file in self.calls.iterdir()
        }

    def log(self) -> list[str]:
        log = self.calls.with_name("calls.log")
        return log.read_text().splitlines() if log.exists() else []


@pytest.fixture
def stand_in(tmp_path) -> StandIn:
    return StandIn(tmp_path)


@pytest.mark.parametrize("kind", ["workspace", "hostile"])
def test_every_step_is_handed_over_with_what_it_waits_for(kind, request, stand_in):
    workspace = request.getfixturevalue(kind)
    done = stand_in.hand_over(workspace)
    assert done.returncode == 0, done.stderr
    steps, jobs = workspace.steps(), stand_in.jobs()
    job_of = {job.environment["STEP"]: job for job in jobs.values()}
    assert set(job_of) == set(steps) and len(jobs) == len(steps)
    held = set()
    for id, step in steps.items():
        job = job_of[id]
        assert job.environment == step.environment
        assert job.options["--licenses"] == f"{step.priority}:1"
        assert int(job.options["--time"]) == -(-step.assignment["timeoutSeconds"] // 60)
        assert "--no-requeue" in job.options and "--parsable" in job.options
        ends = {job_of[wait].id for wait in step.waits if not steps[wait].blocking}
        assert job.dependency.get("afterany", set()) == ends
        # Besides what it waits for itself: what a step needs whose failure is only a warning.
        needed = {job_of[wait].id for wait in step.waits if steps[wait].blocking}
        for wait in step.waits:
            if not steps[wait].blocking:
                needed |= job_of[wait].dependency.get("afterok", set())
        assert job.dependency.get("afterok", set()) == needed
        if step.waits:
            assert job.options["--kill-on-invalid-dep"] == "yes"
        else:
            assert "--hold" in job.options
            held.add(job.id)
    released = [int(id) for line in stand_in.log() for id in line.split()[-1].split(",")]
    assert sorted(released) == sorted(held)
    assert not list(workspace.root.rglob("hacked"))
    assert len(done.stdout.splitlines()) == len(steps)


def test_limits_of_agents_and_of_everything_are_licences(workspace, stand_in):
    workspace.limit_more()
    stand_in.hand_over(workspace)
    text = workspace.plan("slurm")
    assert "Licenses=critical:1,high:2,medium:3,low:3,agent-reviewer:1,total:3\n" in text
    for job in stand_in.jobs().values():
        licences = job.options["--licenses"].split(",")
        assert licences[-1] == "total:1"
        assert ("agent-reviewer:1" in licences) == (job.environment["AGENT"] == "reviewer")


def test_all_is_cancelled_when_one_job_is_refused(workspace, stand_in):
    done = stand_in.hand_over(workspace, LAST_JOB="110")
    assert done.returncode != 0 and "cancelled" in done.stderr
    assert [line.split()[-1] for line in stand_in.log()] == [str(id) for id in range(101, 111)]
    assert all("scancel" in line for line in stand_in.log())


@pytest.mark.parametrize("arguments", [[], ["--approval"], ["--run", "echo 'a b' # $x"]])
def test_the_script_is_clean(hostile, tmp_path, arguments):
    script = tmp_path / "plan.sh"
    script.write_bytes(hostile.plan("slurm", *arguments).encode())
    subprocess.run(["bash", "-n", script], check=True)
    tool = shutil.which("shellcheck")
    if not tool:
        pytest.skip("there is no shellcheck")
    done = subprocess.run([tool, script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


# MARK: A real cluster

real = pytest.mark.skipif(
    "SPECCTL_SLURM" not in os.environ, reason="no cluster: scripts/try_slurm.sh starts one"
)


def submit(workspace, *arguments, seconds="0.2"):
    workspace.write("plan.sh", workspace.plan("slurm", *arguments))
    done = subprocess.run(
        ["bash", "plan.sh"],
        cwd=workspace.root,
        env={**os.environ, "RECORDS": str(workspace.records), "STEP_SECONDS": seconds},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def queue():
    done = subprocess.run(
        ["squeue", "-h", "-o", "%i %r"], capture_output=True, text=True, check=True
    )
    return done.stdout.splitlines()


def wait_until(condition, seconds=120):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, queue()
        time.sleep(0.2)


@real
@pytest.mark.parametrize("kind", ["workspace", "hostile"])
def test_a_cluster_runs_everything_in_order_and_within_the_limits(kind, request):
    workspace = request.getfixturevalue(kind)
    submit(workspace)
    wait_until(lambda: not queue())
    workspace.check()


@real
def test_on_a_cluster_what_waits_for_a_failed_step_is_cancelled(workspace):
    workspace.fail("shop/3", "till/2", "alone/@gate/task-checker")
    submit(workspace)
    wait_until(lambda: not queue())
    ran = workspace.check(failing={"shop/3", "till/2", "alone/@gate/task-checker"})
    assert "shop/9" not in ran and "till/4" in ran and "alone/1" not in ran


@real
def test_a_cluster_keeps_limits_of_agents_and_of_everything(workspace):
    workspace.limit_more()
    submit(workspace)
    wait_until(lambda: not queue())
    ran = workspace.check()
    assert most_at_once(ran.values()) == 3
    assert most_at_once(r for r in ran.values() if r["AGENT"] == "reviewer") == 1


@real
def test_on_a_cluster_a_person_is_waited_for(workspace):
    said = submit(workspace, "--approval")
    waiting = re.findall(r"scontrol release (\d+)", said)
    assert len(waiting) == 3
    wait_until(lambda: sum("JobHeldUser" in line for line in queue()) == 3
               and len(workspace.ran()) == 3)
    assert {record["KIND"] for record in workspace.ran().values()} == {"gate"}
    for id in waiting:
        subprocess.run(["scontrol", "release", id], check=True)
    wait_until(lambda: not queue())
    workspace.check()
