"""What `specctl init --ci` writes runs, and says what it lacks."""

import hashlib
import json
import pathlib
import shutil
import subprocess
import xml.etree.ElementTree

import pytest
from gitlab import Pipeline
from player import Player
from repositories import SPECCTL, committed, git, release, specctl, workspace

WORKFLOW = ".github/workflows/specs.yml"


@pytest.fixture
def repository(tmp_path) -> pathlib.Path:
    folder = tmp_path / "a repository é 😀"
    folder.mkdir()
    return folder


@pytest.fixture
def temporary(tmp_path) -> pathlib.Path:
    folder = tmp_path / "runner temp"
    folder.mkdir()
    return folder


def written(repository: pathlib.Path, service: str, *arguments: str) -> str:
    done = specctl("init", "--ci", service, *arguments, cwd=repository)
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


def test_the_workflow_runs_with_a_program_on_the_path(repository, temporary):
    workspace(repository)
    written(repository, "github")
    player = Player(repository, temporary, [str(SPECCTL.parent)])
    played = player.workflow(repository / WORKFLOW, "specs")
    assert not played.fails, played.text
    assert played["Check out"].uses == "actions/checkout@v6"
    assert "no problems" in played.summary
    site = pathlib.Path(played["Keep the site"].inputs["path"])
    assert (site / "index.html").is_file()
    assert played["Show findings in code scanning"].outcome == "skipped"


def test_the_workflow_fails_for_findings_and_reports_them(repository, temporary):
    workspace(repository, broken=True)
    written(repository, "github")
    player = Player(repository, temporary, [str(SPECCTL.parent)])
    player.variables = {"SPECCTL_CODE_SCANNING": "true"}
    played = player.workflow(repository / WORKFLOW, "specs")
    assert played["Validate"].status == 1
    assert played.annotations and "**Fails**" in played.summary
    upload = played["Show findings in code scanning"]
    assert json.loads(pathlib.Path(upload.inputs["sarif_file"]).read_text())["runs"][0]["results"]


def test_the_workflow_tells_what_a_pull_request_does_to_the_plan(repository, temporary):
    committed(workspace(repository))
    written(repository, "github")
    base = git(repository, "rev-parse", "HEAD").strip()
    tasks = repository / ".claude/specs/order-book/tasks.md"
    tasks.write_text(tasks.read_text() + "- [ ] 3. Cancel orders\n  - _Requirements: 1.1_\n")
    player = Player(repository, temporary, [str(SPECCTL.parent)])
    player.github = {
        "event_name": "pull_request",
        "event": {"pull_request": {"base": {"sha": base}}},
    }
    played = player.workflow(repository / WORKFLOW, "specs")
    assert "### Plan: 1 task added" in played.summary


@pytest.mark.parametrize("name", ["##[add-mask]secret", "::add-mask::secret"])
def test_no_name_becomes_a_command_of_the_workflow(repository, temporary, name):
    inner = workspace(repository / name)
    committed(repository)
    written(inner, "github")
    # Every step tells of the folder that it cannot read.
    shutil.rmtree(inner)
    played = Player(repository, temporary, [str(SPECCTL.parent)]).workflow(repository / WORKFLOW, "specs")
    assert [played[step].status for step in ("Validate", "Sum up", "Make the site")] == [2, 2, 2]
    assert {one.name for one in played.commands} <= {"error"}, played.text
    for step in ("Validate", "Sum up", "Make the site"):
        assert played[step].log.stopped_by is None
        assert any("add-mask" in line for line in played[step].log.lines), played.text


def test_the_workflow_says_what_it_lacks(repository, temporary):
    workspace(repository)
    written(repository, "github")
    played = Player(repository, temporary, []).workflow(repository / WORKFLOW, "specs")
    assert played["Install specctl"].status == 1
    assert "SPECCTL_WHEEL or SPECCTL_ARCHIVE" in played.annotations[0].message
    assert [step.outcome for step in played.steps[2:]] == ["skipped"] * (len(played.steps) - 2)


def archive(folder: pathlib.Path) -> tuple[str, str]:
    """The address of a release archive and its checksum."""
    file = next(release(folder).glob("*.tar.gz"))
    return file.as_uri(), hashlib.sha256(file.read_bytes()).hexdigest()


def test_the_workflow_installs_an_archive_whose_checksum_fits(repository, temporary, tmp_path):
    workspace(repository)
    written(repository, "github")
    address, digest = archive(tmp_path)
    player = Player(repository, temporary, [])
    player.variables = {"SPECCTL_ARCHIVE": address, "SPECCTL_SHA256": digest}
    played = player.workflow(repository / WORKFLOW, "specs")
    assert not played.fails, played.text
    player.variables["SPECCTL_SHA256"] = "0" * 64
    assert player.workflow(repository / WORKFLOW, "specs")["Install specctl"].outcome == "failure"
    del player.variables["SPECCTL_SHA256"]
    played = player.workflow(repository / WORKFLOW, "specs")
    assert "its checksum SPECCTL_SHA256 is not" in played.annotations[0].message


def test_a_workspace_further_down_is_known_to_the_pipelines(repository, temporary):
    inner = workspace(repository / 'services/the "billing" é', broken=True)
    committed(repository)
    assert WORKFLOW in written(inner, "github")
    assert not (inner / ".github").exists()
    player = Player(repository, temporary, [str(SPECCTL.parent)])
    played = player.workflow(repository / WORKFLOW, "specs")
    files = {one.properties["file"] for one in played.annotations if one.name == "error"}
    assert files == {'services/the "billing" é/.claude/specs/order-book/tasks.md'}
    written(inner, "gitlab")
    job = Pipeline(repository).play("specs:validate", temporary, str(SPECCTL.parent))
    assert job.status == 1 and "unknown-dependency" in job.output


def test_nothing_is_ever_overwritten(repository):
    workspace(repository)
    for path in (WORKFLOW, ".gitlab-ci.yml", ".gitlab/specs.yml"):
        (repository / path).parent.mkdir(parents=True, exist_ok=True)
        (repository / path).write_text("# mine\n")
    assert "kept" in written(repository, "github")
    said = written(repository, "gitlab")
    assert "kept" in said
    for path in (WORKFLOW, ".gitlab-ci.yml", ".gitlab/specs.yml"):
        assert (repository / path).read_text() == "# mine\n"


def test_a_dry_run_writes_nothing(repository):
    assert f"would write {WORKFLOW}" in written(repository, "github", "--dry-run")
    assert not list(repository.iterdir())


def test_a_workspace_that_is_there_gets_nothing_but_the_pipeline(repository):
    workspace(repository)
    written(repository, "github")
    assert sorted(path.name for path in repository.iterdir()) == [".claude", ".github"]
    assert [path.name for path in (repository / ".claude").iterdir()] == ["specs"]


def test_a_pipeline_that_is_there_is_led_to_the_new_file(repository):
    workspace(repository)
    (repository / ".gitlab-ci.yml").write_text("build:\n  script: [make]\n")
    said = written(repository, "gitlab")
    assert "- local: .gitlab/specs.yml" in said
    (repository / ".gitlab-ci.yml").write_text("include:\n  - local: .gitlab/specs.yml\n")
    assert "- local:" not in written(repository, "gitlab")


# --- GitLab ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("broken", [False, True])
def test_the_job_of_gitlab_makes_its_reports(repository, temporary, broken):
    workspace(repository, broken=broken)
    written(repository, "gitlab")
    pipeline = Pipeline(repository)
    assert pipeline.jobs == ["specs:validate", "specs:site"]
    job = pipeline.play("specs:validate", temporary, str(SPECCTL.parent))
    assert job.status == (1 if broken else 0), job.output
    reports = pipeline.job("specs:validate")["artifacts"]["reports"]
    quality = json.loads((repository / reports["codequality"]).read_text())
    assert bool(quality) == broken
    tests = xml.etree.ElementTree.parse(repository / reports["junit"]).getroot()
    assert (tests.get("failures") != "0") == broken
    assert "### Progress" in (repository / "specs-summary.md").read_text()


def test_the_job_of_gitlab_says_what_it_lacks(repository, temporary):
    workspace(repository)
    written(repository, "gitlab")
    job = Pipeline(repository).play("specs:validate", temporary, "")
    assert job.status == 1 and "SPECCTL_WHEEL or SPECCTL_ARCHIVE" in job.output


def test_the_job_of_gitlab_installs_an_archive_whose_checksum_fits(repository, temporary, tmp_path):
    workspace(repository)
    written(repository, "gitlab")
    address, digest = archive(tmp_path)
    variables = {"SPECCTL_ARCHIVE": address, "SPECCTL_SHA256": digest}
    pipeline = Pipeline(repository)
    job = pipeline.play("specs:validate", temporary, "", variables)
    assert job.status == 0, job.output
    variables["SPECCTL_SHA256"] = "0" * 64
    job = pipeline.play("specs:validate", temporary, "", variables)
    assert job.status != 0 and "no problems" not in job.output


def test_the_jobs_of_gitlab_make_sites(repository, temporary):
    workspace(repository)
    written(repository, "gitlab")
    ours = repository / ".gitlab-ci.yml"
    ours.write_text(ours.read_text() + "pages:\n  extends: .specs-pages\n")
    pipeline = Pipeline(repository)
    for job, folder in (("specs:site", "specs-site"), ("pages", "public")):
        played = pipeline.play(job, temporary, str(SPECCTL.parent))
        assert played.status == 0, played.output
        assert (repository / folder / "index.html").is_file()
        assert pipeline.job(job)["artifacts"]["paths"] == [folder]


@pytest.mark.parametrize("name", ["$(touch pwned)", "`touch pwned`", '"; touch pwned; "', "$HOME x"])
def test_the_name_of_a_folder_becomes_no_script(repository, temporary, name):
    inner = workspace(repository / name)
    committed(repository)
    written(inner, "github")
    written(inner, "gitlab")
    player = Player(repository, temporary, [str(SPECCTL.parent)])
    played = player.workflow(repository / WORKFLOW, "specs")
    assert not played.fails, played.text
    job = Pipeline(repository).play("specs:validate", temporary, str(SPECCTL.parent))
    assert job.status == 0, job.output
    assert not list(repository.parent.rglob("pwned"))


def test_a_folder_that_a_workflow_would_evaluate_is_refused(repository):
    inner = workspace(repository / "${{ github.token }}")
    committed(repository)
    done = specctl("init", "--ci", "github", cwd=inner)
    assert done.returncode == 2 and "${{" in done.stderr
    assert not (repository / ".github").exists()


def test_git_is_not_needed(repository):
    workspace(repository)
    done = subprocess.run(
        [SPECCTL, "init", "--ci", "github"], cwd=repository, env={"PATH": "/nowhere"}, check=False
    )
    assert done.returncode == 0 and (repository / WORKFLOW).is_file()
    inner = workspace(repository / "services/billing")
    git(repository, "init", "-q")
    (repository / WORKFLOW).unlink()
    done = subprocess.run(
        [SPECCTL, "init", "--ci", "github"], cwd=inner, env={"PATH": "/nowhere"}, check=False
    )
    assert done.returncode == 0 and not (inner / ".github").exists()
    assert 'SPECCTL_ROOT: "services/billing"\n' in (repository / WORKFLOW).read_text()
