// Makes the names of columns buttons that sort the rows. Without it, the tables stay as they are.
"use strict";
(() => {
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const key = (row, column) => {
    const value = row.cells[column].dataset.v;
    return value === undefined ? null : Number(value);
  };
  const order = (column, numbers, down) => (a, b) => {
    const sign = down ? -1 : 1;
    if (!numbers) {
      return sign * collator.compare(a.cells[column].textContent, b.cells[column].textContent);
    }
    const [left, right] = [key(a, column), key(b, column)];
    // Cells that say no number come last, whichever way the others go.
    if (left === null || right === null) {
      return (left === null) - (right === null);
    }
    return sign * (left - right);
  };
  for (const table of document.querySelectorAll("table[data-sort]")) {
    const body = table.tBodies[0];
    const original = [...body.rows];
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const numbers = original.some((row) => key(row, column) !== null);
      const button = document.createElement("button");
      button.type = "button";
      button.title = table.dataset.sort;
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const before = head.getAttribute("aria-sort");
        const after = before === null ? "ascending" : before === "ascending" ? "descending" : null;
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        const rows = [...original];
        // The third press brings back the order of the report.
        if (after !== null) {
          head.setAttribute("aria-sort", after);
          rows.sort(order(column, numbers, after === "descending"));
        }
        body.append(...rows);
      });
    });
  }
})();
