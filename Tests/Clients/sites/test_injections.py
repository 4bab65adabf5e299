"""What documents say is text, whatever it looks like; with the policy of the pages and without it."""

import re
import shutil
from urllib.parse import quote

import pytest

from documentation import broken_links, pages, write_site
from vectors import BYTES, NAMES, VECTORS

# Every element that a page may have, with its attributes but for those that all have.
EVERYWHERE = {"id", "class", "title", "role", "tabindex", "aria-label", "aria-labelledby", "aria-hidden", "hidden"}
ELEMENTS = {
    "html": {"lang"},
    "head": set(),
    "meta": {"charset", "name", "content", "http-equiv"},
    "title": set(),
    "link": {"rel", "href"},
    "script": {"src", "defer"},
    "body": set(),
    "a": {"href", "rel", "aria-current"},
    "nav": set(), "header": set(), "main": set(), "footer": set(), "section": set(),
    "form": {"action", "method"},
    "input": {"type", "name", "placeholder", "autocomplete", "spellcheck", "data-filters"},
    "label": {"for"},
    "output": {"for"},
    "h1": set(), "h2": set(), "h3": set(), "h4": set(), "h5": set(), "h6": set(),
    "p": set(), "div": set(), "span": set(), "br": set(), "hr": set(),
    "em": set(), "strong": set(), "s": set(), "code": set(), "pre": set(), "blockquote": set(),
    "ul": set(), "ol": {"start"}, "li": set(), "dl": set(), "dt": set(), "dd": set(),
    "table": set(), "caption": set(), "thead": set(), "tbody": set(), "tr": set(),
    "th": {"scope", "colspan"}, "td": {"colspan", "data-name"},
    "details": {"open"}, "summary": set(), "mark": set(), "progress": {"value", "max"},
    "figure": set(), "figcaption": set(),
}
DRAWN = {
    "svg": {"viewBox", "width", "height", "aria-describedby", "focusable", "preserveAspectRatio"},
    "g": {"transform"}, "defs": set(), "desc": set(),
    "marker": {"viewBox", "refX", "refY", "markerWidth", "markerHeight", "orient", "markerUnits"},
    "path": {"d", "marker-end", "marker-start", "transform"},
    "rect": {"x", "y", "width", "height", "rx", "ry", "transform"},
    "circle": {"cx", "cy", "r"}, "ellipse": {"cx", "cy", "rx", "ry"},
    "line": {"x1", "y1", "x2", "y2", "marker-end", "marker-start"},
    "polygon": {"points", "transform"}, "polyline": {"points", "marker-end", "marker-start"},
    "text": {"x", "y", "text-anchor", "transform", "textLength", "dominant-baseline"},
    "tspan": {"x", "y", "dy", "dx"},
}
FOUND = r"""
const found = new Set();
const links = new Set();
for (const element of document.querySelectorAll("*")) {
  const name = element.localName;
  found.add(name);
  for (const attribute of element.attributes) found.add(name + " " + attribute.name);
  for (const attribute of ["href", "src", "action", "xlink:href", "formaction", "data"]) {
    const value = element.getAttribute(attribute);
    if (value !== null && value !== "") links.add(name + " " + new URL(value, location.href).protocol);
  }
}
return { found: [...found], links: [...links], injected: window.injected ?? null,
  scripts: [...document.scripts].filter((it) => it.textContent.trim() !== "").length,
  heading: document.querySelectorAll("main#content > h1").length,
  ends: document.body.lastElementChild.localName };
"""


def requirements(text: str) -> str:
    line = text.split("\n")[0] or "x"
    return (
        f"# {line}\n\n{text}\n\n## Requirements\n\n### Requirement 1: {line}\n\n**User Story:** {text}\n\n"
        f"#### Acceptance Criteria\n\n1. WHEN {line} THEN the system SHALL {line}\n2. {line}\n\n"
        f"### Requirement {line}\n\n1. WHEN a THEN the system SHALL b\n\n{text}\n"
    )


def design(text: str) -> str:
    line = text.split("\n")[0] or "x"
    return (
        f"# Design\n\n## {line}\n\nRequirement 1. {text}\n\n> {line}\n\n- {line}\n  - {line}\n\n"
        f"| {line} | b |\n|---|---|\n| {line} | {line} |\n\n```{line}\n{line}\n```\n\n    {line}\n\n"
        f"<div>\n{text}\n</div>\n\n<b {line}>x</b>\n\n## {line}\n\n{text}\n"
    )


def tasks(text: str) -> str:
    line = text.split("\n")[0] or "x"
    return (
        f"# Tasks\n\n- [ ] 1. {line}\n  - {line}\n  - _Requirements: 1, 1.1, {line}_\n  - _Agent: {line}_\n"
        f"- [x] 2. Do {line}\n  - _Depends: 1, {line}_\n- [ ] {line}. Another\n- [ ] **3. `{line}`**\n\n{text}\n"
    )


def quoted(text: str) -> str:
    """As YAML has it in double quotes."""
    return '"' + "".join(f"\\x{ord(it):02x}" if it < " " else "\\" + it if it in '"\\' else it for it in text) + '"'


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """A documentation of documents that mean ill."""
    folder = tmp_path_factory.mktemp("hostile")
    root = folder / "root"
    registry = ["features:"]
    agents = root / ".claude/agents"
    agents.mkdir(parents=True)
    for number, (name, text) in enumerate(VECTORS.items()):
        feature = root / ".claude/specs" / name
        feature.mkdir(parents=True)
        for document, write in (("requirements", requirements), ("design", design), ("tasks", tasks)):
            (feature / f"{document}.md").write_text(write(text), encoding="utf-8", newline="")
        line = quoted(text.split("\n")[0].replace("\0", ""))
        registry += [
            f"  - name: {name}", f"    title: {line}", f"    summary: {line}", f"    status: {line}",
            f"    priority: {line}", f"    primary_agent: {line}", f"    supporting_agents: [{line}]",
            f"    depends_on: [{line}]",
        ]
        (agents / f"agent-{number}.md").write_text(
            f"---\nname: {line}\ndescription: {line}\nmodel: {line}\ntools: [{line}]\n---\n\n{text}\n", "utf-8"
        )
    for name, text in BYTES.items():
        feature = root / ".claude/specs" / name
        feature.mkdir(parents=True)
        for document, write in (("requirements", requirements), ("design", design), ("tasks", tasks)):
            (feature / f"{document}.md").write_bytes(write("@").encode().replace(b"@", text))
    for name in NAMES:
        feature = root / ".claude/specs" / name
        feature.mkdir(parents=True)
        (feature / "requirements.md").write_text(requirements(name), "utf-8")
        (feature / "tasks.md").write_text(tasks(name), "utf-8")
    (root / ".claude/feature_registry.yaml").write_text("\n".join(registry) + "\n", "utf-8")
    title = "</title><script>window.injected=1</script>"
    return write_site(folder / "site", root, "--title", title)


@pytest.fixture(scope="module")
def unguarded(hostile, tmp_path_factory):
    """The same pages without their policy: what escapes is all that is left."""
    copy = tmp_path_factory.mktemp("unguarded") / "site"
    shutil.copytree(hostile, copy)
    policy = re.compile(r'<meta http-equiv="Content-Security-Policy" content="[^"]*">')
    for page in pages(copy):
        text, count = policy.subn("", page.read_text("utf-8"), count=1)
        assert count == 1
        page.write_text(text, "utf-8")
    return copy


def test_there_are_enough_of_them():
    assert len(VECTORS) + len(BYTES) + len(NAMES) > 100


def faults_of(browser, page) -> list[str]:
    """What a page has that it may not have."""
    allowed = ELEMENTS | DRAWN
    faults = []
    browser.call("POST", "/url", url=page.as_uri())
    seen = browser.run(FOUND)
    if seen["injected"] is not None:
        faults.append("something ran")
    if page.name == "plan.html":
        # Has elements and a script of its own, and tests of its own.
        return faults
    if seen["scripts"] or seen["heading"] != 1 or seen["ends"] != "footer":
        faults.append("broken out of")
    for it in seen["found"]:
        element, _, attribute = it.partition(" ")
        if element not in allowed or attribute and attribute not in allowed[element] | EVERYWHERE:
            faults.append(it)
    for it in seen["links"]:
        element, _, scheme = it.partition(" ")
        known = {"file:", "data:"} if element == "link" else {"file:"}
        if scheme not in known | ({"http:", "https:", "mailto:"} if element == "a" else set()):
            faults.append(it)
    return faults


@pytest.mark.parametrize("name", ["hostile", "unguarded"])
def test_no_document_makes_an_element_of_its_own(browser, name, request):
    files = pages(request.getfixturevalue(name))
    assert len(files) > len(VECTORS) + len(BYTES) + len(NAMES)
    faults = {file.name: found for file in files if (found := faults_of(browser, file))}
    assert faults == {}
    assert browser.complaints() == []


@pytest.mark.parametrize(
    "markup",
    [
        "<img src='data:,' onerror='window.injected=1'>",
        "<script>window.injected=1</script>",
        "<p onclick=''>x</p>",
        "<a href='java&Tab;script:x'>x</a>",
        "</main><section>x</section><!--",
    ],
)
def test_what_gets_through_would_be_seen(one_browser, unguarded, tmp_path, markup):
    page = tmp_path / "page.html"
    text = (unguarded / "features/script.html").read_text("utf-8")
    page.write_text(text.replace("</h1>", "</h1>" + markup), "utf-8")
    assert faults_of(one_browser, page) != []
    one_browser.complaints()


def test_the_pages_still_lead_to_each_other(hostile):
    count, broken = broken_links(hostile, ".html")
    assert count > 4_000
    assert broken == []


def test_no_page_turns_or_hides_text(hostile):
    for page in pages(hostile):
        text = page.read_bytes().decode("utf-8")
        found = re.search("[\0\x01-\x08\x0b-\x1f\x7f\u200b\u202a-\u202e\u2066-\u2069\ufeff]", text)
        assert found is None, (page.name, found)


@pytest.mark.parametrize("name", ["hostile", "unguarded"])
def test_searching_for_it_finds_text(browser, name, request):
    site = request.getfixturevalue(name)
    browser.open(site / "search.html")
    faults = browser.run(
        """
        const field = document.getElementById("q");
        const faults = [];
        for (const text of arguments[0]) {
          field.value = text;
          field.dispatchEvent(new Event("input", { bubbles: true }));
          for (const it of document.querySelectorAll("#search-results *")) {
            if (!/^(LI|A|P|MARK)$/.test(it.tagName) || [...it.attributes].some((own) => own.name !== "href"))
              faults.push(it.outerHTML);
            if (it.href && new URL(it.href).protocol !== "file:") faults.push(it.href);
          }
        }
        return [faults, window.injected ?? null, document.querySelectorAll("#search-results li").length];
        """,
        [*VECTORS.values(), "script", "injected", "<", '"', ".*", "\\", "(", "__proto__", "constructor"],
    )
    assert faults[:2] == [[], None]


def test_a_query_in_the_address_is_text(browser, hostile):
    for text in ["<img src=x onerror=window.injected=1>", "'\"><script>window.injected=1</script>", "%", "é😀"]:
        browser.open(hostile / "search.html", "?q=" + quote(text))
        assert browser.run("return document.getElementById('q').value") == text
        assert browser.run("return window.injected ?? null") is None
    browser.open(hostile / "search.html", "?q=%E0%A4%A&q=2#<script>")
    assert browser.complaints() == []
