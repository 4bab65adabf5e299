"""The diagrams that we draw, against those that Mermaid draws of the same text."""

import collections
import os
import pathlib
import subprocess

import pytest

import written
from mermaid import Mermaid

PROJECT = pathlib.Path(__file__).resolve().parents[3]
SPECCTL = os.environ.get("SPECCTL", str(PROJECT / ".build/debug/specctl"))
KINDS = ["FLOWCHARTS", "SEQUENCES", "STATES", "CLASSES", "ENTITIES"]
SAME = {kind: getattr(written, kind) for kind in KINDS}
OURS = r"""
const bare = (element) => element.textContent.replace(/\s+/g, "");
return [...document.querySelectorAll(".figure")].map((figure) => {
  const picture = figure.querySelector("svg");
  if (!picture) return { refusal: figure.querySelector("figcaption").textContent };
  const all = (selector) => [...picture.querySelectorAll(selector)];
  const people = all("path.life").length;
  // Long pictures name the participants at the bottom as well.
  const heads = people ? all("g.node:not(.note)") : [];
  const again = new Set(heads.length === 2 * people ? heads.filter((_, number) => number % 2 === 1) : []);
  const drawing = {
    boxes: all("g.node").length - again.size,
    lines: all("path.line").length,
    text: all("text").filter((it) => !again.has(it.closest("g.node"))).map(bare).join(""),
  };
  if (!people) drawing.groups = all("rect.group").length;
  return drawing;
});
"""


@pytest.fixture(scope="module")
def drawings(one_browser, tmp_path_factory) -> dict[str, tuple[dict, dict]]:
    """For each text what Mermaid made of it, and what we made of it."""
    texts = [text for texts in SAME.values() for text in texts]
    texts += [*written.REFUSED, *written.KINDLY, *written.OTHERWISE, *written.UNDRAWN]
    theirs = Mermaid(one_browser).draw(texts)
    folder = tmp_path_factory.mktemp("drawings")
    feature = folder / "root/.claude/specs/drawn"
    feature.mkdir(parents=True)
    blocks = [f"~~~~~~mermaid\n{text}\n~~~~~~\n\n" for text in texts]
    (feature / "design.md").write_text("# Design\n\n" + "".join(blocks), "utf-8")
    subprocess.run(
        [SPECCTL, "docs", "--root", str(folder / "root"), "--out", str(folder / "site")],
        check=True, capture_output=True, timeout=60,
    )  # fmt: skip
    one_browser.call("POST", "/url", url=(folder / "site/features/drawn.html").as_uri())
    ours = one_browser.run(OURS)
    assert len(texts) == len(ours) == len(theirs) == len(set(texts)) > 200
    # Mermaid says aloud what it refuses.
    one_browser.complaints()
    return dict(zip(texts, zip(theirs, ours, strict=True), strict=True))


def differences(theirs: dict, ours: dict) -> list[str]:
    if "refusal" in theirs or "refusal" in ours:
        return [f"{theirs.get('refusal')} / {ours.get('refusal')}"]
    found = [
        f"{what}: {theirs[what]} there, {ours[what]} here"
        for what in ("boxes", "lines", "groups")
        if what in theirs and theirs[what] != ours[what]
    ]
    # In which order things are written is told by no picture.
    there, here = collections.Counter(theirs["text"]), collections.Counter(ours["text"])
    if there != here:
        found.append(f"only there: {''.join((there - here).elements())}, only here: {''.join((here - there).elements())}")
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_what_mermaid_draws_is_drawn_with_all_that_is_in_it(drawings, kind):
    faults = {text: found for text in SAME[kind] if (found := differences(*drawings[text]))}
    assert faults == {}


def test_what_mermaid_refuses_is_refused_with_a_reason(drawings):
    for text in written.REFUSED:
        theirs, ours = drawings[text]
        assert "refusal" in theirs and len(ours.get("refusal", "")) > len("not drawn: "), text


def test_where_we_do_otherwise_is_known(drawings):
    for text, reason in written.KINDLY.items():
        theirs, ours = drawings[text]
        assert "refusal" in theirs and "refusal" not in ours, (text, reason)
    for text, reason in written.OTHERWISE.items():
        theirs, ours = drawings[text]
        assert "refusal" not in theirs and "refusal" not in ours, (text, reason)
        assert differences(theirs, ours) != [], (text, reason)
    for text, reason in written.UNDRAWN.items():
        theirs, ours = drawings[text]
        assert "refusal" not in theirs and "refusal" in ours, (text, reason)
