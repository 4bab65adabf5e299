"""The workflow is one by GitHub's schema, says what the plan says, and takes no title for code."""

import re
import subprocess

import pytest
from planned import NAMES, PROJECT
from ruamel.yaml import YAML

TOOL = PROJECT / ".build/venv/bin/check-jsonschema"


def schema_check(path):
    return subprocess.run(
        [TOOL, "--builtin-schema", "vendor.github-workflows", str(path)],
        capture_output=True,
        text=True,
        check=False,
    )


def workflow(workspace, *arguments):
    """The workflow as data; it is what the schema of GitHub says."""
    text = workspace.plan("github-actions", *arguments)
    path = workspace.root / "plan.yml"
    path.write_bytes(text.encode())
    done = schema_check(path)
    assert done.returncode == 0, done.stdout + done.stderr
    return YAML(typ="safe").load(text)


def evaluated(text: str) -> str:
    """What GitHub makes of a text: an expression ends at the first `}}` outside of quotes."""
    result, place = "", 0
    while (start := text.find("${{", place)) >= 0:
        end, quoted = start + 3, False
        while quoted or text[end : end + 2] != "}}":
            quoted ^= text[end] == "'"
            end += 1
        string = re.fullmatch(r"'((?:[^']|'')*)'", text[start + 3 : end].strip())
        assert string, f"{text[start:end]} is more than a string"
        result += text[place:start] + string[1].replace("''", "'")
        place = end + 2
    return result + text[place:]


def behind(jobs, name, known):
    """All jobs that a job waits for, through others."""
    if name not in known:
        needs = jobs[name].get("needs", [])
        known[name] = set(needs).union(*(behind(jobs, need, known) for need in needs))
    return known[name]


def runs(job):
    return [step for step in job["steps"] if "SPECCTL_STEP" in step.get("env", {})]


@pytest.mark.parametrize("kind", ["workspace", "hostile"])
def test_a_job_a_step_waits_as_the_plan_says(kind, request):
    workspace = request.getfixturevalue(kind)
    steps, jobs = workspace.steps(), workflow(workspace)["jobs"]
    assert len({name.lower() for name in jobs}) == len(jobs) == len(steps)
    assert all(re.fullmatch("[A-Za-z_][A-Za-z0-9_-]{0,99}", name) for name in jobs)
    job_of, groups = {}, {}
    for name, job in jobs.items():
        (run,) = runs(job)
        environment = {n: evaluated(run["env"][f"SPECCTL_{n}"]) for n in NAMES}
        step = steps[environment["STEP"]]
        assert environment == step.environment
        evaluated(job["name"])
        job_of[step.id] = name
        groups.setdefault(step.priority, set()).add(job["concurrency"]["group"])
        assert job["concurrency"]["queue"] == "max"
        assert run.get("continue-on-error", False) == (not step.blocking)
        assert run["timeout-minutes"] == -(-step.assignment["timeoutSeconds"] // 60)
        assert (job.get("environment") == "specctl-gate") == (step.environment["KIND"] == "gate")
    # One job of a group runs at a time: as many groups as the limit keep it.
    for step in steps.values():
        assert len(groups[step.priority]) <= step.limit
    assert len(set().union(*groups.values())) == sum(map(len, groups.values()))
    known = {}
    for step in steps.values():
        waits = {job_of[wait] for wait in closure(steps, step.id)}
        assert behind(jobs, job_of[step.id], known) == waits


def closure(steps, id):
    found, pending = set(), [id]
    while pending:
        for wait in steps[pending.pop()].waits - found:
            found.add(wait)
            pending.append(wait)
    return found


def test_more_steps_than_jobs_become_waves_with_matrices(workspace):
    workspace.feature("wide", "".join(f"- [ ] {n}. T {n} ${{{{ x }}}}\n  - _Depends: 1_\n" if n > 1
                                      else "- [ ] 1. T\n" for n in range(1, 400)))
    steps, jobs = workspace.steps(), workflow(workspace)["jobs"]
    known, job_of, size = {}, {}, 0
    for name, job in jobs.items():
        entries = job["strategy"]["matrix"]["include"]
        assert 0 < len(entries) <= 256 and job["strategy"]["fail-fast"] is False
        size += len(entries)
        for entry in entries:
            environment = {n: evaluated(entry[f"SPECCTL_{n}"]) for n in NAMES}
            step = steps[environment["STEP"]]
            assert environment == step.environment
            assert job["strategy"]["max-parallel"] == step.limit
            assert entry["forgiving"] == (not step.blocking)
            job_of[step.id] = name
        (run,) = runs(job)
        assert all(run["env"][f"SPECCTL_{n}"] == f"${{{{ matrix.SPECCTL_{n} }}}}" for n in NAMES)
    assert size == len(job_of) == len(steps)
    for step in steps.values():
        before = behind(jobs, job_of[step.id], known)
        assert all(job_of[wait] in before for wait in step.waits)
        for other in steps.values():
            if other.priority == step.priority and job_of[other.id] != job_of[step.id]:
                # Two matrices of one priority never run at once, or their limits would add up.
                pair = {job_of[other.id], job_of[step.id]}
                assert pair & before or pair & behind(jobs, job_of[other.id], known)


def test_a_person_is_waited_for_behind_the_gates(workspace):
    jobs = workflow(workspace, "--approval")["jobs"]
    waiting = {name for name, job in jobs.items() if job.get("environment") == "specctl-approval"}
    gates = {name for name, job in jobs.items() if job.get("environment") == "specctl-gate"}
    assert len(waiting) == len(gates) == 3
    known = {}
    for name in set(jobs) - waiting - gates:
        before = behind(jobs, name, known)
        assert before & waiting and before & gates
        assert not set(jobs[name].get("needs", [])) & gates


def test_limits_that_are_lost_are_told(workspace):
    workspace.limit_more()
    text = workspace.plan("github-actions")
    assert "# - Limits of single agents (reviewer 1).\n" in text
    assert "# - The limit of 3 for all steps together.\n" in text


def test_the_command_may_hold_expressions(workspace):
    command = "KEY=${{ secrets.KEY }} ./run \"it's\" # note"
    for job in workflow(workspace, "--run", command)["jobs"].values():
        assert [step["run"] for step in job["steps"] if "run" in step] == [command]


@pytest.mark.parametrize(
    "fault", [("timeout-minutes:", "timeout-minute:"), ("queue: max", "queue: 7"),
              ("needs: [", "needs: [[], "), ("    steps:\n", "    stepz:\n")]
)
def test_the_schema_finds_planted_faults(workspace, fault, tmp_path):
    text = workspace.plan("github-actions")
    assert fault[0] in text
    path = tmp_path / "faulty.yml"
    path.write_text(text.replace(*fault), encoding="utf-8")
    assert schema_check(path).returncode == 1
