(() => {
  "use strict";

  // Everything can be read without this: here is only what narrows the view.
  const one = (selector, root = document) => root.querySelector(selector);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  const rows = all("tr.criterion");
  const words = rows.map((row) => row.textContent.toLowerCase());
  const find = one("#find");
  const lack = one("#lack");

  function filter() {
    const wanted = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    rows.forEach((row, index) => {
      const fits = wanted.every((word) => words[index].includes(word))
        && (lack.value === "all" || row.dataset.lacks.split(" ").includes(lack.value));
      row.hidden = !fits;
      if (fits) count += 1;
    });
    const isFiltered = wanted.length > 0 || lack.value !== "all";
    for (const head of all("tr.requirement")) {
      let next = head.nextElementSibling;
      let isNeeded = !isFiltered;
      while (next && next.classList.contains("criterion") && !isNeeded) {
        isNeeded = !next.hidden;
        next = next.nextElementSibling;
      }
      head.hidden = !isNeeded;
    }
    for (const part of all(".feature")) {
      part.hidden = isFiltered && all("tr.criterion", part).every((row) => row.hidden);
    }
    const total = rows.length.toLocaleString("en");
    one("#count").textContent = isFiltered ? `${count.toLocaleString("en")} of ${total} criteria` : "";
    one(".none").hidden = count > 0;
  }

  const form = one(".filter");
  form.hidden = false;
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
})();
