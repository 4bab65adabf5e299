"""`action.yml`, played step by step."""

import json
import pathlib
import re

import pytest
import yaml
from player import Player, PlayError
from repositories import ACTION, SPECCTL, committed, release, specctl, workspace


@pytest.fixture
def player(tmp_path) -> Player:
    repository = tmp_path / "a repository é 😀"
    temporary = tmp_path / "runner temp"
    repository.mkdir()
    temporary.mkdir()
    return Player(repository, temporary, [str(SPECCTL.parent)])


def test_a_clean_workspace_passes(player):
    workspace(player.repository)
    played = player.action(ACTION, {"sarif": "true"})
    assert not played.fails, played.text
    assert not played.commands
    assert played.outputs["status"] == "0"
    upload = played["Show findings in code scanning"]
    assert upload.uses == "github/codeql-action/upload-sarif@v4"
    run = json.loads(pathlib.Path(upload.inputs["sarif_file"]).read_text())["runs"][0]
    assert run["results"] == []
    assert played.summary.startswith("## specctl: no problems\n")
    assert "| order\\-book |" in played.summary or "| order-book |" in played.summary
    assert "### Can start now: 1 task" in played.summary
    skipped = ["Check the plan", "Make the site", "Keep the site"]
    assert [step.name for step in played.steps if step.outcome == "skipped"] == skipped


def test_a_broken_workspace_fails_and_reports_all_the_same(player):
    workspace(player.repository, broken=True)
    played = player.action(ACTION, {"sarif": "true"})
    assert played.fails
    assert played["Validate"].status == 1 and played.outputs["status"] == "1"
    errors = [one for one in played.annotations if one.name == "error"]
    assert {one.properties["file"] for one in errors} == {".claude/specs/order-book/tasks.md"}
    assert {one.properties["title"] for one in errors} >= {"duplicate-task-id", "unknown-dependency"}
    assert all(int(one.properties["line"]) > 0 for one in errors)
    results = json.loads(pathlib.Path(played.outputs["sarif-file"]).read_text())["runs"][0]["results"]
    assert len(results) == len(played.annotations)
    assert played["Show findings in code scanning"].outcome == "success"
    assert played["Sum up"].status == 0
    assert "**Fails**" in played.summary and "unknown-dependency" in played.summary


def test_a_missing_workspace_is_a_failure_of_its_own(player):
    played = player.action(ACTION, {"root": "nowhere", "sarif": "true"})
    assert played["Validate"].status == 2
    assert [one.message for one in played.annotations] == [
        "cannot read 'nowhere': there is no such file or directory"
    ]
    assert played["Sum up"].status == 2


def test_a_fork_uploads_nothing_and_is_annotated_all_the_same(player):
    workspace(player.repository, broken=True)
    player.github = {
        "event_name": "pull_request",
        "event": {"pull_request": {"head": {"repo": {"full_name": "a-fork/something"}}}},
    }
    player.failing_uses = ("github/codeql-action/upload-sarif",)
    played = player.action(ACTION, {"sarif": "true"})
    assert played["Show findings in code scanning"].outcome == "skipped"
    assert played.annotations and played.summary
    player.github["event"]["pull_request"]["head"]["repo"]["full_name"] = "Somebody/Something"
    played = player.action(ACTION, {"sarif": "true"})
    assert played["Show findings in code scanning"].outcome == "failure"
    assert played["Sum up"].outcome == "success"


def test_without_a_wish_nothing_is_uploaded(player):
    workspace(player.repository)
    played = player.action(ACTION, {"summary": "false"})
    assert not [step for step in played.steps if step.uses and step.outcome != "skipped"]
    assert played.summary == ""


def test_a_workspace_further_down_is_found_by_its_path(player):
    workspace(player.repository / "services/the billing", broken=True)
    played = player.action(ACTION, {"root": "services/the billing"})
    assert {one.properties["file"] for one in played.annotations} == {
        "services/the billing/.claude/specs/order-book/tasks.md"
    }


def test_the_threshold_and_known_findings_are_taken_over(player):
    workspace(player.repository, broken=True)
    base = player.repository / "known findings.yaml"
    specctl("validate", "--baseline", str(base), "--update-baseline", cwd=player.repository)
    played = player.action(ACTION, {"baseline": "known findings.yaml"})
    assert not played.fails, played.text
    assert "**Passes**" in played.summary
    assert player.action(ACTION, {"fail-on": "nonsense"})["Validate"].status == 64


def test_notes_are_told_when_asked_for(player):
    workspace(player.repository)
    (player.repository / ".claude/specs/order-book/design.md").unlink()
    few = player.action(ACTION)
    more = player.action(ACTION, {"notes": "true"})
    assert len(more.annotations) > len(few.annotations)
    assert "| note |" in more.summary and "| note |" not in few.summary


def test_without_annotations_the_findings_are_in_the_log(player):
    workspace(player.repository, broken=True)
    played = player.action(ACTION, {"annotations": "false"})
    assert played["Validate"].status == 1
    assert not played.commands
    assert any("unknown-dependency" in line for line in played["Validate"].log.lines)


def test_the_summary_judges_by_the_same_threshold(player):
    workspace(player.repository)
    assert "severity error." in player.action(ACTION).summary
    assert "severity warning." in player.action(ACTION, {"fail-on": "warning"}).summary


def test_only_what_was_changed_is_reported(player):
    committed(workspace(player.repository, broken=True))
    assert player.action(ACTION).fails
    played = player.action(ACTION, {"only-changed-since": "main"})
    assert not played.fails, played.text
    assert not played.annotations


def test_a_stale_plan_fails(player):
    workspace(player.repository)
    plan = specctl("plan", "--format", "json", cwd=player.repository).stdout
    (player.repository / "the plan.json").write_text(plan, encoding="utf-8")
    played = player.action(ACTION, {"plan-check": "the plan.json"})
    assert not played.fails, played.text
    tasks = player.repository / ".claude/specs/order-book/tasks.md"
    tasks.write_text(tasks.read_text().replace("- [ ] 2.", "- [x] 2."))
    played = player.action(ACTION, {"plan-check": "the plan.json"})
    assert played["Check the plan"].status == 1
    assert "stale" in played.annotations[-1].message
    assert player.action(ACTION, {"plan-check": "none.json"})["Check the plan"].status == 2


def test_the_summary_tells_what_a_branch_does_to_the_plan(player):
    committed(workspace(player.repository))
    tasks = player.repository / ".claude/specs/order-book/tasks.md"
    tasks.write_text(tasks.read_text() + "- [ ] 3. Cancel orders\n  - _Requirements: 1.1_\n")
    played = player.action(ACTION, {"summary-since": "main"})
    assert "### Plan: 1 task added" in played.summary
    played = player.action(ACTION, {"summary-since": "no-such-branch"})
    assert played["Sum up"].status == 2
    assert "cannot be compared" in played.summary and "| order" in played.summary


def test_the_site_is_kept(player):
    workspace(player.repository)
    played = player.action(ACTION, {"docs": "true"})
    assert not played.fails, played.text
    folder = pathlib.Path(played.outputs["docs-folder"])
    assert (folder / "index.html").is_file()
    upload = played["Keep the site"]
    assert upload.uses == "actions/upload-artifact@v7"
    assert upload.inputs["path"] == str(folder) and upload.inputs["name"] == "specs"
    played = player.action(ACTION, {"docs": "true", "docs-output": "the site", "docs-artifact": "x"})
    assert (player.repository / "the site/index.html").is_file()
    assert played["Keep the site"].inputs["name"] == "x"


def test_a_site_that_cannot_be_made_fails_and_is_not_kept(player):
    workspace(player.repository)
    (player.repository / "taken").write_text("a file")
    played = player.action(ACTION, {"docs": "true", "docs-output": "taken"})
    assert played["Make the site"].outcome == "failure"
    assert played["Keep the site"].outcome == "skipped"


# --- Installation ---------------------------------------------------------------------------------


def test_a_release_is_installed_when_its_checksum_fits(player, tmp_path):
    workspace(player.repository)
    player.path = []
    releases = tmp_path / "the releases"
    releases.mkdir()
    release(releases)
    played = player.action(ACTION, {"releases": str(releases)})
    assert not played.fails, played.text
    assert (player.temporary / "specctl/bin/specctl").is_file()
    archive = next(releases.glob("*.tar.gz"))
    archive.write_bytes(archive.read_bytes() + b"x")
    played = player.action(ACTION, {"releases": str(releases)})
    assert played["Install specctl"].status == 2
    assert played["Validate"].outcome == "skipped" and played["Sum up"].outcome == "skipped"


def test_without_a_release_the_failure_says_what_is_missing(player):
    workspace(player.repository)
    player.path = []
    played = player.action(ACTION)
    assert played["Install specctl"].status == 2
    assert [one.message for one in played.annotations] == [
        "say where releases lie with the input 'releases'"
    ]


def test_a_wish_that_is_no_word_of_the_action_is_refused(player):
    workspace(player.repository)
    for name in ("notes", "annotations", "sarif", "summary", "docs"):
        played = player.action(ACTION, {name: "yes"})
        assert played["Install specctl"].status == 2
        assert [one.message for one in played.annotations] == [
            f"the input '{name}' is neither 'true' nor 'false'"
        ]
    played = player.action(ACTION, {"version": "1.0/../../elsewhere"})
    assert [one.message for one in played.annotations] == ["the input 'version' is no version"]


def test_a_release_that_is_named_is_taken_before_the_program_on_the_path(player, tmp_path):
    workspace(player.repository)
    releases = tmp_path / "releases"
    releases.mkdir()
    release(releases)
    played = player.action(ACTION, {"releases": str(releases)})
    assert not played.fails, played.text
    assert (player.temporary / "specctl/bin/specctl").is_file()


def test_of_several_releases_the_version_says_which(player, tmp_path):
    workspace(player.repository)
    releases = tmp_path / "releases"
    releases.mkdir()
    release(releases)
    sums = releases / "SHA256SUMS"
    version = specctl("--version", cwd=player.repository).stdout.strip()
    sums.write_text(sums.read_text() + sums.read_text().replace(version, "9.9.9"))
    assert player.action(ACTION, {"releases": str(releases)})["Install specctl"].status == 2
    played = player.action(ACTION, {"releases": str(releases), "version": f"v{version}"})
    assert not played.fails, played.text


@pytest.mark.parametrize(
    "inputs, place",
    [({}, "latest/download"), ({"version": "1.2.3"}, "download/v1.2.3"), ({"version": "v1.2.3"}, "download/v1.2.3")],
)
def test_releases_are_those_of_the_repository_of_the_action(player, tmp_path, inputs, place):
    workspace(player.repository)
    programs = tmp_path / "programs"
    programs.mkdir()
    asked = tmp_path / "asked"
    (programs / "curl").write_text(f"#!/bin/sh\nfor last; do :; done\necho \"$last\" >>'{asked}'\nexit 22\n")
    (programs / "curl").chmod(0o755)
    player.path = [str(programs)]
    player.github = {"action_repository": "somebody/specctl", "server_url": "https://git.example"}
    assert player.action(ACTION, inputs)["Install specctl"].status == 2
    address = f"https://git.example/somebody/specctl/releases/{place}/SHA256SUMS"
    assert asked.read_text().splitlines() == [address]


# --- Injection ------------------------------------------------------------------------------------

ATTACKS = [
    '"; touch pwned; "',
    "$(touch pwned)",
    "`touch pwned`",
    "'; touch pwned; '",
    "x\ntouch pwned",
    "--output=json=pwned",
    "::set-output name=a::b",
    "##[add-mask]everything",
    "\n::add-mask::everything\n",
    "${{ github.token }}",
]


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize(
    "name", ["root", "version", "fail-on", "baseline", "only-changed-since", "summary-since",
             "docs-output", "plan-check", "sarif", "annotations"],
)  # fmt: skip
def test_no_input_becomes_a_script_or_a_command(player, name, attack):
    workspace(player.repository)
    wishes = {"docs": "true"} if name == "docs-output" else {}
    played = player.action(ACTION, {**wishes, name: attack})
    assert not list(player.repository.parent.rglob("pwned")), played.text
    assert all(one.name in ("error", "warning") for one in played.commands), played.text
    assert not [one for step in played.steps for one in step.outputs if one not in
                ("status", "sarif", "folder")]  # fmt: skip


TITLES = [
    "::add-mask::secret",
    "##[add-mask]secret",
    "$(touch pwned) `touch pwned`",
    "@somebody closes #1 !2 https://evil.example www.evil.example <img src=x onerror=alert(1)>",
    "a | b [c](javascript:alert(1)) ![d](https://evil.example/e.png)",
    "::stop-commands::x::set-env name=PATH::/evil",
]


@pytest.mark.parametrize("title", TITLES)
def test_no_document_becomes_a_script_a_command_or_markup(player, title):
    workspace(player.repository, name="$(touch pwned)", title=title, broken=True)
    plan = player.repository / "plan.json"
    plan.write_text(specctl("plan", "--format", "json", cwd=player.repository).stdout or "{}")
    for annotations in ("true", "false"):
        played = player.action(
            ACTION,
            {"annotations": annotations, "plan-check": "plan.json", "docs": "true", "notes": "true"},
        )
        assert not list(player.repository.parent.rglob("pwned")), played.text
        assert {one.name for one in played.commands} <= {"error", "warning", "notice"}, played.text
        summary = re.sub(r"\\.", "", played.summary).replace("<!-- -->", "\0").replace("<br>", "")
        assert not re.search(r"<|@\w|#\d|!\d|https?:|www\.\w|\]\(", summary), played.summary


@pytest.mark.parametrize("attack", ["##[add-mask]secret", "x" * 70 + " ::add-mask::secret"])
def test_what_is_told_of_a_plan_and_a_site_is_no_command(player, attack):
    workspace(player.repository, name=attack.replace("::", ";"))
    plan = specctl("plan", "--format", "json", cwd=player.repository).stdout
    (player.repository / "plan.json").write_text(plan)
    tasks = next(player.repository.rglob("tasks.md"))
    tasks.write_text(tasks.read_text().replace("Match orders", attack))
    played = player.action(ACTION, {"plan-check": "plan.json", "docs": "true"})
    assert played["Check the plan"].status == 1
    assert any("add-mask" in line for line in played["Check the plan"].log.lines)
    assert [one.name for one in played.commands] == ["error"], played.text


def test_nobody_can_know_how_commands_begin_again(player):
    """A document that had the word in it could end what holds its commands back."""
    workspace(player.repository)
    wishes = {"docs": "true", "plan-check": "none.json"}
    tokens = [
        token
        for _ in range(2)
        for step in player.action(ACTION, wishes).steps
        for token in step.log.tokens
    ]
    assert len(tokens) == 8 and len(set(tokens)) == 8
    assert all(len(token) >= 32 for token in tokens)


def test_findings_of_an_earlier_use_are_not_uploaded_again(player):
    workspace(player.repository, broken=True)
    assert player.action(ACTION, {"sarif": "true"}).outputs["sarif-file"]
    played = player.action(ACTION, {"sarif": "true", "fail-on": "nonsense"})
    assert played["Validate"].status == 64 and played.outputs["sarif-file"] == ""
    assert played["Show findings in code scanning"].outcome == "skipped"


def test_a_player_that_finds_a_value_in_a_script_refuses_it(player, tmp_path):
    document = yaml.safe_load(ACTION.read_text())
    document["runs"]["steps"][0]["run"] += "\necho ${{ inputs.root }}\n"
    planted = tmp_path / "action.yml"
    planted.write_text(yaml.safe_dump(document))
    with pytest.raises(PlayError, match="puts a value"):
        player.action(planted)
