"""What a machine can say about who can use a page: what axe says, and what axe does not look at."""

import json

from browser import Browser
from judges import script

# What axe leaves out unless it is asked: rules that are on trial, and the size of what is pressed.
ON_TRIAL = [
    "focus-order-semantics",
    "hidden-content",
    "label-content-name-mismatch",
    "p-as-heading",
    "table-fake-caption",
    "td-has-header",
    "target-size",
]
# Loading style sheets anew, as axe would for one more rule, is what the policy of our pages forbids.
AXE = r"""
(async (only, allowed) => {
  const options = { preload: false, resultTypes: ["violations"], rules: {} };
  if (only.length) options.runOnly = only;
  else for (const rule of %s) options.rules[rule] = { enabled: true };
  const answer = await axe.run(document, options);
  const faults = [];
  for (const { id, nodes } of answer.violations) {
    for (const { target, html, failureSummary } of nodes) {
      const element = document.querySelector(target.flat().join(" "));
      if (allowed[id] && element?.closest(allowed[id])) continue;
      faults.push(`${id}: ${html.slice(0, 160)}: ${failureSummary.replace(/\s+/g, " ")}`);
    }
  }
  return [answer.passes.map((it) => it.id), faults];
})
"""
# Which elements a rule is right about and which stay as they are.
ALLOWED = {
    # What is wider than its page takes the keys that move it. As landmarks, all tables would be too many.
    "focus-order-semantics": "[role=group]",
    # How people order the headings of their documents is their own affair.
    "heading-order": ".document",
    # The name of a drawn task says all that its box does, in the order in which one says it.
    "label-content-name-mismatch": "a.task",
}

STRUCTURE = r"""
const faults = [];
const all = (selector) => [...document.querySelectorAll(selector)];
const seen = (element) => element.checkVisibility();
if (all("h1").filter(seen).length !== 1) faults.push("not one first heading");
const ids = all("[id]").map((element) => element.id);
for (const id of new Set(ids)) {
  if (/\s/.test(id)) faults.push(`id '${id}' has white space`);
}
if (new Set(ids).size !== ids.length) faults.push("an id stands twice");
for (const name of ["aria-labelledby", "aria-describedby", "for"]) {
  for (const element of all(`[${name}]`)) {
    for (const id of element.getAttribute(name).split(" ")) {
      if (!document.getElementById(id)) faults.push(`${name} leads to no '${id}'`);
    }
  }
}
for (const table of all("table")) {
  if (!table.caption?.textContent.trim()) faults.push("a table without a caption");
  for (const cell of table.querySelectorAll("th")) {
    if (!["col", "row"].includes(cell.scope)) faults.push(`header '${cell.textContent}' of nothing`);
  }
  for (const row of table.tBodies[0].rows) {
    if (row.querySelectorAll("th[scope=row]").length !== 1) faults.push("a row without a header");
  }
}
for (const link of all("a[href^='#']")) {
  const id = decodeURIComponent(link.getAttribute("href").slice(1));
  if (id && !document.getElementById(id)) faults.push(`link to no '${id}'`);
}
for (const frame of all("iframe, object, embed, img, video, audio")) faults.push(frame.tagName);
return faults;
"""

# Drawn text against the first shape behind it, in the colours that the browser computed: axe cannot tell
# what lies behind it.
DRAWN_CONTRAST = r"""
const colour = (text) => {
  const parts = text.match(/^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)/);
  if (!parts) return null;
  const [r, g, b, a] = [parts[1], parts[2], parts[3], parts[4] ?? "1"].map(Number);
  return { r, g, b, a };
};
const light = ({ r, g, b }) => {
  const [x, y, z] = [r, g, b].map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * x + 0.7152 * y + 0.0722 * z;
};
const ratio = (one, other) => {
  const [high, low] = [light(one), light(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
};
const ground = (element) => {
  for (let place = element; place; place = place.parentElement) {
    const found = colour(getComputedStyle(place).backgroundColor);
    if (found && found.a === 1) return found;
  }
  return { r: 255, g: 255, b: 255, a: 1 };
};
const behind = (element, x, y) => {
  const stack = document.elementsFromPoint(x, y);
  // Scrolled out of sight.
  if (!stack.includes(element)) return null;
  for (const other of stack) {
    if (other === element || other.contains(element) && other.tagName !== "svg") continue;
    if (/^(text|tspan|a|g|path|circle)$/.test(other.tagName)) continue;
    if (other instanceof SVGGeometryElement) {
      const fill = colour(getComputedStyle(other).fill);
      if (fill && fill.a === 1) return fill;
      continue;
    }
    return ground(other);
  }
  return null;
};
const faults = [];
let checked = 0;
for (const element of document.querySelectorAll("svg text")) {
  const box = element.getBoundingClientRect();
  if (box.width < 1 || box.bottom < 0 || box.top > innerHeight || box.right < 0) continue;
  // What is closed has a place all the same.
  if (!element.checkVisibility({ visibilityProperty: true })) continue;
  const style = getComputedStyle(element);
  const front = colour(style.fill);
  const back = behind(element, box.left + box.width / 2, box.top + box.height / 2);
  if (!front || !back) continue;
  checked += 1;
  const size = parseFloat(style.fontSize);
  const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
  const found = ratio(front, back);
  if (found < (isLarge ? 3 : 4.5)) {
    faults.push(`'${element.textContent.slice(0, 40)}' ${found.toFixed(2)}`);
  }
}
return [checked, faults];
"""


def faults_of_axe(browser: Browser, only: tuple[str, ...] = ()) -> tuple[list[str], list[str]]:
    """The rules that found something to look at and no fault, and the faults; of all rules or of a few."""
    # Through the tools of the browser, since the policy of the pages lets no other script in.
    browser.devtools("Runtime.evaluate", expression=script("axe") + "\n0")
    call = AXE % json.dumps(ON_TRIAL) + f"({json.dumps(only)}, {json.dumps(ALLOWED)})"
    answer = browser.devtools(
        "Runtime.evaluate", expression=call, awaitPromise=True, returnByValue=True
    )
    assert "exceptionDetails" not in answer, answer
    passed, faults = answer["result"]["value"]
    return passed, faults


def faults_of_structure(browser: Browser) -> list[str]:
    return browser.run(STRUCTURE)


def faults_of_drawn_contrast(browser: Browser) -> tuple[int, list[str]]:
    """How many drawn texts were looked at, and those that cannot be read well."""
    checked, faults = browser.run(DRAWN_CONTRAST)
    return checked, faults


def faults_of_names(browser: Browser) -> tuple[int, list[str]]:
    """What takes the keys and has no name or no role for who does not see it."""
    faults = []
    nodes = browser.devtools("Accessibility.getFullAXTree")["nodes"]
    checked = 0
    for node in nodes:
        properties = {it["name"]: it["value"].get("value") for it in node.get("properties", [])}
        role = node.get("role", {}).get("value", "")
        if not properties.get("focusable") or role == "RootWebArea":
            continue
        checked += 1
        if role in ("", "generic", "none", "graphics-symbol"):
            faults.append(f"role '{role}' of {node.get('name', {}).get('value')}")
        if not node.get("name", {}).get("value", "").strip():
            faults.append(f"no name of a {role}")
    return checked, faults
