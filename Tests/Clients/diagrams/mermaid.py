"""Mermaid itself, in a browser: whether it takes a diagram, and what it draws."""

import json

from browser import Browser
from judges import script

SETTINGS = {
    "startOnLoad": False,
    "securityLevel": "strict",
    "suppressErrorRendering": True,
    # Participants are named once, as in our pictures of some messages.
    "sequence": {"mirrorActors": False},
}
DRAW = r"""
(async (texts) => {
  const bare = (element) => element.textContent.replace(/[\s\u200b]+/g, "");
  const drawings = [];
  for (const [number, text] of texts.entries()) {
    const stead = document.createElement("div");
    document.body.append(stead);
    try {
      const { diagramType } = await mermaid.parse(text);
      const { svg } = await mermaid.render("diagram" + number, text, stead);
      stead.innerHTML = svg;
      const picture = stead.querySelector("svg");
      const all = (selector) => [...picture.querySelectorAll(selector)];
      const drawing = { kind: diagramType };
      if (diagramType === "sequence") {
        drawing.boxes = all("line.actor-line").length + all(".note").length;
        drawing.lines = all(".messageLine0, .messageLine1").length;
        drawing.labels = all("text").map(bare);
      } else {
        drawing.boxes = all("g.node").length;
        // A line from a box to itself is drawn in three parts.
        drawing.lines = all(".edgePaths path:not(.edge-thickness-invisible)")
          .filter((it) => !/-cyclic-special-(mid|2)$/.test(it.id)).length;
        drawing.groups = all("g.cluster, g.statediagram-cluster").length;
        drawing.labels = all("g.node").map(bare);
      }
      for (const it of all("style, defs, marker, title, desc")) it.remove();
      drawing.text = bare(picture);
      drawings.push(drawing);
    } catch (error) {
      drawings.push({ refusal: String(error?.message ?? error) });
    }
    stead.remove();
  }
  return drawings;
})
"""


class Mermaid:
    """Draws on an empty page."""

    def __init__(self, browser: Browser):
        self.browser = browser
        source = script("mermaid")
        browser.call("POST", "/url", url="about:blank")
        self.run(source + "\n0")
        self.run(f"mermaid.initialize({json.dumps(SETTINGS)})")

    def run(self, expression: str):
        answer = self.browser.devtools(
            "Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True
        )
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def draw(self, texts: list[str]) -> list[dict]:
        """For each text what it became: numbers of boxes, lines and groups and all text, or a refusal."""
        drawings = []
        # In parts, so that none of them takes long.
        for start in range(0, len(texts), 25):
            drawings += self.run(f"{DRAW}({json.dumps(texts[start:start + 25])})")
        return drawings
