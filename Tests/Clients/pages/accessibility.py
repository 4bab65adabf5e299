"""What can be said of a page by a machine about who can use it: a few of the checks of axe, our own."""

from browser import Browser

STRUCTURE = r"""
const faults = [];
const all = (selector) => [...document.querySelectorAll(selector)];
const seen = (element) => element.checkVisibility();
if (!document.documentElement.lang) faults.push("no language");
if (!document.title.trim()) faults.push("no title");
if (all("main, [role=main]").length !== 1) faults.push("not one main landmark");
if (all("h1").filter(seen).length !== 1) faults.push("not one first heading");
let level = 0;
for (const heading of all("h1, h2, h3, h4, h5, h6").filter(seen)) {
  const own = Number(heading.tagName[1]);
  if (own > level + 1) faults.push(`heading '${heading.textContent}' skips a level`);
  level = own;
}
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
for (const element of all("[tabindex]")) {
  if (element.tabIndex > 0) faults.push(`positive tabindex of ${element.outerHTML.slice(0, 80)}`);
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

# Text against what lies behind it, in the colours that the browser computed. For text in pictures
# that is the first shape behind it.
CONTRAST = r"""
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
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const element = walker.currentNode.parentElement;
  if (!walker.currentNode.data.trim() || element.closest("script, style, title, option")) continue;
  const range = document.createRange();
  range.selectNodeContents(walker.currentNode);
  const box = range.getBoundingClientRect();
  if (box.width < 1 || box.bottom < 0 || box.top > innerHeight || box.right < 0) continue;
  // What is closed has a place all the same.
  if (!element.checkVisibility({ visibilityProperty: true })) continue;
  const style = getComputedStyle(element);
  const isDrawn = element instanceof SVGElement;
  const front = colour(isDrawn ? style.fill : style.color);
  const back = isDrawn
    ? behind(element, box.left + box.width / 2, box.top + box.height / 2) : ground(element);
  if (!front || !back) continue;
  checked += 1;
  const size = parseFloat(style.fontSize);
  const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
  const found = ratio(front, back);
  if (found < (isLarge ? 3 : 4.5)) {
    faults.push(`'${walker.currentNode.data.trim().slice(0, 40)}' ${found.toFixed(2)}`);
  }
}
return [checked, faults];
"""


def faults_of_structure(browser: Browser) -> list[str]:
    return browser.run(STRUCTURE)


def faults_of_contrast(browser: Browser) -> tuple[int, list[str]]:
    """How many texts were looked at, and those that cannot be read well."""
    checked, faults = browser.run(CONTRAST)
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
