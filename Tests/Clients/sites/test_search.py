"""Finding things in a documentation, by words and by keys."""

import json
import re
import shutil
import subprocess
import sys
import time

import pytest

from browser import Browser
from documentation import PROJECT, pages, write_site

FIRST = "return document.querySelector('#search-results a')?.textContent ?? ''"
WORDS = "return document.activeElement.textContent"


def search(browser: Browser, text: str) -> None:
    browser.run(
        "const it = document.getElementById('q'); it.value = arguments[0];"
        "it.dispatchEvent(new Event('input', { bubbles: true }))",
        text,
    )


@pytest.mark.parametrize(
    "text, name, page",
    [
        ("health-dashboard task 3.2", "health-dashboard task 3.2", "health-dashboard"),
        ("misses its schedule", "health-dashboard criterion 2.1", "health-dashboard"),
        ("ask about my account", "ava-chatbot requirement US-1", "ava-chatbot"),
        ("Compute percentiles", "health-dashboard task 2.2", "health-dashboard"),
        ("prediction-markets task listar CATEGORIA", "prediction-markets task 3.1", "prediction-markets"),
        ("prediction-markets task listar categoría", "prediction-markets task 3.1", "prediction-markets"),
        ("bug-root-cause-analyzer", "agent bug-root-cause-analyzer", "agents"),
        ("rule criterion-id-gap", "rule ", "rules"),
        ("feature premium-scanner", "feature premium-scanner", "premium-scanner"),
    ],
)
def test_words_find_it_and_its_link_leads_there(browser, dashboard, text, name, page):
    if text.startswith("rule "):
        rules = re.findall(r'id="(rule-[^"]+)"', (dashboard / "rules.html").read_text("utf-8"))
        text = name = rules[3].replace("-", " ", 1)
    browser.open(dashboard / "search.html")
    search(browser, text)
    assert browser.run(FIRST) == name
    browser.click("#search-results a")
    assert browser.run("return location.pathname").endswith(f"/{page}.html")
    if name.startswith("feature "):
        return
    place = browser.run(
        "const it = document.querySelector(':target'); const box = it.getBoundingClientRect();"
        "const marked = [...(function* () { for (let at = it; at && at.localName !== 'main'; at = at.parentElement)"
        " yield getComputedStyle(at).backgroundColor; })()];"
        "const plain = getComputedStyle(document.querySelector('.wide, .document')).backgroundColor;"
        "return [box.top >= document.querySelector('.top').getBoundingClientRect().bottom - 1,"
        " box.bottom <= innerHeight, marked.some((own) => own !== plain && own !== 'rgba(0, 0, 0, 0)')]"
    )
    assert place == [True, True, True]


def test_what_is_not_there_is_not_found(browser, dashboard):
    browser.open(dashboard / "search.html", "?q=" + "zzz" * 20)
    assert browser.count("#search-results li") == 0
    assert browser.text("#search-summary") == "Nothing has these words."
    search(browser, "")
    assert browser.text("#search-summary").startswith("Type to search ")
    search(browser, "the")
    assert 0 < browser.count("#search-results li") <= 100


def test_the_keys_alone_lead_from_a_page_to_what_is_sought(browser, dashboard):
    browser.open(dashboard / "index.html")
    browser.press("Tab")
    assert browser.run(WORDS) == "Skip to the contents"
    assert browser.run("return document.activeElement.getBoundingClientRect().left") >= 0
    browser.press("Enter")
    assert browser.run("return document.activeElement.id") == "content"
    browser.press("Tab")
    assert browser.run("return document.activeElement.closest('main') !== null")
    browser.press("/")
    assert browser.run("return document.activeElement.id") == "q"
    assert browser.run("return document.activeElement.value") == ""
    browser.press("Escape")
    assert browser.run("return document.activeElement.id") != "q"
    browser.press("/")
    browser.type("percentiles")
    browser.press("Enter")
    browser.until("return location.pathname.endsWith('/search.html')")
    browser.until("return document.querySelectorAll('#search-results a').length > 0")
    assert browser.run("return location.search") == "?q=percentiles"
    browser.press("/")
    for _ in range(6):
        browser.press("Tab")
        assert browser.run("return getComputedStyle(document.activeElement).outlineStyle") != "none"
        if browser.run("return document.activeElement.closest('#search-results') !== null"):
            break
    assert "health-dashboard" in browser.run(WORDS)
    browser.press("Enter")
    browser.until("return document.querySelector(':target') !== null")
    assert browser.run("return location.pathname").endswith("/features/health-dashboard.html")
    browser.call("POST", "/back")
    browser.until("return location.pathname.endsWith('/search.html')")
    browser.until("return document.querySelectorAll('#search-results a').length > 0")
    assert browser.run("return document.getElementById('q').value") == "percentiles"


def test_every_stop_of_the_keys_is_seen(browser, dashboard):
    for page in ("index.html", "features/health-dashboard.html", "findings.html"):
        browser.open(dashboard / page)
        for _ in range(30):
            browser.press("Tab")
            if browser.run("return document.activeElement === document.body"):
                break
            assert browser.run("return parseFloat(getComputedStyle(document.activeElement).outlineWidth) >= 2"), (
                page,
                browser.focused(),
            )


def test_the_sign_beside_an_element_is_its_address(browser, dashboard):
    browser.open(dashboard / "features/health-dashboard.html", "#criterion-2.1")
    assert browser.run("return document.querySelector(':target').id") == "criterion-2.1"
    assert browser.run("return document.querySelector(':target').getAttribute('href')") == "#criterion-2.1"
    assert browser.run("return document.querySelector(':target').getAttribute('aria-label') !== null")


# Many


def test_searching_through_sixty_thousand_entries_keeps_up_with_typing(browser, dashboard, tmp_path, capsys):
    site = tmp_path / "site"
    shutil.copytree(dashboard, site)
    file = site / "assets/search-index.js"
    index = json.loads(re.fullmatch(r"window\.specctlIndex = (.*);\n", file.read_text("utf-8"), re.DOTALL)[1])
    entries = index["entries"]
    while len(index["entries"]) < 4 * 60_000:
        index["entries"] = index["entries"] + entries
    file.write_text(f"window.specctlIndex = {json.dumps(index)};\n", "utf-8")
    browser.open(site / "search.html")
    times = browser.run(
        """
        const field = document.getElementById("q");
        const times = [];
        for (const text of ["t", "th", "the", "the s", "the sy", "the system", "the system é", "zzz", "e a i o"]) {
          field.value = text;
          const start = performance.now();
          field.dispatchEvent(new Event("input", { bubbles: true }));
          document.body.offsetHeight;
          times.push(performance.now() - start);
        }
        return times;
        """
    )
    print(f"slowest of {len(times)} keystrokes: {max(times):.0f} ms")
    assert max(times) < 300


@pytest.mark.release
def test_a_workspace_of_many_features_can_be_used(browser, tmp_path):
    count = 1_000
    root = tmp_path / "root"
    subprocess.run(
        [sys.executable, str(PROJECT / "Benchmarks/generate_workspace.py"), "--features", str(count), "--out", str(root)],
        check=True, capture_output=True, timeout=60,
    )
    site = write_site(tmp_path / "site", root)
    assert len(pages(site)) == count + 7
    for page in ("index.html", "traceability.html", "agents.html", "findings.html", "search.html", "plan.html"):
        start = time.monotonic()
        browser.open(site / page)
        assert browser.text("h1") != ""
        assert time.monotonic() - start < 15, page
        assert browser.run("return document.scrollingElement.scrollWidth") <= 1280
    # The plan keeps to the features, whose pages have the tasks.
    start = time.monotonic()
    browser.open(site / "plan.html")
    assert time.monotonic() - start < 3
    assert 0 < browser.count("#task-table tbody tr") <= 500
    assert 20 < browser.count("#feature-table tbody tr") <= count
    browser.click("#feature-table tbody a")
    assert browser.count("#task-table tbody tr") > 3
    browser.click(".badge.wave")
    assert browser.run("return document.querySelector(':target').cells[4].textContent") == browser.run(
        "return document.querySelector('.badge.wave').textContent.replace('wave ', '')"
    )
    browser.open(site / "search.html")
    search(browser, f"feature-{count - 1:05} task 1")
    assert browser.count("#search-results li") > 0
    assert browser.run(FIRST).startswith(f"feature-{count - 1:05}")
    browser.click("#search-results a")
    assert browser.run("return document.querySelector(':target') !== null")
