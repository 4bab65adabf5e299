"""Pipelines, action and hooks are what the services' own schemas and readers want."""

import pathlib
import re
import shutil
import subprocess
import sys

import pytest
import yaml
from repositories import ACTION, PROJECT, specctl

BIN = pathlib.Path(sys.executable).parent
HOOKS = PROJECT / ".pre-commit-hooks.yaml"


def checked(schema: str, file: pathlib.Path) -> subprocess.CompletedProcess:
    more = ["--data-transform", "gitlab-ci"] if "gitlab" in schema else []
    return subprocess.run(
        [BIN / "check-jsonschema", "--builtin-schema", schema, *more, file],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def pipelines(tmp_path_factory) -> pathlib.Path:
    folder = tmp_path_factory.mktemp("pipelines")
    for service in ("github", "gitlab"):
        assert specctl("init", "--agents", "none", "--ci", service, cwd=folder).returncode == 0
    shutil.copy(ACTION, folder / "action.yml")
    return folder


FILES = [
    ("vendor.github-actions", "action.yml"),
    ("vendor.github-workflows", ".github/workflows/specs.yml"),
    ("custom.github-workflows-require-timeout", ".github/workflows/specs.yml"),
    ("vendor.gitlab-ci", ".gitlab-ci.yml"),
    ("vendor.gitlab-ci", ".gitlab/specs.yml"),
]


@pytest.mark.parametrize(("schema", "file"), FILES)
def test_files_are_what_the_schema_of_the_service_says(pipelines, schema, file):
    done = checked(schema, pipelines / file)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("schema", "file", "old", "new"),
    [
        ("vendor.github-actions", "action.yml", "using: composite", "using: compsite"),
        ("vendor.github-actions", "action.yml", "      run: |", "      rum: |"),
        ("vendor.github-workflows", ".github/workflows/specs.yml", "runs-on:", "runs_on:"),
        ("vendor.github-workflows", ".github/workflows/specs.yml", "contents: read", "contents: reed"),
        ("vendor.gitlab-ci", ".gitlab/specs.yml", "when: always", "when: ever"),
        ("vendor.gitlab-ci", ".gitlab/specs.yml", "  script:", "  skript:"),
    ],
)
def test_planted_errors_are_found(pipelines, tmp_path, schema, file, old, new):
    text = (pipelines / file).read_text()
    assert old in text
    planted = tmp_path / "planted.yml"
    planted.write_text(text.replace(old, new, 1))
    assert checked(schema, planted).returncode == 1


def test_the_file_for_includes_is_a_pipeline_as_it_stands(pipelines):
    template = PROJECT / "templates/ci/gitlab.yml"
    assert template.read_text() == (pipelines / ".gitlab/specs.yml").read_text()


def manifest(file: pathlib.Path) -> int:
    return subprocess.run([BIN / "pre-commit", "validate-manifest", file], check=False).returncode


def test_the_hooks_are_what_pre_commit_wants(tmp_path):
    assert manifest(HOOKS) == 0
    planted = tmp_path / ".pre-commit-hooks.yaml"
    planted.write_text(HOOKS.read_text().replace("language: system", "language: sistem", 1))
    assert manifest(planted) != 0


# --- Scripts --------------------------------------------------------------------------------------


def scripts(pipelines: pathlib.Path) -> list[tuple[str, str, str]]:
    """Every script of the files with its shell and a name."""
    found = []
    action = yaml.safe_load((pipelines / "action.yml").read_text())["runs"]["steps"]
    workflow = yaml.safe_load((pipelines / ".github/workflows/specs.yml").read_text())
    for step in [*action, *workflow["jobs"]["specs"]["steps"]]:
        if "run" in step:
            found.append(("bash", step["name"], step["run"]))
    for name, job in yaml.safe_load((pipelines / ".gitlab/specs.yml").read_text()).items():
        if name != "variables":
            lines = [*job.get("before_script", []), *job.get("script", [])]
            found.append(("sh", name, "\n".join(lines)))
    return found


def test_every_script_stops_at_its_first_failure(pipelines):
    for shell, name, text in scripts(pipelines):
        if shell == "bash":
            assert text.startswith("set -euo pipefail\n"), name


def test_no_value_is_put_into_a_script(pipelines):
    for _, name, text in scripts(pipelines):
        assert "${{" not in text and "$[[" not in text, name


@pytest.mark.skipif(not shutil.which("shellcheck"), reason="shellcheck is not installed")
def test_shellcheck_has_nothing_to_say_about_the_scripts(pipelines):
    for shell, name, text in scripts(pipelines):
        done = subprocess.run(
            ["shellcheck", "--shell", shell, "-"], input=text, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"{name}\n{done.stdout}"


def test_other_actions_are_pinned_by_their_major_version(pipelines):
    for file in ("action.yml", ".github/workflows/specs.yml"):
        uses = re.findall(r"uses: (\S+)", (pipelines / file).read_text())
        assert uses and all(re.fullmatch(r"(actions|github)/[\w/-]+@v\d+", use) for use in uses)


def test_every_input_of_the_action_is_used_and_documented():
    document = yaml.safe_load(ACTION.read_text())
    text = ACTION.read_text()
    guide = (PROJECT / "docs/ci.md").read_text()
    for name, about in document["inputs"].items():
        assert f"inputs.{name}" in text and about["description"]
        assert f"| `{name}` |" in guide, f"docs/ci.md says nothing of the input '{name}'"
    used = set(re.findall(r"inputs\.([\w-]+)", text))
    assert used == set(document["inputs"])


def examples(word: str) -> list[str]:
    """The examples of the guide that have a word in them."""
    guide = (PROJECT / "docs/ci.md").read_text()
    found = [block for block in re.findall(r"```yaml\n(.*?)```", guide, re.S) if word in block]
    assert found
    return found


def test_the_examples_of_the_guide_use_inputs_that_there_are():
    inputs = set(yaml.safe_load(ACTION.read_text())["inputs"])
    for example in examples("/specctl@"):
        steps = [step for job in yaml.safe_load(example)["jobs"].values() for step in job["steps"]]
        used = [set(step["with"]) for step in steps if "/specctl@" in step["uses"]]
        assert used and all(names <= inputs for names in used)


def test_the_examples_of_the_guide_are_configurations_of_pre_commit(tmp_path):
    hooks = {hook["id"] for hook in yaml.safe_load(HOOKS.read_text())}
    for example in examples("repos:"):
        file = tmp_path / ".pre-commit-config.yaml"
        file.write_text(example)
        done = subprocess.run([BIN / "pre-commit", "validate-config", file], check=False)
        assert done.returncode == 0
        used = [hook["id"] for each in yaml.safe_load(example)["repos"] for hook in each["hooks"]]
        assert set(used) <= hooks
