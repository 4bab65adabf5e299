"""The pages of a documentation in a browser: quiet, sound, readable at every width and on paper."""

import pytest

from accessibility import faults_of_axe, faults_of_drawn_contrast, faults_of_names, faults_of_structure
from browser import Browser
from documentation import pages, write_site

# A page of every kind, with much on it.
KINDS = [
    ("dashboard", "index.html"),
    ("dashboard", "features/health-dashboard.html"),
    ("dashboard", "features/ava-chatbot.html"),
    ("dashboard", "plan.html"),
    ("dashboard", "traceability.html"),
    ("dashboard", "agents.html"),
    ("dashboard", "rules.html"),
    ("dashboard", "search.html"),
    ("broken", "index.html"),
    ("broken", "findings.html"),
    ("changed", "changes.html"),
    ("changed", "features/catalogue.html"),
    ("traced", "features/orders.html"),
    ("traced", "traceability.html"),
]
kinds = pytest.mark.parametrize("site, page", KINDS)


def open_page(browser: Browser, request, site: str, page: str) -> None:
    browser.open(request.getfixturevalue(site) / page, "?q=chat" if page == "search.html" else "")


@pytest.mark.parametrize("name", ["dashboard", "broken", "changed", "traced"])
def test_pages_ask_for_nothing_but_their_own_files(browser, name, request):
    site = request.getfixturevalue(name)
    browser.complaints(), browser.requests()
    for page in pages(site):
        browser.call("POST", "/url", url=page.as_uri())
    asked = browser.requests()
    assert len(asked) > 2 * len(pages(site))
    assert [it for it in asked if not it.startswith(site.as_uri() + "/")] == []
    assert browser.complaints() == []


def test_a_server_is_asked_for_nothing_else(browser, served, dashboard):
    browser.complaints(), browser.requests()
    for page in pages(dashboard):
        browser.call("POST", "/url", url=served + page.relative_to(dashboard).as_posix())
    assert [it for it in browser.requests() if not it.startswith(served)] == []
    assert browser.complaints() == []
    browser.call("POST", "/url", url=served + "search.html?q=percentiles")
    assert "health-dashboard" in browser.text("#search-results")
    browser.click("#search-results a")
    assert "/features/health-dashboard.html#" in browser.run("return location.href")
    assert browser.complaints() == []


def test_every_page_has_the_same_head_and_foot(browser, dashboard):
    def around(page):
        browser.open(page)
        return browser.run(
            """
            document.querySelectorAll(".top [aria-current]").forEach((it) => it.removeAttribute("aria-current"));
            const parts = [".skip", ".top", "body > footer"].map((it) => document.querySelector(it));
            return parts.map((it) => it.outerHTML.replaceAll('"../', '"'))
              .concat(getComputedStyle(document.body).backgroundColor, parts[1].getBoundingClientRect().height);
            """
        )

    first = around(dashboard / "index.html")
    for page in ("plan.html", "search.html", "traceability.html", "features/health-dashboard.html"):
        assert around(dashboard / page) == first, page


def test_the_keys_skip_to_the_plan(browser, dashboard):
    browser.open(dashboard / "plan.html")
    browser.press("Tab")
    assert browser.run("return document.activeElement.textContent") == "Skip to the contents"
    browser.press("Enter")
    assert browser.run("return document.activeElement.id") == "content"
    browser.press("/")
    assert browser.run("return document.activeElement.id") == "q"


def test_features_follow_one_another(browser, dashboard):
    rows = "return [...document.querySelectorAll('#features-table tbody th a')].map((it) => it.href)"
    browser.open(dashboard / "index.html")
    expected = browser.run(rows)
    browser.call("POST", "/url", url=expected[0])
    seen = [browser.run("return location.href")]
    assert browser.count(".neighbours .prev") == 0
    while browser.count(".neighbours .next") == 1:
        browser.click(".neighbours .next")
        seen.append(browser.run("return location.href"))
        assert browser.run("return document.querySelector('.neighbours .prev').href") == seen[-2]
    assert seen == expected


def test_code_and_proof_are_a_click_away(browser, traced):
    browser.open(traced / "features/orders.html")
    browser.click("#criterion-2\\.1 ~ .badges .failing")
    assert browser.run("return document.querySelector(':target').id") == "trace-criterion-2.1"
    assert "failed" in browser.text("tr:target")
    links = browser.run("return [...document.querySelectorAll('td.places a')].map((it) => [it.href, it.rel])")
    assert ["https://example.org/bakery/blob/main/src/orders.py#L4", "noopener noreferrer"] in links


def test_the_policy_keeps_other_scripts_out(one_browser, dashboard):
    one_browser.look()
    one_browser.open(dashboard / "index.html")
    one_browser.run(
        "const script = document.createElement('script');"
        "try { script.append('window.injected = 1'); document.body.append(script); } catch { }"
        "document.body.setAttribute('style', 'display: none');"
        "const image = new Image(); image.src = 'https://example.org/x.png';"
    )
    assert one_browser.run("return window.injected ?? null") is None
    assert one_browser.run("return getComputedStyle(document.body).display") == "block"
    assert len(one_browser.complaints()) >= 2
    assert one_browser.requests() and not any("example.org" in it for it in one_browser.requests())


@kinds
def test_the_structure_is_sound(browser, site, page, request):
    open_page(browser, request, site, page)
    # How people write their documents is their own affair.
    browser.run(
        """
        for (const it of document.querySelectorAll(".document table")) {
          const stead = document.createElement("p");
          stead.append(...it.querySelectorAll("[id]"));
          it.replaceWith(stead);
        }
        """
    )
    assert faults_of_structure(browser) == []
    landmarks = browser.run(
        "return ['main', 'nav[aria-label]', 'footer'].map((it) => document.querySelectorAll(it).length)"
    )
    assert landmarks[0] == 1 and landmarks[1] >= 1 and landmarks[2] == 1


@kinds
def test_everything_that_takes_keys_has_a_name_and_a_role(browser, site, page, request):
    open_page(browser, request, site, page)
    checked, faults = faults_of_names(browser)
    assert checked > 8
    assert faults == []


# A page of every kind, none of them so large that axe looks at it for long.
SMALL_KINDS = [
    ("changed", "index.html"),
    ("dashboard", "features/health-dashboard.html"),
    ("dashboard", "features/ava-chatbot.html"),
    ("changed", "plan.html"),
    ("changed", "traceability.html"),
    ("dashboard", "agents.html"),
    ("dashboard", "rules.html"),
    ("dashboard", "search.html"),
    ("broken", "index.html"),
    ("broken", "findings.html"),
    ("changed", "changes.html"),
    ("engine", "index.html"),
]
small_kinds = pytest.mark.parametrize("site, page", SMALL_KINDS)


@small_kinds
def test_axe_finds_nothing(browser, site, page, request):
    open_page(browser, request, site, page)
    passed, faults = faults_of_axe(browser)
    assert len(passed) > 35
    assert faults == []


@small_kinds
def test_axe_can_read_every_text_in_the_dark(browser, site, page, request):
    browser.look(theme="dark")
    open_page(browser, request, site, page)
    passed, faults = faults_of_axe(browser, ("color-contrast",))
    assert passed == ["color-contrast"]
    assert faults == []


def test_axe_would_find_faults(browser, dashboard):
    browser.open(dashboard / "index.html")
    browser.run(
        """
        const faults = document.createElement("div");
        faults.append(document.createElement("button"), document.createElement("main"));
        const text = document.createElement("p");
        text.append("hardly to be seen");
        text.style.color = "#ddd";
        text.style.background = "#fff";
        faults.append(text, document.createElement("h6"));
        faults.lastChild.append("deep");
        document.querySelector("main").append(faults);
        document.documentElement.removeAttribute("lang");
        """
    )
    _, faults = faults_of_axe(browser)
    found = {fault.split(":")[0] for fault in faults}
    assert {"button-name", "color-contrast", "heading-order", "html-has-lang"} <= found


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("page", ["features/ava-chatbot.html", "plan.html"])
def test_every_drawn_text_can_be_read(browser, dashboard, page, theme):
    browser.look(1280, 3200, theme)
    browser.open(dashboard / page)
    # Diagrams stand where their documents do.
    browser.run("(document.querySelector('.diagram') ?? document.body).scrollIntoView()")
    checked, faults = faults_of_drawn_contrast(browser)
    assert checked >= 7
    assert faults == []


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_the_window_never_moves_sideways(browser, width, request):
    browser.look(width, 800)
    wide = []
    for site, page in KINDS:
        browser.call("POST", "/url", url=(request.getfixturevalue(site) / page).as_uri())
        if browser.run("return document.scrollingElement.scrollWidth") > width:
            wide.append(page)
    assert wide == []


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_what_is_said_of_a_line_stands_beside_it(browser, dashboard, width):
    browser.look(width, 800)
    for page in ("features/health-dashboard.html", "features/ava-chatbot.html"):
        browser.open(dashboard / page)
        faults = browser.run(
            """
            return [...document.querySelectorAll(".document .badges")].filter((it) => {
              const [own, line] = [it, it.parentElement].map((one) => one.getBoundingClientRect());
              return own.top < line.top - 3 || own.bottom > line.bottom + 3
                || own.left < line.left - 3 || own.right > line.right + 3;
            }).map((it) => it.parentElement.textContent);
            """
        )
        assert faults == []


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_what_a_link_leads_to_is_in_sight(browser, dashboard, width):
    browser.look(width, 800)
    for place in ("requirement-3", "criterion-2.1", "task-2.2", "trace", "design"):
        browser.open(dashboard / "features/health-dashboard.html", "#" + place)
        top, bottom, bar = browser.run(
            "const box = document.querySelector(':target').getBoundingClientRect();"
            "return [box.top, box.bottom, document.querySelector('.top').getBoundingClientRect().bottom]"
        )
        assert max(bar, 0) <= top < 800, place


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_long_words_make_no_page_wider(browser, width, tmp_path):
    folder = tmp_path / "root/.claude/specs" / ("long" * 30)
    folder.mkdir(parents=True)
    word = "x" * 400
    (folder / "requirements.md").write_text(
        f"# {word}\n\n{word}\n\n### Requirement 1: {word}\n\n#### Acceptance Criteria\n\n1. {word} SHALL {word}\n\n"
        f"`{word}`\n\n> {word}\n\n| {word} | {word} |\n|---|---|\n| {word} | `{word}` |\n\n```\n{word * 3}\n```\n"
        f"\n- a\n  - b\n    - c\n      - d\n        - e\n          - {word}\n\nhttps://example.org/{word}\n",
        "utf-8",
    )
    (folder / "tasks.md").write_text(f"- [ ] 1. {word}\n  - {word}\n  - _Agent: {word}_\n", "utf-8")
    site = write_site(tmp_path / "site", tmp_path / "root", "--title", word)
    browser.look(width, 800)
    wide = []
    for page in pages(site):
        browser.call("POST", "/url", url=page.as_uri())
        if browser.run("return document.scrollingElement.scrollWidth") > width:
            wide.append(page.name)
    assert wide == []


def test_everything_can_be_read_without_scripts(browser, request):
    browser.devtools("Emulation.setScriptExecutionDisabled", value=True)
    try:
        browser.open(request.getfixturevalue("dashboard") / "features/health-dashboard.html")
        nodes = browser.devtools("Accessibility.getFullAXTree")["nodes"]
        names = " ".join(it.get("name", {}).get("value", "") for it in nodes)
        browser.open(request.getfixturevalue("dashboard") / "index.html")
        nodes = browser.devtools("Accessibility.getFullAXTree")["nodes"]
        overview = " ".join(it.get("name", {}).get("value", "") for it in nodes)
        browser.open(request.getfixturevalue("dashboard") / "search.html")
        nodes = browser.devtools("Accessibility.getFullAXTree")["nodes"]
        search = " ".join(it.get("name", {}).get("value", "") for it in nodes)
    finally:
        browser.devtools("Emulation.setScriptExecutionDisabled", value=False)
    assert "mark it as late" in names and "From tasks to requirements" in names
    assert "What can start now" in overview and "Show only" not in overview
    assert "Searching needs scripts" in search


@pytest.mark.parametrize("page", ["features/health-dashboard.html", "findings.html", "index.html", "agents.html"])
def test_paper_shows_all_of_it(browser, broken, page):
    # As wide as paper is.
    browser.look(700, 1000)
    browser.open(broken / page)
    browser.devtools("Emulation.setEmulatedMedia", media="print")
    try:
        cut = browser.run(
            "return [...document.querySelectorAll('.wide, pre')].filter((it) =>"
            " it.scrollWidth > it.clientWidth + 1).map((it) => it.textContent.slice(0, 60))"
        )
        hidden = browser.run(
            "return [...document.querySelectorAll('details li')].filter((it) => !it.checkVisibility({"
            " contentVisibilityAuto: true })).length"
        )
        shown = browser.run(
            "return [...document.querySelectorAll('.top form, .top nav, .filter, .skip, .contents')]"
            ".filter((it) => it.checkVisibility()).length"
        )
    finally:
        browser.devtools("Emulation.setEmulatedMedia", media="")
    assert cut == []
    assert hidden == 0 and shown == 0


def test_printing_opens_what_is_closed_and_closes_it_again(browser, broken):
    browser.open(broken / "features/health-dashboard.html")
    count = browser.count("details:not([open])")
    browser.run("dispatchEvent(new Event('beforeprint'))")
    assert browser.count("details:not([open])") == 0
    browser.run("dispatchEvent(new Event('afterprint'))")
    assert browser.count("details:not([open])") == count


def test_nothing_moves(browser, dashboard):
    browser.look(calm=True)
    for page in ("index.html", "features/health-dashboard.html", "search.html"):
        browser.open(dashboard / page)
        moving = browser.run(
            "return [...document.querySelectorAll('*')].filter((it) => {"
            " const style = getComputedStyle(it);"
            " return style.animationName !== 'none' || parseFloat(style.transitionDuration) > 0"
            " || style.scrollBehavior === 'smooth'; }).length"
        )
        assert moving == 0


def test_a_task_of_the_plan_and_its_feature_lead_to_each_other(browser, dashboard):
    browser.open(dashboard / "features/health-dashboard.html")
    badge = browser.run("return document.querySelector('a.badge.wave').getAttribute('href')")
    assert badge.startswith("../plan.html#health-dashboard/")
    browser.click("a.badge.wave")
    assert browser.text("#detail h2").startswith("health-dashboard/")


def test_a_filter_leaves_the_rows_with_all_words(browser, dashboard):
    browser.open(dashboard / "agents.html")
    shown = "return [...document.querySelectorAll('#agents-table tbody tr')].filter((it) => !it.hidden).length"
    assert browser.run(shown) == 45
    browser.click("#filter-agents-table")
    browser.type("OPUS quality")
    assert 0 < browser.run(shown) < 20
    assert browser.text(".filter output").endswith(" of 45")
    browser.type(" zzz")
    assert browser.run(shown) == 0
    assert browser.text(".filter output") == "0 of 45"
    # A slash is a letter where somebody types.
    browser.type("/")
    assert browser.run("return document.activeElement.value") == "OPUS quality zzz/"
    browser.run(
        "const it = document.activeElement; it.value = ''; it.dispatchEvent(new Event('input', { bubbles: true }))"
    )
    assert browser.run(shown) == 45
    assert browser.text(".filter output") == ""
