"""The summary as GitHub's own reader of Markdown shows it: hostile documents add nothing to it."""

import re
from html.parser import HTMLParser

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options
from repositories import committed, specctl, workspace

#: What a reader makes of the program's own words, and nothing else.
TAGS = {"h2", "h3", "p", "table", "thead", "tbody", "tr", "th", "td", "strong", "code", "pre", "br"}
HEADS = [
    ["Errors", "Warnings", "Notes", "Suppressed", "Files", "Features"],
    ["Severity", "Place", "Finding", "Rule"],
    ["Feature", "Progress", "Done", "Open", "In progress", "Waves left", "Requirements cited",
     "Criteria cited"],
    ["Task", "Title", "Agent"],
]  # fmt: skip

ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<!-- a comment",
    "--> <b>bold</b>",
    "&lt;b&gt; &#64;all &commat;all",
    "[a](https://evil.example) ![b](https://evil.example/b.png) [c][d]",
    "<https://evil.example> https://evil.example www.evil.example someone@evil.example",
    "WWW.evil.example mailto:a@evil.example ftp://evil.example xmpp:a@evil.example",
    "@somebody @some-team/all",
    "#1 GH-1 somebody/something#1 !1 %1 ~1 $1 &1 ^1",
    "a | b || c \\| d \\\\| e",
    "**bold** __bold__ *i* _i_ ~~s~~ `c` ``c`` $x$",
    "``` code ~~~ code",
    "# heading",
    "- [ ] item",
    "1. item",
    "> quote",
    ":+1: :tada:",
    "</table></td></tr><h1>out</h1>",
    "line\u2028separator\u202e right to left \x1b[31m red \x00 nul",
    "trailing backslash \\",
    "```suggestion",
]


class Shown(HTMLParser):
    """The tags, the rows of tables, and the texts that no comment parts."""

    def __init__(self, html: str):
        super().__init__(convert_charrefs=True)
        self.tags = set()
        self.attributes = []
        self.tables = []
        self.texts = [""]
        self.is_in_cell = False
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes += [name for name, _ in attrs]
        self.texts.append("")
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.is_in_cell = True
            self.tables[-1][-1].append("")

    def handle_endtag(self, tag):
        self.is_in_cell &= tag not in ("td", "th")
        self.texts.append("")

    def handle_comment(self, data):
        assert data == " ", data
        self.texts.append("")

    def handle_data(self, data):
        self.texts[-1] += data
        if self.is_in_cell:
            self.tables[-1][-1][-1] += data


def shown(markdown: str) -> Shown:
    return Shown(
        cmarkgfm.markdown_to_html_with_extensions(
            markdown,
            options=Options.CMARK_OPT_UNSAFE,
            extensions=["table", "autolink", "strikethrough", "tagfilter", "tasklist"],
        )
    )


def hostile(folder, attack: str):
    """A workspace with an attack wherever text of a document can be."""
    name = re.sub(r"[/\x00]", "", attack).strip(" .")[:80]
    workspace(folder, name=name or "x", title=attack, broken=True)
    claude = folder / ".claude"
    (claude / "agents").mkdir()
    (claude / "agents/a.md").write_text(f"---\nname: \"a\"\ndescription: {attack!r}\ntools: {attack}\n---\n")
    (claude / "feature_registry.yaml").write_text(
        "features:\n  " + repr(name).replace("\\\\", "\\") + ":\n    primary_agent: '"
        + attack.replace("'", "''").replace("\x00", "").replace("\x1b", "") + "'\n",
        encoding="utf-8",
    )  # fmt: skip
    tasks = next(claude.rglob("tasks.md"))
    with tasks.open("a", encoding="utf-8") as file:
        file.write(f"- [ ] 7. {attack}\n  - _Agent: {attack}_\n  - _Requirements: {attack}_\n")
        file.write(f"  - File: {attack}\n  - _Depends: {attack}_\n")
    return folder


def check(markdown: str) -> Shown:
    page = shown(markdown)
    assert page.tags <= TAGS, (page.tags - TAGS, markdown)
    assert set(page.attributes) <= {"align", "lang"}, (page.attributes, markdown)
    for table in page.tables:
        assert table[0] in HEADS, table[0]
        assert {len(row) for row in table} == {len(table[0])}, table
    for text in page.texts:
        # Blocks of code are not looked at for mentions and references.
        if text.startswith(("+ ", "- ", "! ")):
            continue
        assert not re.search(r"@\w", text), text
        assert not re.search(r"(?<!\w)[#!%~$&]\d", text), text
        assert not re.search(r"www\.\w", text), text
    return page


@pytest.mark.parametrize("attack", ATTACKS)
def test_documents_add_nothing_to_the_summary(tmp_path, attack):
    folder = tmp_path / "repository"
    folder.mkdir()
    committed(hostile(folder, attack))
    broken = specctl("summary", "--notes", "--since", "HEAD", cwd=folder)
    assert broken.returncode == 0, broken.stderr
    page = check(broken.stdout)
    assert page.tables[1][0] == HEADS[1]
    # The same without what keeps the tasks from being planned, and with a change of the plan.
    tasks = next((folder / ".claude").rglob("tasks.md"))
    tasks.write_text(f"- [ ] 1. {attack}\n  - _Agent: {attack}_\n- [ ] 2. B {attack}\n", encoding="utf-8")
    whole = specctl("summary", "--notes", "--since", "HEAD", cwd=folder)
    assert whole.returncode == 0, whole.stderr
    page = check(whole.stdout)
    assert page.tables[-1][0] == HEADS[3] and len(page.tables[-1]) > 1


@pytest.mark.parametrize("revision", ["`x`", "a|b", "@all", "--help", "HEAD^{/x}", "$(touch pwned)"])
def test_a_revision_that_is_none_adds_nothing(tmp_path, revision):
    folder = committed(workspace(tmp_path))
    done = specctl("summary", f"--since={revision}", cwd=folder)
    assert done.returncode == 2
    check(done.stdout)
    assert not list(tmp_path.rglob("pwned"))


def test_the_check_finds_markup():
    for planted in ("<b>x</b>", "[a](b)", "@somebody", "#1", "www.evil.example", "https://evil.example"):
        with pytest.raises(AssertionError):
            check(planted)
