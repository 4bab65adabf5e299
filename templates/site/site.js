"use strict";
(() => {
  const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const wordsOf = (text) => folded(text).split(/\s+/).filter((word) => word !== "");

  // A slash leads to the search field, as on many sites; Escape leaves it.
  const field = document.getElementById("q");
  document.addEventListener("keydown", (event) => {
    const active = document.activeElement;
    const isTyping = active && /^(INPUT|TEXTAREA|SELECT)$/.test(active.tagName);
    if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      field.focus();
      field.select();
    } else if (event.key === "Escape" && active === field) {
      field.blur();
    }
  });

  // Fields that leave of a table the rows with all words typed.
  for (const input of document.querySelectorAll("input[data-filters]")) {
    const table = document.getElementById(input.dataset.filters);
    const rows = [...table.tBodies[0].rows].map((row) => ({ row, text: folded(row.textContent) }));
    const count = input.parentElement.querySelector("output");
    input.parentElement.hidden = false;
    input.addEventListener("input", () => {
      const words = wordsOf(input.value);
      let shown = 0;
      for (const { row, text } of rows) {
        row.hidden = !words.every((word) => text.includes(word));
        if (!row.hidden) shown += 1;
      }
      count.textContent = words.length === 0 ? "" : `${shown} of ${rows.length}`;
    });
  }

  // Paper has nothing to click on.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open])")];
    for (const it of opened) it.open = true;
  });
  addEventListener("afterprint", () => {
    for (const it of opened) it.open = false;
  });

  const results = document.getElementById("search-results");
  if (!results || !window.specctlIndex) return;
  const summary = document.getElementById("search-summary");
  const { pages, entries } = window.specctlIndex;
  const limit = 100;
  const items = [];
  for (let at = 0; at < entries.length; at += 4) {
    items.push({ at, name: folded(entries[at + 2]), text: folded(entries[at + 3]) });
  }

  // Better first: the name itself, names with all words, then texts.
  const rank = (item, words, phrase) => {
    let found = 0;
    for (const word of words) {
      const inName = item.name.includes(word);
      if (!inName && !item.text.includes(word)) return 0;
      found += inName ? 3 : 1;
    }
    if (item.name === phrase || item.name.endsWith(" " + phrase)) found += 10;
    if (item.text.includes(phrase)) found += 2;
    return found;
  };

  // The words of a text with those that were searched for marked.
  const marked = (text, words) => {
    const node = document.createElement("p");
    // Where in the text each part of what is compared comes from: without its accents it may be shorter.
    let plain = "";
    const places = [];
    let position = 0;
    for (const character of text) {
      const part = folded(character);
      for (let index = 0; index < part.length; index += 1) places.push(position);
      plain += part;
      position += character.length;
    }
    places.push(position);
    let [from, written] = [0, 0];
    while (from < plain.length) {
      let next = -1;
      let length = 0;
      for (const word of words) {
        const place = plain.indexOf(word, from);
        if (place >= 0 && (next < 0 || place < next)) [next, length] = [place, word.length];
      }
      if (next < 0) break;
      from = next + length;
      const [start, end] = [places[next], places[from]];
      if (end <= start || start < written) continue;
      node.append(text.slice(written, start));
      const mark = document.createElement("mark");
      mark.textContent = text.slice(start, end);
      node.append(mark);
      written = end;
    }
    node.append(text.slice(written));
    return node;
  };

  const show = () => {
    const words = wordsOf(field.value);
    const phrase = words.join(" ");
    results.replaceChildren();
    if (words.length === 0) {
      summary.textContent = `Type to search ${items.length} features, requirements, criteria, tasks, agents and rules.`;
      return;
    }
    const found = [];
    for (const item of items) {
      const score = rank(item, words, phrase);
      if (score > 0) found.push({ item, score });
    }
    found.sort((left, right) => right.score - left.score || left.item.at - right.item.at);
    summary.textContent = found.length === 0 ? "Nothing has these words."
      : found.length === 1 ? "1 result" : `${found.length} results`
        + (found.length > limit ? `, the first ${limit} shown` : "");
    for (const { item } of found.slice(0, limit)) {
      const entry = document.createElement("li");
      const link = document.createElement("a");
      const place = entries[item.at + 1];
      link.href = pages[entries[item.at]] + (place === "" ? "" : "#" + encodeURIComponent(place));
      link.textContent = entries[item.at + 2];
      entry.append(link, marked(entries[item.at + 3], words));
      results.append(entry);
    }
  };

  field.value = new URLSearchParams(location.search).get("q") || "";
  field.addEventListener("input", show);
  field.form.addEventListener("submit", (event) => {
    event.preventDefault();
    const address = new URL(location.href);
    address.searchParams.set("q", field.value);
    history.replaceState(null, "", address);
    show();
  });
  show();
  if (field.value === "") field.focus();
})();
