"""The build file does what the plan says, in a real ninja."""

import os
import re
import shutil
import signal
import subprocess
import time

import pytest

NINJA = shutil.which("ninja")
pytestmark = pytest.mark.skipif(not NINJA, reason="there is no ninja (Debian: ninja-build)")
STAMPS = ".specctl/ninja"


def environment(workspace, seconds="0.05"):
    return {**os.environ, "RECORDS": str(workspace.records), "STEP_SECONDS": seconds}


def ninja(workspace, *arguments, seconds="0.05"):
    return subprocess.run(
        [NINJA, "-k", "0", "-j", "40", *arguments],
        cwd=workspace.root,
        env=environment(workspace, seconds),
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )


def write(workspace, *arguments):
    workspace.write("build.ninja", workspace.plan("ninja", *arguments))


def test_everything_runs_once_in_order_and_within_the_limits(workspace):
    write(workspace)
    done = ninja(workspace, seconds="0.2")
    assert done.returncode == 0, done.stdout + done.stderr
    ran = workspace.check()
    most = workspace.check_limits(workspace.steps(), ran)
    # The limits are reached, so that it means something that they are kept.
    assert most["critical"] == 1 and most["high"] == 2
    assert "no work to do" in ninja(workspace).stdout
    assert workspace.ran() == ran


def test_a_limit_for_everything_is_that_of_jobs_and_lost_limits_are_told(workspace):
    workspace.limit_more()
    text = workspace.plan("ninja")
    assert "#   ninja -k 0 -j 3\n" in text
    assert "# - Limits of single agents (reviewer 1)." in text
    assert "-j 2\n" in workspace.plan("ninja", "--max-parallel", "2")


def test_what_waits_for_a_failed_step_does_not_start_and_everything_else_does(workspace):
    write(workspace)
    workspace.fail("shop/3", "till/2")
    done = ninja(workspace)
    assert done.returncode == 1
    ran = workspace.check(failing={"shop/3", "till/2"})
    assert "shop/9" not in ran and "shop/8" in ran
    # An optional task and its failure stop nothing.
    assert "till/3" in ran and "warning: till/2 failed with status 3" in done.stdout
    assert (workspace.root / STAMPS / "till/2.done").read_text() == "failed 3\n"

    workspace.fail()
    workspace.forget()
    assert ninja(workspace).returncode == 0
    again = set(workspace.ran())
    assert "shop/3" in again and "shop/9" in again and not again & {"shop/2", "till/1", "till/2"}


@pytest.mark.parametrize(
    "fault",
    [
        (r"depth = 2\n", "depth = 9\n"),
        (r"(build \S+/shop/9\.done: step)( \|\|( \$\n    \S+)+)", r"\1"),
        (r"(till/2\.done: )forgiving_step", r"\1step"),
        (r"SPECCTL_TITLE='Part 3'", "SPECCTL_TITLE=Part"),
    ],
    ids=["limit", "order", "failure", "environment"],
)
def test_the_checks_find_planted_faults(workspace, fault):
    text, count = re.subn(*fault, workspace.plan("ninja"))
    assert count
    workspace.write("build.ninja", text)
    workspace.fail("till/2")
    ninja(workspace, seconds="0.2")
    with pytest.raises(AssertionError):
        workspace.check(failing={"till/2"})


def test_one_feature_can_be_asked_for_by_name(workspace):
    write(workspace)
    assert ninja(workspace, "till").returncode == 0
    assert {id.split("/")[0] for id in workspace.ran()} == {"till"}


def test_nothing_is_repeated_when_the_plan_is_made_anew(workspace):
    write(workspace)
    assert ninja(workspace).returncode == 0
    before = set(workspace.ran())
    tasks = (workspace.root / ".claude/specs/till/tasks.md").read_text()
    workspace.feature("till", tasks.replace("First", "Said otherwise") + "- [ ] 5. New\n")
    write(workspace, "--run", "true; ./scripts/run-step")
    assert ninja(workspace).returncode == 0
    assert set(workspace.ran()) - before == {"till/5", "till/5/@review/reviewer"}


def test_nothing_is_repeated_when_ninja_is_killed(workspace):
    write(workspace)
    for attempt in range(8):
        child = subprocess.Popen(
            [NINJA, "-k", "0", "-j", "40"],
            cwd=workspace.root,
            env=environment(workspace, "0.1"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(0.15 + 0.05 * attempt)
        child.send_signal(signal.SIGKILL)
        child.wait()
        # Its steps live on for a moment; two ninjas must not run at once.
        while workspace.is_busy():
            time.sleep(0.02)
    assert ninja(workspace).returncode == 0
    workspace.check()


def test_interrupting_ninja_stops_the_steps(workspace):
    write(workspace)
    child = subprocess.Popen(
        [NINJA, "-j", "40"],
        cwd=workspace.root,
        env=environment(workspace, "30"),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    while not workspace.ran():
        time.sleep(0.02)
    child.send_signal(signal.SIGINT)
    assert child.wait(timeout=10) != 0
    end = time.monotonic() + 5
    while workspace.is_busy():
        assert time.monotonic() < end
        time.sleep(0.02)
    assert not list((workspace.root / STAMPS).rglob("*.done"))


def test_a_person_is_waited_for_behind_the_gates(workspace):
    write(workspace, "--approval")
    done = ninja(workspace)
    assert done.returncode == 1
    assert {record["KIND"] for record in workspace.ran().values()} == {"gate"}
    for feature in ["shop", "till", "alone"]:
        stamp = f"{STAMPS}/{feature}/@approval.done"
        assert f"touch {stamp}" in done.stdout
        (workspace.root / stamp).touch()
    done = ninja(workspace)
    assert done.returncode == 0, done.stdout
    workspace.check()


def test_hostile_names_reach_the_command_as_they_are(hostile):
    write(hostile)
    done = ninja(hostile)
    assert done.returncode == 0, done.stdout + done.stderr
    hostile.check()
    assert not list(hostile.root.rglob("hacked"))
    assert "no work to do" in ninja(hostile).stdout


def test_a_hostile_command_is_run_as_it_is(workspace):
    command = """printf '%s' "it's $SPECCTL_TASK" '\n$$' >/dev/null && ./scripts/run-step # note"""
    write(workspace, "--run", command)
    done = ninja(workspace)
    assert done.returncode == 0, done.stdout + done.stderr
    workspace.check()
