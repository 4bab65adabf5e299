"""Every link of a documentation leads to something that is there. No browser is needed."""

import collections
import json
import re
import shutil

import pytest

from documentation import PROJECT, MarkdownPage, Page, broken_links, pages, write_site

FIXTURES = ["bookshop", "layered-engine", "lending-library", "trading-dashboard", "trading-dashboard-broken"]


@pytest.mark.parametrize("fixture", FIXTURES)
def test_every_link_leads_to_a_page_and_a_place(fixture, tmp_path):
    site = write_site(tmp_path / "site", PROJECT / "Fixtures" / fixture)
    count, broken = broken_links(site, ".html")
    assert count > 60
    assert broken == []
    for page in pages(site):
        twice = [it for it, times in collections.Counter(Page(page).ids).items() if times > 1]
        assert twice == [], page.name


@pytest.mark.parametrize("fixture", FIXTURES)
def test_every_link_of_the_markdown_leads_to_a_file_and_a_place(fixture, tmp_path):
    root = tmp_path / "root"
    shutil.copytree(PROJECT / "Fixtures" / fixture, root)
    site = write_site(root / "docs/specs", root, "--format", "markdown")
    count, broken = broken_links(site, ".md", MarkdownPage)
    assert count > 12
    assert broken == []


def index(site) -> tuple[list[str], list[list]]:
    """The pages that are searched, and the entries: page, place, name, words."""
    text = (site / "assets/search-index.js").read_text("utf-8")
    found = json.loads(re.fullmatch(r"window\.specctlIndex = (.*);\n", text, re.DOTALL)[1])
    entries = found["entries"]
    return found["pages"], [entries[at : at + 4] for at in range(0, len(entries), 4)]


def test_every_requirement_criterion_and_task_has_a_place(dashboard):
    addresses, entries = index(dashboard)
    known = {address: Page(dashboard / address) for address in addresses}
    kinds = collections.Counter()
    for page, place, name, _ in entries:
        if place == "":
            continue
        assert known[addresses[page]].ids.count(place) == 1, (name, place)
        kind = place.partition("-")[0]
        kinds[kind] += 1
        if kind in ("requirement", "criterion", "task"):
            # The sign beside it that leads there, to be copied.
            assert any(link == "#" + place for link in known[addresses[page]].links), place
    assert kinds["requirement"] > 70 and kinds["task"] > 160
    assert kinds["criterion"] > 150 and kinds["agent"] == 45 and kinds["rule"] > 50


def test_places_may_be_named_anything(tmp_path):
    folder = tmp_path / "root/.claude/specs/odd"
    folder.mkdir(parents=True)
    ids = ["1", "1", "2.1%", "é", "😀", "x~2", "%41", "1~2", "A#b", "a&b"]
    (folder / "requirements.md").write_text(
        "# Requirements\n\n"
        + "".join(
            f"### Requirement {it}: Thing\n\n#### Acceptance Criteria\n\n1. WHEN x THEN the system SHALL y\n\n"
            for it in ids
        ),
        "utf-8",
    )
    (folder / "tasks.md").write_text(
        "# Tasks\n\n" + "".join(f"- [ ] {it}. Do it\n  - _Requirements: {it}_\n" for it in ids), "utf-8"
    )
    site = write_site(tmp_path / "site", tmp_path / "root")
    count, broken = broken_links(site, ".html")
    assert count > 40 and broken == []
    found = Page(site / "features/odd.html").ids
    assert len(found) == len(set(found))
    assert not any(set(it) & set(" \t\n") for it in found)


def test_the_same_documents_give_the_same_bytes(dashboard, tmp_path):
    again = write_site(tmp_path / "again", PROJECT / "Fixtures/trading-dashboard")
    files = sorted(it.relative_to(dashboard) for it in dashboard.rglob("*") if it.is_file())
    assert files == sorted(it.relative_to(again) for it in again.rglob("*") if it.is_file())
    assert all((dashboard / it).read_bytes() == (again / it).read_bytes() for it in files)
