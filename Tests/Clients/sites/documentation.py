"""Documentations that `specctl docs` writes, and what stands in their pages."""

import html.parser
import os
import pathlib
import re
import subprocess
import urllib.parse

PROJECT = pathlib.Path(__file__).resolve().parents[3]
SPECCTL = os.environ.get("SPECCTL", str(PROJECT / ".build/debug/specctl"))


def write_site(folder: pathlib.Path, root: pathlib.Path, *options: str) -> pathlib.Path:
    """Writes a documentation into a folder."""
    run = subprocess.run(
        [SPECCTL, "docs", "--root", str(root), "--out", str(folder), *options],
        capture_output=True,
        timeout=120,
    )
    assert run.returncode == 0, run.stderr.decode()
    return folder


def pages(site: pathlib.Path) -> list[pathlib.Path]:
    """All pages, those of features last."""
    return sorted(site.rglob("*.html"), key=lambda page: (len(page.parts), page))


class Page(html.parser.HTMLParser):
    """The ids and the links of a page."""

    def __init__(self, file: pathlib.Path):
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.feed(file.read_text(encoding="utf-8"))
        self.close()

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name == "id":
                self.ids.append(value)
            if name in ("href", "src", "action") and tag != "use":
                self.links.append(value)


class MarkdownPage:
    """The same of a page of Markdown: places are written as HTML, headings make some of their own."""

    def __init__(self, file: pathlib.Path):
        text = file.read_text(encoding="utf-8")
        self.ids = re.findall(r'<a id="([^"]*)">', text)
        for heading in re.findall(r"^#+ (.*)$", text, re.MULTILINE):
            words = re.sub(r"[^\w\- ]", "", heading.lower())
            self.ids.append(words.replace(" ", "-"))
        self.links = re.findall(r"(?<!\\)\]\(([^()\s]*)\)", text)


def broken_links(site: pathlib.Path, ending: str, read=Page) -> tuple[int, list[str]]:
    """How many links there are, and those that lead nowhere."""
    known = {file.resolve(): read(file) for file in site.rglob("*" + ending)}
    count = 0
    broken = []
    for file, page in known.items():
        for link in page.links:
            address = urllib.parse.urlsplit(link)
            if address.scheme in ("http", "https", "mailto") or link == "data:,":
                continue
            count += 1
            place = f"{file.relative_to(site.resolve())}: {link}"
            if address.scheme or address.netloc:
                broken.append(place)
                continue
            path = urllib.parse.unquote(address.path)
            target = (file.parent / path).resolve() if path else file
            fragment = urllib.parse.unquote(address.fragment)
            if not target.exists():
                broken.append(place)
            elif fragment and fragment not in known[target].ids:
                broken.append(place)
            elif read is Page and site.resolve() not in target.parents:
                broken.append(place)
    return count, broken
