"""The workflow is one by Argo's schema, says what the plan says, and hands texts on unharmed."""

import os
import re
import subprocess

import pytest
from planned import NAMES, PROJECT, SCHEMAS
from ruamel.yaml import YAML

TOOL = PROJECT / ".build/venv/bin/check-jsonschema"
SCHEMA = SCHEMAS / "argo-workflows.schema.json"


def schema_check(text, folder):
    if not SCHEMA.exists():
        pytest.skip(f"there is no {SCHEMA}")
    path = folder / "workflow.yml"
    path.write_bytes(text.encode())
    return subprocess.run(
        [TOOL, "--schemafile", str(SCHEMA), str(path)], capture_output=True, text=True, check=False
    )


def documents(text):
    return list(YAML(typ="safe").load_all(text))


def parameters(of):
    return {item["name"]: item.get("value") for item in of["arguments"]["parameters"]}


class Dag:
    def __init__(self, workspace, *arguments):
        self.text = workspace.plan("argo", *arguments)
        self.limits, self.workflow = documents(self.text)
        spec = self.workflow["spec"]
        self.templates = {template["name"]: template for template in spec["templates"]}
        self.tasks = {task["name"]: task for task in self.templates["plan"]["dag"]["tasks"]}

    def run(self, task, folder):
        """What the command sees in the container of a task."""
        template = self.templates[task["template"]]
        values = parameters(task)
        environment = {"PATH": os.environ["PATH"]}
        for entry in template["script"]["env"]:
            name = re.fullmatch(r"\{\{(?:inputs|workflow)\.parameters\.(\w+)\}\}", entry["value"])[1]
            environment[entry["name"]] = (
                r"""printf '%s\01340' "$SPECCTL_STEP" "$SPECCTL_TASK" "$SPECCTL_FEATURE" """
                """"$SPECCTL_AGENT" "$SPECCTL_KIND" "$SPECCTL_TITLE" "$SPECCTL_TIMEOUT"; exit 5"""
                if name == "run"
                else values[name]
            )
        done = subprocess.run(
            ["sh", "-c", template["script"]["source"]],
            env=environment,
            cwd=folder,
            capture_output=True,
            check=False,
        )
        assert done.returncode == (0 if task["template"].endswith("-forgiving") else 5)
        return dict(zip(NAMES, done.stdout.decode().split("\0")))


@pytest.mark.parametrize("kind", ["workspace", "hostile"])
@pytest.mark.parametrize("arguments", [[], ["--approval"]])
def test_it_is_what_the_official_schema_says(kind, arguments, request, tmp_path):
    workspace = request.getfixturevalue(kind)
    workflow = workspace.plan("argo", *arguments).split("\n---\n")[1]
    done = schema_check(workflow, tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    "fault",
    [("failFast: false", "failFast: perhaps"), ("depends: ", "depends: 3 #"),
     ('limit: "2"', "limit: {}"), ("      tasks:\n", "      tasks: none\n      tusks:\n"),
     ("kind: Workflow", "kind: [Workflow]")],
)
def test_the_schema_finds_planted_faults(workspace, fault, tmp_path):
    workflow = workspace.plan("argo").split("\n---\n")[1]
    assert fault[0] in workflow
    assert schema_check(workflow.replace(*fault), tmp_path).returncode == 1


@pytest.mark.parametrize("kind", ["workspace", "hostile"])
def test_tasks_wait_and_learn_what_the_plan_says(kind, request, tmp_path):
    workspace = request.getfixturevalue(kind)
    steps, dag = workspace.steps(), Dag(workspace)
    assert all(re.fullmatch("[a-zA-Z][-a-zA-Z0-9]*", name) for name in dag.tasks)
    step_of = {}
    for name, task in dag.tasks.items():
        for value in parameters(task).values():
            # Nothing that Argo, Kubernetes or a shell would take for a variable.
            assert not set(value) & set("{}$\n")
        seen = dag.run(task, tmp_path)
        step = steps[seen["STEP"]]
        assert seen | {"TITLE": step.environment["TITLE"]} == step.environment
        assert seen["TITLE"] == step.environment["TITLE"]
        step_of[name] = step
        template = dag.templates[task["template"]]
        (semaphore,) = template["synchronization"]["semaphores"]
        assert semaphore["configMapKeyRef"] == {
            "name": dag.limits["metadata"]["name"], "key": step.priority}
        assert dag.limits["data"][step.priority] == str(step.limit)
        assert template["activeDeadlineSeconds"] == "{{inputs.parameters.SPECCTL_TIMEOUT}}"
        assert template["retryStrategy"]["retryPolicy"] == "OnError"
    assert not list(tmp_path.rglob("hacked"))
    assert {step.id for step in step_of.values()} == set(steps)
    for name, task in dag.tasks.items():
        waits = set()
        for term in filter(None, task.get("depends", "").split(" && ")):
            before = re.match(r"\(?([-\w]+)\.Succeeded", term)[1]
            goes_on = term == f"({before}.Succeeded || {before}.Failed || {before}.Errored)"
            assert goes_on or term == f"{before}.Succeeded"
            assert goes_on == (not step_of[before].blocking)
            waits.add(step_of[before].id)
        assert waits == step_of[name].waits


def test_limits_of_agents_and_of_everything_are_kept(workspace, tmp_path):
    workspace.limit_more()
    dag = Dag(workspace)
    assert dag.workflow["spec"]["parallelism"] == 3
    assert dag.limits["data"]["agent-reviewer"] == "1"
    for task in dag.tasks.values():
        locks = dag.templates[task["template"]]["synchronization"]["semaphores"]
        keys = [lock["configMapKeyRef"]["key"] for lock in locks]
        is_review = parameters(task)["SPECCTL_AGENT"] == "reviewer"
        assert keys[1:] == (["agent-reviewer"] if is_review else [])
    done = schema_check(dag.text.split("\n---\n")[1], tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_person_is_waited_for_behind_the_gates(workspace):
    dag = Dag(workspace, "--approval")
    waiting = [task for task in dag.tasks.values() if task["template"] == "approval"]
    assert len(waiting) == 3 and dag.templates["approval"]["suspend"] == {}
    assert all("gate" in task["depends"] for task in waiting)


def test_the_command_is_handed_on_as_it_is(workspace):
    command = "printf '%s' \"{{x}} ${HOME} \\n\" 'it''s'\ntrue"
    coded = parameters(Dag(workspace, "--run", command).workflow["spec"])["run"]
    done = subprocess.run(["printf", "%b", coded], capture_output=True, check=True)
    assert done.stdout.decode() == command
