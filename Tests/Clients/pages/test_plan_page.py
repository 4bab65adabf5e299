"""`specctl plan --format html`, as it is in a browser."""

import pathlib
import xml.etree.ElementTree

import pytest

from accessibility import faults_of_axe, faults_of_drawn_contrast, faults_of_names, faults_of_structure
from browser import Browser
from plans import PROJECT, plan, write_page, write_tasks

HOSTILE = [
    "<script>window.hacked = 1</script>",
    "</title><script>window.hacked = 1</script>",
    "</style><img src=x onerror=window.hacked=1>",
    "\" onmouseover=\"window.hacked=1\" x=\"",
    "' onfocus='window.hacked=1' autofocus tabindex='0",
    "<svg onload=window.hacked=1>",
    "]]><!--<script>",
    "--><iframe src=https://example.org></iframe>",
    "&lt;b&gt; &amp;amp; &#60;script&#62;",
    "[x](javascript:window.hacked=1)",
    "<base href=https://example.org/>",
    "<meta http-equiv=refresh content=0;url=https://example.org>",
    "<style>*{display:none}</style>",
    "{{constructor.constructor('window.hacked=1')()}} ${window.hacked=1}",
    "e\u0301\u0301\u0301 \u202egnp.exe\u202c \u200b 😀👩‍👩‍👧 é",
]


@pytest.fixture
def hostile(tmp_path) -> pathlib.Path:
    root = tmp_path / "root"
    write_tasks(
        root,
        "'\"><script>window.hacked=1<\\script>& é",
        [f"- [ ] {number}. {title}" for number, title in enumerate(HOSTILE, start=1)]
        + ["- [ ] 99. Last", "  - _Agent: x-\"><img src=x onerror=window.hacked=1>_"],
    )
    return write_page(tmp_path, root)


# Nothing but the page


@pytest.mark.parametrize("name", ["shop", "dashboard", "crowd", "hostile"])
def test_a_page_asks_for_nothing_and_complains_about_nothing(browser: Browser, name, request):
    page = request.getfixturevalue(name)
    browser.open(page)
    asked = browser.requests()
    assert len(asked) == 1 and asked[0].startswith("file://")
    assert browser.complaints() == []


def test_the_policy_keeps_other_scripts_and_styles_out(one_browser: Browser, shop):
    one_browser.look()
    one_browser.open(shop)
    one_browser.run(
        "const script = document.createElement('script');"
        "script.append('window.hacked = 1'); document.body.append(script);"
        "document.body.setAttribute('style', 'display: none');"
    )
    assert one_browser.run("return window.hacked ?? null") is None
    assert one_browser.run("return getComputedStyle(document.body).display") == "block"
    assert len(one_browser.complaints()) >= 2


def test_what_documents_say_is_text(browser: Browser, hostile):
    browser.open(hostile)
    assert browser.run("return window.hacked ?? null") is None
    assert browser.count("script") == 1
    assert browser.count("style, base, iframe, img, meta[http-equiv=refresh]") == 1
    handlers = browser.run(
        "return [...document.querySelectorAll('*')].flatMap((element) =>"
        " [...element.attributes].map((it) => it.name).filter((name) => name.startsWith('on')))"
    )
    assert handlers == []
    titles = browser.run(
        "return [...document.querySelectorAll('#task-table td.words')].map((it) => it.textContent)"
    )
    assert titles[:6] == HOSTILE[:6]
    assert "\u202e" not in browser.text("#task-table")
    # Looking at a task writes its words anew.
    for task in range(0, len(HOSTILE), 3):
        browser.run(
            "document.querySelector(`a.task[data-task='${arguments[0]}']`)"
            ".dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))",
            task,
        )
    assert browser.run("return window.hacked ?? null") is None
    assert browser.count("#detail *:not(a, li, ul, h2, h3, p, button)") == 0


# Everybody


@pytest.mark.parametrize("name", ["shop", "dashboard", "crowd", "hostile"])
def test_the_structure_is_sound(browser: Browser, name, request):
    browser.open(request.getfixturevalue(name))
    assert faults_of_structure(browser) == []


@pytest.mark.parametrize("name", ["shop", "dashboard", "crowd"])
def test_everything_that_takes_keys_has_a_name_and_a_role(browser: Browser, name, request):
    page = request.getfixturevalue(name)
    browser.open(page, "#catalogue/2.2" if name == "shop" else "")
    checked, faults = faults_of_names(browser)
    assert checked > 20
    assert faults == []


@pytest.mark.parametrize("name", ["shop", "hostile"])
def test_axe_finds_nothing(browser: Browser, name, request):
    browser.open(request.getfixturevalue(name), "#catalogue/2.2" if name == "shop" else "")
    passed, faults = faults_of_axe(browser)
    assert len(passed) > 50
    assert faults == []


@pytest.mark.parametrize("name", ["shop", "hostile"])
def test_axe_can_read_every_text_in_the_dark(browser: Browser, name, request):
    browser.look(theme="dark")
    browser.open(request.getfixturevalue(name), "#catalogue/2.2" if name == "shop" else "")
    passed, faults = faults_of_axe(browser, ("color-contrast",))
    assert passed == ["color-contrast"]
    assert faults == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", ["shop", "dashboard", "crowd"])
def test_every_drawn_text_can_be_read(browser: Browser, name, theme, request):
    browser.look(1280, 3200, theme)
    browser.open(request.getfixturevalue(name))
    checked, faults = faults_of_drawn_contrast(browser)
    assert checked > 40
    assert faults == []


@pytest.mark.parametrize("width", [360, 768, 1440])
@pytest.mark.parametrize("name", ["shop", "dashboard", "crowd", "hostile"])
def test_the_window_never_moves_sideways(browser: Browser, name, width, request):
    browser.look(width, 800)
    browser.open(request.getfixturevalue(name))
    assert browser.run("return document.scrollingElement.scrollWidth") <= width


def test_nothing_moves_for_who_asked_for_that(browser: Browser, shop):
    durations = "return getComputedStyle(document.querySelector('a.task')).transitionDuration"
    browser.open(shop)
    assert browser.run(durations) == "0s"
    browser.look(calm=False)
    browser.open(shop)
    assert browser.run(durations) != "0s"


def test_everything_can_be_read_without_scripts(browser: Browser, shop):
    browser.devtools("Emulation.setScriptExecutionDisabled", value=True)
    try:
        browser.open(shop)
        tree = browser.devtools("Accessibility.getFullAXTree")["nodes"]
        names = [node.get("name", {}).get("value", "") for node in tree if not node["ignored"]]
    finally:
        browser.devtools("Emulation.setScriptExecutionDisabled", value=False)
    assert "Search by title" in names
    assert "Smaller" not in names and "Find" not in names
    assert any(name.startswith("catalogue/2.1: Search by title, back") for name in names)


def test_paper_shows_all_of_it(browser: Browser, dashboard):
    browser.open(dashboard)
    browser.devtools("Emulation.setEmulatedMedia", media="print")
    try:
        assert browser.run("return getComputedStyle(document.querySelector('.filter')).display") == "none"
        hidden = "return [...document.querySelectorAll('.scroll')].filter((it) => it.scrollHeight > it.clientHeight + 2).length"
        assert browser.run(hidden) == 0
    finally:
        browser.devtools("Emulation.setEmulatedMedia", media="")


# Keys

FOCUS = r"""
const it = document.activeElement;
const style = getComputedStyle(it);
if (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) return true;
return [".box", ".hit", ".knob"].some((part) => {
  const shape = it.querySelector(part);
  return shape && parseFloat(getComputedStyle(shape).strokeWidth) >= 3
    && getComputedStyle(shape).stroke !== "none";
});
"""
WHERE = "return document.activeElement.closest('.task, .row, .band-name, summary, tr')?.className ?? document.activeElement.tagName"


def test_a_person_can_walk_through_with_the_keys_alone(browser: Browser, shop):
    browser.open(shop)
    seen = []
    for _ in range(40):
        browser.press("Tab")
        assert browser.run(FOCUS), browser.focused()
        seen.append(browser.focused())
        if seen[-1].startswith("catalogue/2.1: Search by title, backend-engineer, wave"):
            break
    assert browser.run("return document.activeElement.matches('a.task')")
    assert {"find", "in-feature", "by-agent", "critical"} <= set(seen)

    browser.press("ArrowRight")
    assert browser.focused().startswith("catalogue/2.2: ")
    assert browser.run(FOCUS)
    browser.press("ArrowDown")
    assert browser.focused().startswith("catalogue/2.3: ")
    browser.press("Enter")
    assert browser.run("return location.hash") == "#catalogue/2.3"
    assert browser.text("#detail h2") == "catalogue/2.3"
    assert browser.run("return document.activeElement.dataset.task") == "2"
    assert browser.count("a.task.before") == 1 and browser.count("a.task.after") > 0
    browser.press("Escape")
    assert browser.run("return location.hash") == ""
    assert browser.run("return document.querySelector('#detail').hidden")
    browser.press("End")
    assert browser.focused().startswith("checkout/3: ")
    browser.press("Home")
    assert browser.focused().startswith("catalogue/2.1: ")

    # The graph was one stop: the next is in the schedule.
    browser.press("Tab")
    assert browser.run("return document.activeElement.closest('#schedule') !== null")
    while not browser.run("return document.activeElement.matches('a.row')"):
        browser.press("Tab")
        assert browser.run(FOCUS)
    browser.press("ArrowDown")
    assert browser.focused().startswith("catalogue/2.2: ")


def test_bands_close_and_open_by_the_keys(browser: Browser, shop):
    browser.open(shop)
    height = browser.run("return document.querySelector('.drawing').clientHeight")
    browser.run("document.querySelector('.band-name').focus()")
    browser.press("Enter")
    state = "return document.querySelector('.band-name').getAttribute('aria-expanded')"
    assert browser.run(state) == "false"
    assert browser.run("return document.querySelector('.drawing').clientHeight") < height
    assert browser.run("return document.querySelector('.digest').getClientRects().length") > 0
    browser.press("ArrowDown", "Space")
    assert browser.count(".band.closed") == 2
    browser.press("Space", "ArrowUp", "Space")
    assert browser.count(".band.closed") == 0
    assert browser.run("return document.querySelector('.drawing').clientHeight") == height


# Finding


def test_words_a_feature_and_an_agent_find_tasks(browser: Browser, shop):
    browser.open(shop)
    shown = "return [...document.querySelectorAll('#task-table tbody tr')].filter((it) => !it.hidden).length"
    browser.run("document.querySelector('#find').focus()")
    browser.type("SEARCH title")
    assert browser.run(shown) == 1
    assert browser.text("#count") == "1 of 7 tasks"
    assert browser.count("a.task.out") == 6
    browser.run("document.querySelector('#find').value = ''")
    choose = (
        "const it = document.querySelector(arguments[0]); it.value = arguments[1];"
        "it.dispatchEvent(new Event('input', { bubbles: true }))"
    )
    browser.run(choose, "#in-feature", "1")
    assert browser.text("#count") == "3 of 7 tasks"
    browser.run(choose, "#by-agent", "payment-engineer")
    assert browser.text("#count") == "1 of 7 tasks"
    browser.run(choose, "#find", "nothing like this")
    assert browser.text("#count") == "0 of 7 tasks"
    assert not browser.run("return document.querySelector('.none').hidden")


def test_a_link_leads_to_a_task(browser: Browser, dashboard):
    browser.open(dashboard, "#health-dashboard/3.1")
    assert browser.text("#detail h2") == "health-dashboard/3.1"
    place = browser.run(
        "const it = document.getElementById('health-dashboard/3.1').getBoundingClientRect();"
        "return it.top >= 0 && it.bottom <= innerHeight"
    )
    assert place
    before = browser.run(
        "return [...document.querySelectorAll('a.task.before')].map((it) => it.querySelector('.id').textContent)"
    )
    assert "2.2" in before and "2.3" in before
    browser.click("#detail .before a")
    browser.until("return document.querySelector('#detail h2').textContent === 'health-dashboard/2.2'")


def test_a_link_may_hold_anything(browser: Browser, hostile):
    browser.open(hostile)
    link = browser.run("return document.querySelector('#task-table tbody a').getAttribute('href')")
    browser.open(hostile, link)
    assert browser.text("#detail h2").endswith("é/1")


# Sizes


def test_five_hundred_tasks_begin_closed(browser: Browser, crowd):
    browser.open(crowd)
    assert browser.count(".band.closed") == 25
    assert browser.count("details[open]") == 0
    browser.run("document.querySelector('[data-action=open]').click()")
    assert browser.count(".band.closed") == 0
    seen = browser.run(
        "return [...document.querySelectorAll('a.task')].filter((it) => it.getClientRects().length).length"
    )
    assert seen == 500


def test_a_link_opens_what_its_task_is_hidden_in(browser: Browser, crowd):
    browser.open(crowd, "#feature-03/7")
    assert browser.count(".band.closed") == 24
    assert browser.count("details[open]") == 1
    assert browser.run("return document.querySelector('a.task.chosen').getClientRects().length") > 0
    browser.run("document.querySelector('[data-action=close]').click()")
    assert browser.count(".band.closed") == 25


def test_paper_gets_the_whole_graph(browser: Browser, crowd):
    browser.open(crowd)
    browser.run("dispatchEvent(new Event('beforeprint'))")
    assert browser.run("return document.querySelector('.drawing').clientWidth") <= 1000
    assert browser.count("details:not([open])") == 0
    browser.run("dispatchEvent(new Event('afterprint'))")
    assert browser.run("return document.querySelector('.drawing').clientWidth") > 1000


def test_five_thousand_tasks_are_shown_by_feature(browser: Browser, tmp_path):
    root = tmp_path / "root"
    for feature in range(50):
        lines = [f"- [ ] {task}. Build part {task}" for task in range(1, 101)]
        write_tasks(root, f"feature-{feature:02}", lines)
    browser.open(write_page(tmp_path, root))
    assert "5,000 tasks could not be read" in browser.text("#graph .note")
    assert browser.count(".drawing a.task") == 50
    assert browser.count("#task-table tbody tr") == 5000
    browser.run(
        "const it = document.querySelector('#find'); it.value = 'feature-07/33';"
        "it.dispatchEvent(new Event('input', { bubbles: true }))"
    )
    assert browser.text("#count") == "1 of 5,000 tasks"


def test_a_page_of_no_task_says_so(browser: Browser, tmp_path):
    (tmp_path / ".claude/specs").mkdir(parents=True)
    browser.open(write_page(tmp_path, tmp_path))
    assert browser.text("main").strip() == "There is no task to plan."
    assert faults_of_structure(browser) == []


# The picture alone


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_picture_can_be_read(browser: Browser, theme, tmp_path):
    picture = tmp_path / "plan.svg"
    picture.write_bytes(plan(PROJECT / "Fixtures/lending-library", "svg"))
    root = xml.etree.ElementTree.fromstring(picture.read_bytes())
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert not any(element.tag.endswith(("script", "a", "image")) for element in root.iter())
    browser.look(1100, 1600, theme)
    browser.open(picture)
    assert len(browser.requests()) == 1
    background = browser.run("return getComputedStyle(document.querySelector('.ground')).fill")
    assert (background == "rgb(246, 247, 249)") == (theme == "light")
