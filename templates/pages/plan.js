"use strict";
(() => {
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const calm = matchMedia("(prefers-reduced-motion: reduce)");

  // The table says everything: which tasks there are, and what they wait for.
  const rows = all("#task-table tbody tr");
  const names = rows.map((row) => row.cells[0].textContent);
  const links = rows.map((row) => row.cells[0].firstChild.getAttribute("href"));
  const taskOfLink = new Map(links.map((link, task) => [link, task]));
  const waits = rows.map((row) => all("a[data-task]", row.cells[8]).map(numberOf));
  const awaited = rows.map(() => []);
  waits.forEach((list, task) => list.forEach((before) => awaited[before]?.push(task)));
  const marks = rows.map(() => []);
  for (const mark of all("svg a[data-task]")) marks[numberOf(mark)]?.push(mark);

  function numberOf(element) {
    return Number(element.dataset.task);
  }

  // MARK: The graph

  const drawing = one(".drawing");
  const nameplate = one(".names");
  const heads = one(".heads");
  const edges = all(".edge", drawing);
  const shape = drawing.dataset;
  const measure = (name) => Number(shape[name]);
  const closedHeight = 36;
  const bands = all(".band", drawing).map((element, index) => ({
    element,
    back: one(".back", element),
    name: all(".band-name", nameplate)[index],
    height: Number(one(".back", element).getAttribute("height")),
    top: placeOf(element).y,
    isClosed: false,
  }));
  const whole = { width: measureOf(drawing, "width"), height: measureOf(drawing, "height") };
  const boxes = new Map(all("a.task[data-task]", drawing).map((box) => [numberOf(box), box]));
  let scale = 1;

  function measureOf(element, name) {
    return Number(element.getAttribute(name));
  }

  function placeOf(element) {
    const move = element.transform.baseVal.getItem(0).matrix;
    return { x: move.e, y: move.f };
  }

  function bandOf(box) {
    return bands[Number(box.closest(".band").dataset.feature)];
  }

  /** The same way as in the program that made the page. */
  function route(from, to, lane) {
    const gap = measure("gap");
    if (to.x - from.x <= gap + measure("boxWidth")) {
      const bend = Math.trunc((to.x - from.x) / 2);
      return `M${from.x} ${from.y}C${from.x + bend} ${from.y} ${to.x - bend} ${to.y} ${to.x} ${to.y}`;
    }
    const y = lane ?? to.y + (from.y < to.y ? -1 : 1) * (measure("rowStep") / 2);
    return `M${from.x} ${from.y}C${from.x + gap / 2} ${from.y} ${from.x + gap / 2} ${y} ${from.x + gap} ${y}`
      + `H${to.x - gap}C${to.x - gap / 2} ${y} ${to.x - gap / 2} ${to.y} ${to.x} ${to.y}`;
  }

  function endOf(task, isSource) {
    const box = boxes.get(task);
    const band = bandOf(box);
    const place = placeOf(box);
    const y = band.isClosed ? measure("bandHead") + 11 : place.y + measure("boxHeight") / 2;
    // The side of the box, or of the number that stands for it.
    const half = measure("boxWidth") / 2;
    const side = (band.isClosed ? 17 : half) * (isSource ? 1 : -1);
    return { x: place.x + half + side, y: band.top + y };
  }

  function pointOf(feature, kind) {
    const band = bands[feature];
    const point = one(kind, band.element);
    return { x: measureOf(point, "cx"), y: band.top + measureOf(point, "cy") };
  }

  function arrange() {
    let top = 0;
    for (const band of bands) {
      band.top = top;
      const height = band.isClosed ? measure("bandHead") + closedHeight : band.height;
      band.back.setAttribute("height", height);
      band.element.setAttribute("transform", `translate(0 ${top})`);
      band.name.setAttribute("transform", `translate(0 ${top})`);
      band.element.classList.toggle("closed", band.isClosed);
      band.name.classList.toggle("closed", band.isClosed);
      band.name.setAttribute("aria-expanded", String(!band.isClosed));
      top += height;
    }
    whole.height = top + 14;
    for (const edge of edges) {
      const { from, to, fromFeature, toFeature } = edge.dataset;
      if (fromFeature !== undefined) {
        const end = pointOf(toFeature, ".start");
        edge.setAttribute("d", route(pointOf(fromFeature, ".end"), end, end.y));
      } else if (from !== undefined && edge.closest(".between")) {
        edge.setAttribute("d", route(endOf(Number(from), true), endOf(Number(to), false)));
      }
    }
    resize();
    refreshStops();
  }

  function resize() {
    const sizes = [[drawing, whole.width, whole.height], [nameplate, 1, whole.height]];
    if (heads) sizes.push([heads, whole.width, 30]);
    for (const [element, width, height] of sizes) {
      element.setAttribute("viewBox", `0 0 ${width} ${height}`);
      element.setAttribute("width", width * scale);
      element.setAttribute("height", height * scale);
    }
  }

  function fit() {
    scale = Math.max(0.1, Math.min(1, (drawing.closest(".scroll").clientWidth - 2) / whole.width));
    resize();
  }

  function toggle(band, isClosed) {
    band.isClosed = isClosed;
    arrange();
  }

  // MARK: One task

  let chosen = -1;

  /** Everything that can be reached from a task. */
  function reach(task, next) {
    const found = new Set();
    const open = [task];
    while (open.length > 0) {
      for (const other of next[open.pop()] ?? []) {
        if (!found.has(other) && other !== task) {
          found.add(other);
          open.push(other);
        }
      }
    }
    return found;
  }

  function choose(task, { isSource = null, keepsLink = false } = {}) {
    chosen = task;
    const isChosen = task >= 0;
    const before = isChosen ? reach(task, waits) : new Set();
    const after = isChosen ? reach(task, awaited) : new Set();
    document.body.classList.toggle("choosing", isChosen);
    rows.forEach((row, other) => row.classList.toggle("chosen", other === task));
    marks.forEach((list, other) => {
      for (const mark of list) {
        mark.classList.toggle("chosen", other === task);
        mark.classList.toggle("before", before.has(other));
        mark.classList.toggle("after", after.has(other));
        mark.classList.toggle("near", other === task || before.has(other) || after.has(other));
      }
    });
    for (const edge of edges) {
      if (edge.dataset.from === undefined) continue;
      const from = Number(edge.dataset.from);
      const to = Number(edge.dataset.to);
      const isBefore = before.has(from) && (to === task || before.has(to));
      const isAfter = after.has(to) && (from === task || after.has(from));
      edge.classList.toggle("before", isBefore);
      edge.classList.toggle("after", isAfter);
      edge.classList.toggle("near", isBefore || isAfter);
    }
    tell(task);
    if (isChosen) reveal(task);
    if (!keepsLink) {
      history.replaceState(null, "", isChosen ? links[task] : location.pathname + location.search);
    }
    if (isChosen) for (const mark of marks[task]) if (mark !== isSource) bringIntoSight(mark);
  }

  /** Opens what the task is hidden in. */
  function reveal(task) {
    const box = boxes.get(task);
    if (box && bandOf(box).isClosed) toggle(bandOf(box), false);
    for (const mark of marks[task]) {
      const part = mark.closest("details");
      if (part) part.open = true;
    }
  }

  function tell(task) {
    const panel = one("#detail");
    panel.hidden = task < 0;
    if (task < 0) return;
    const cells = [...rows[task].cells].map((cell) => cell.textContent);
    one("h2", panel).textContent = names[task];
    one(".what", panel).textContent = cells[1];
    one(".when", panel).textContent =
      `${cells[2]}, ${cells[3]} priority, wave ${cells[4]}, ${cells[5]} to ${cells[6]}, `
      + (cells[7] === "critical" ? "on the critical path" : `${cells[7]} of slack`);
    list(one(".before", panel), waits[task], rows[task].cells[8].textContent);
    list(one(".after", panel), awaited[task], "");
  }

  function list(element, tasks, words) {
    element.replaceChildren();
    for (const task of tasks.slice(0, 20)) {
      const link = document.createElement("a");
      link.href = links[task];
      link.textContent = `${names[task]} ${rows[task].cells[1].textContent}`;
      const item = document.createElement("li");
      item.append(link);
      element.append(item);
    }
    const rest = tasks.length > 20 ? `and ${tasks.length - 20} more` : tasks.length > 0 ? "" : words || "nothing";
    if (rest === "") return;
    const item = document.createElement("li");
    item.textContent = rest;
    element.append(item);
  }

  /** Moves what a part shows, and not the window. */
  function bringIntoSight(mark) {
    const view = mark.closest(".scroll");
    const place = mark.getBoundingClientRect();
    const frame = view.getBoundingClientRect();
    if (place.width === 0) return;
    const bar = one(".bar", mark)?.getBoundingClientRect() ?? place;
    view.scrollBy({
      left: bar.left < frame.left || bar.right > frame.right
        ? bar.left - frame.left - (frame.width - bar.width) / 2 : 0,
      top: place.top < frame.top + 40 || place.bottom > frame.bottom
        ? place.top - frame.top - (frame.height - place.height) / 2 : 0,
      behavior: calm.matches ? "auto" : "smooth",
    });
  }

  function followLink() {
    const link = location.hash;
    if (link === "") return;
    let task = taskOfLink.get(link);
    if (task === undefined) {
      // Written by hand, a link may be without its escapes.
      const wanted = readable(link);
      task = links.findIndex((other) => readable(other) === wanted);
    }
    if (task >= 0) choose(task, { keepsLink: true });
  }

  function readable(link) {
    try {
      return decodeURIComponent(link);
    } catch {
      return link;
    }
  }

  // MARK: Finding

  // A page of features alone has no tasks to be found.
  const form = one(".filter");
  const find = one("#find");
  const inFeature = one("#in-feature");
  const byAgent = one("#by-agent");
  const critical = one("#critical");
  let words = null;

  function filter() {
    words ??= rows.map((row) =>
      [0, 1, 2].map((cell) => row.cells[cell].textContent).join(" ").toLowerCase());
    const wanted = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    const isFiltered =
      wanted.length > 0 || inFeature.value !== "" || byAgent.value !== "" || critical.checked;
    let count = 0;
    rows.forEach((row, task) => {
      const fits = wanted.every((word) => words[task].includes(word))
        && (inFeature.value === "" || row.dataset.feature === inFeature.value)
        && (byAgent.value === "" || row.dataset.agent === byAgent.value)
        && (!critical.checked || row.classList.contains("on-path"));
      row.hidden = !fits;
      for (const mark of marks[task]) mark.classList.toggle("out", !fits);
      if (fits) count += 1;
    });
    one(".none").hidden = count > 0;
    const all = rows.length.toLocaleString("en");
    one("#count").textContent = isFiltered ? `${count.toLocaleString("en")} of ${all} tasks` : "";
  }

  // MARK: Keys

  // One stop for each of these: the arrows move inside.
  const groups = [
    { root: nameplate, items: all(".band-name", nameplate) },
    { root: drawing, items: all("a.task", drawing) },
    { root: one(".schedule"), items: all("a.row") },
  ];

  function isSeen(item) {
    return item.getClientRects().length > 0 && !item.classList.contains("out");
  }

  function refreshStops() {
    for (const group of groups) {
      const current = group.items.find((item) => item.getAttribute("tabindex") === "0");
      const stop = current && isSeen(current) ? current : group.items.find(isSeen);
      for (const item of group.items) item.setAttribute("tabindex", item === stop ? "0" : "-1");
    }
  }

  function move(group, item) {
    if (!item) return;
    for (const other of group.items) {
      if (other.getAttribute("tabindex") === "0") other.setAttribute("tabindex", "-1");
    }
    item.setAttribute("tabindex", "0");
    item.focus({ preventScroll: true });
    bringIntoSight(item);
  }

  /** The item next to another in a direction: the nearest one, sideways steps counting double. */
  function neighbour(items, item, key) {
    const at = (element) => {
      const box = element.getBoundingClientRect();
      return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    };
    const origin = at(item);
    let best = null;
    let least = Infinity;
    for (const other of items) {
      if (other === item || !isSeen(other)) continue;
      const { x, y } = at(other);
      const [along, aside] = {
        ArrowRight: [x - origin.x, y - origin.y], ArrowLeft: [origin.x - x, y - origin.y],
        ArrowDown: [y - origin.y, x - origin.x], ArrowUp: [origin.y - y, x - origin.x],
      }[key];
      const distance = along + 2 * Math.abs(aside);
      if (along > 1 && distance < least) {
        least = distance;
        best = other;
      }
    }
    return best;
  }

  function step(group, item, key) {
    const seen = group.items.filter(isSeen);
    if (key === "Home") return seen[0];
    if (key === "End") return seen[seen.length - 1];
    if (!item.classList.contains("task")) {
      const way = key === "ArrowDown" || key === "ArrowRight" ? 1 : -1;
      return seen[seen.indexOf(item) + way];
    }
    // Along an edge where there is one; features have no numbers.
    const task = numberOf(item);
    const along = key === "ArrowRight" ? awaited[task] : key === "ArrowLeft" ? waits[task] : null;
    const linked = (along ?? []).map((other) => boxes.get(other)).filter((box) => box && isSeen(box));
    return linked.length > 0 ? linked[0] : neighbour(group.items, item, key);
  }

  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const target = event.target;
    if (event.key === "Escape") {
      if (chosen >= 0) choose(-1);
      return;
    }
    const name = target.closest?.(".band-name");
    if (name && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      const band = bands.find((band) => band.name === name);
      toggle(band, !band.isClosed);
      return;
    }
    const item = target.closest?.("svg a, .band-name");
    const group = item && groups.find((group) => group.root.contains(item));
    if (!group || !/^(Arrow(Up|Down|Left|Right)|Home|End)$/.test(event.key)) return;
    event.preventDefault();
    move(group, step(group, item, event.key));
  });

  document.addEventListener("click", (event) => {
    const mark = event.target.closest("svg a[data-task], #detail a");
    if (mark && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      const task = taskOfLink.get(mark.getAttribute("href")) ?? numberOf(mark);
      choose(task === chosen ? -1 : task, { isSource: mark });
      return;
    }
    const name = event.target.closest(".band-name");
    if (name) {
      const band = bands.find((band) => band.name === name);
      toggle(band, !band.isClosed);
      return;
    }
    const action = event.target.closest("button[data-action]")?.dataset.action;
    if (action) act(action);
  });

  function act(action) {
    switch (action) {
    case "in": scale = Math.min(2, scale * 1.25); return resize();
    case "out": scale = Math.max(0.1, scale / 1.25); return resize();
    case "fit": return fit();
    case "clear": return choose(-1);
    default:
      for (const band of bands) band.isClosed = action === "close";
      for (const part of all("details")) part.open = action === "open";
      arrange();
    }
  }

  // MARK: Start

  document.body.classList.add("lively");
  for (const band of bands) {
    band.name.setAttribute("role", "button");
    // Hundreds of tasks are looked at feature by feature; one row takes no less room when closed.
    band.isClosed = rows.length > 160 && band.height > measure("bandHead") + closedHeight;
  }
  if (bands.length > 0) {
    arrange();
  } else {
    refreshStops();
    for (const button of all('[data-action="close"], [data-action="open"]')) {
      button.hidden = all("details").length === 0;
    }
  }
  one(".tools").hidden = false;
  if (form) {
    form.hidden = false;
    form.addEventListener("input", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    // Fields that the browser filled in again.
    if ([find, inFeature, byAgent].some((field) => field.value !== "") || critical.checked) filter();
  }
  for (const part of all("details")) part.addEventListener("toggle", refreshStops);
  addEventListener("hashchange", followLink);
  // Paper does not scroll.
  let scaleOnScreen = 1;
  addEventListener("beforeprint", () => {
    scaleOnScreen = scale;
    act("open");
    scale = Math.min(1, 1000 / whole.width);
    resize();
  });
  addEventListener("afterprint", () => {
    scale = scaleOnScreen;
    resize();
  });
  followLink();
})();
