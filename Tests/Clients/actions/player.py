"""Plays a composite action, or a workflow, as a runner of GitHub would: every script with bash in a
repository, with the files that a runner gives it. Steps that use other actions are written down."""

import dataclasses
import os
import pathlib
import subprocess
import uuid

import yaml
from commands import Log
from expressions import condition, interpolate


class PlayError(Exception):
    """What a runner would refuse."""


@dataclasses.dataclass
class Step:
    name: str
    #: 'success', 'failure' or 'skipped'
    outcome: str = "skipped"
    status: int | None = None
    uses: str | None = None
    inputs: dict = dataclasses.field(default_factory=dict)
    outputs: dict = dataclasses.field(default_factory=dict)
    log: Log = dataclasses.field(default_factory=Log)
    summary: str = ""


@dataclasses.dataclass
class Played:
    steps: list
    outputs: dict

    def __getitem__(self, name: str) -> Step:
        return next(step for step in self.steps if step.name == name)

    @property
    def fails(self) -> bool:
        return any(step.outcome == "failure" for step in self.steps)

    @property
    def annotations(self) -> list:
        return [one for step in self.steps for one in step.log.annotations]

    @property
    def commands(self) -> list:
        return [one for step in self.steps for one in step.log.commands]

    @property
    def summary(self) -> str:
        return "".join(step.summary for step in self.steps)

    @property
    def text(self) -> str:
        """Everything that was printed, for people who look for why a test failed."""
        parts = []
        for step in self.steps:
            parts.append(f"--- {step.name}: {step.outcome} {step.status}")
            parts += step.log.lines + [str(command) for command in step.log.commands]
        return "\n".join(parts)


@dataclasses.dataclass
class Player:
    """A machine with a repository, a folder for temporary files and what is on its PATH."""

    repository: pathlib.Path
    temporary: pathlib.Path
    path: list
    #: What happened: members of the context `github`.
    github: dict = dataclasses.field(default_factory=dict)
    variables: dict = dataclasses.field(default_factory=dict)
    secrets: dict = dataclasses.field(default_factory=dict)
    #: What steps that use other actions end with, by the name before '@'.
    failing_uses: tuple = ()

    def action(self, file: pathlib.Path, inputs: dict | None = None) -> Played:
        """Plays a composite action; inputs that it does not declare are an error here."""
        document = yaml.safe_load(file.read_text(encoding="utf-8"))
        declared = document.get("inputs", {})
        given = dict(inputs or {})
        if unknown := set(given) - set(declared):
            raise PlayError(f"there is no input {sorted(unknown)}")
        values = {name: given.get(name, about.get("default", "")) for name, about in declared.items()}
        runs = document["runs"]
        if runs["using"] != "composite":
            raise PlayError("only composite actions are played")
        if missing := [step for step in runs["steps"] if "run" in step and "shell" not in step]:
            raise PlayError(f"a script of a composite action names its shell: {missing}")
        contexts = self._contexts(action_path=str(file.parent)) | {"inputs": values}
        played = self._play(runs["steps"], contexts, {})
        for name, output in document.get("outputs", {}).items():
            played.outputs[name] = interpolate(output["value"], contexts, {})
        return played

    def workflow(self, file: pathlib.Path, job: str) -> Played:
        """Plays a job of a workflow."""
        document = yaml.safe_load(file.read_text(encoding="utf-8"))
        contexts = self._contexts()
        about = document["jobs"][job]
        environment = {}
        for level in (document, about):
            for name, value in level.get("env", {}).items():
                environment[name] = interpolate(value, contexts, {})
        contexts["env"] = environment
        return self._play(about["steps"], contexts, environment)

    def _contexts(self, **github) -> dict:
        happened = {
            "event_name": "push",
            "repository": "somebody/something",
            "server_url": "https://github.com",
            "event": {},
        }
        return {
            "github": happened | self.github | github,
            "runner": {"temp": str(self.temporary), "os": "Linux"},
            "steps": {},
            "vars": self.variables,
            "secrets": self.secrets,
            "inputs": {},
            "env": {},
        }

    def _play(self, steps: list, contexts: dict, environment: dict) -> Played:
        played = Played([], {})
        functions = {
            "success": lambda: not played.fails,
            "failure": lambda: played.fails,
            "cancelled": lambda: False,
            "always": lambda: True,
        }
        path = list(self.path)
        for number, step in enumerate(steps):
            unknown = set(step) - {
                "name", "id", "if", "uses", "with", "run", "shell", "env", "continue-on-error",
                "working-directory",
            }  # fmt: skip
            if unknown:
                raise PlayError(f"step {number} has {sorted(unknown)}, which is not played")
            done = Step(step.get("name") or step.get("uses") or f"step {number}")
            played_before = condition(step.get("if", "success()"), contexts, functions)
            if played_before:
                own = environment | {
                    name: interpolate(value, contexts, functions)
                    for name, value in step.get("env", {}).items()
                }
                if "uses" in step:
                    self._note(step, done, contexts, functions)
                else:
                    self._run(step, done, own, path)
            if step.get("continue-on-error") and done.outcome == "failure":
                done.outcome = "success"
            played.steps.append(done)
            if "id" in step:
                contexts["steps"][step["id"]] = {
                    "outcome": done.outcome,
                    "conclusion": done.outcome,
                    "outputs": done.outputs,
                }
        return played

    def _note(self, step: dict, done: Step, contexts: dict, functions: dict) -> None:
        done.uses = step["uses"]
        done.inputs = {
            name: interpolate(value, contexts, functions)
            for name, value in step.get("with", {}).items()
        }
        done.outcome = "failure" if done.uses.split("@")[0] in self.failing_uses else "success"

    def _run(self, step: dict, done: Step, environment: dict, path: list) -> None:
        if "${{" in step["run"]:
            raise PlayError(f"'{done.name}' puts a value into its script")
        if step.get("shell", "bash") != "bash":
            raise PlayError(f"'{done.name}' is for the shell '{step['shell']}'")
        mark = uuid.uuid4().hex
        files = {
            name: self.temporary / f"{name}_{mark}"
            for name in ("GITHUB_OUTPUT", "GITHUB_ENV", "GITHUB_PATH", "GITHUB_STEP_SUMMARY")
        }
        for file in files.values():
            file.touch()
        script = self.temporary / f"{mark}.sh"
        script.write_text(step["run"], encoding="utf-8")
        run = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
            cwd=self.repository / step.get("working-directory", "."),
            env={
                "PATH": os.pathsep.join([*reversed(path), "/usr/local/bin:/usr/bin:/bin"]),
                "HOME": str(self.temporary),
                "RUNNER_TEMP": str(self.temporary),
                "GITHUB_WORKSPACE": str(self.repository),
                "GITHUB_ACTIONS": "true",
                "CI": "true",
                **{name: str(file) for name, file in files.items()},
                **environment,
            },
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
            timeout=120,
        )
        done.status = run.returncode
        done.outcome = "success" if run.returncode == 0 else "failure"
        done.log.read(run.stdout.decode("utf-8", "replace"))
        done.outputs = _pairs(files["GITHUB_OUTPUT"])
        done.summary = files["GITHUB_STEP_SUMMARY"].read_text(encoding="utf-8")
        path += files["GITHUB_PATH"].read_text(encoding="utf-8").splitlines()


def _pairs(file: pathlib.Path) -> dict:
    """The lines `name=value` that a step wrote; other forms are not used here."""
    pairs = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        name, mark, value = line.partition("=")
        if not mark:
            raise PlayError(f"'{line}' is no output")
        pairs[name] = value
    return pairs
