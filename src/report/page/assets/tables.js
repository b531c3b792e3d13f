// Tables that are sorted by their headings, follow the filters, and show the measures that the reader asks
// for.

// What a row is sorted by: all digits of a measure, else those that the cell keeps, else its text.
function keyOf(row, heading) {
  if (heading.dataset.measure)
    return String(
        measures[Number(heading.dataset.measure)].values[Number(row.id.slice("actor-".length))] ?? "");
  const cell = row.cells[heading.cellIndex];
  return cell.dataset.value ?? cell.textContent.trim();
}

// Orders two values of a column, empty ones last either way.
function comparing(numeric, direction) {
  const collator = new Intl.Collator("en", {numeric: true, sensitivity: "base"});
  return (a, b) => {
    if ((a === "") !== (b === "")) return a === "" ? 1 : -1;
    const order = numeric ? Number(String(a).replaceAll(",", "")) - Number(String(b).replaceAll(",", "")) :
                            collator.compare(a, b);
    return direction * order;
  };
}

function sortTable(table, heading, direction) {
  const body = table.tBodies[0], compare = comparing(heading.dataset.sort === "number", direction);
  const keyed = [...body.rows].map(
      (row, i) =>
          ({row, i: Number(row.dataset.place ?? (row.dataset.place = String(i))), key: keyOf(row, heading)}));
  keyed.sort((a, b) => compare(a.key, b.key) || a.i - b.i);
  body.append(...keyed.map((entry) => entry.row));
}

function makeSortable(table, paged) {
  for (const heading of table.tHead.rows[0].cells) {
    const button =
        el("button", {
          type: "button",
          onclick: () => {
            const now = heading.getAttribute("aria-sort");
            const first = heading.dataset.sort === "number" ? -1 : 1;
            const direction = now === null ? first : now === "ascending" ? -1 : 1;
            if (paged)
              sortPaged(paged, heading, direction);
            else
              sortTable(table, heading, direction);
            for (const th of table.tHead.rows[0].cells) th.removeAttribute("aria-sort");
            heading.setAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
            say(`sorted by ${button.textContent}, ${direction > 0 ? "ascending" : "descending"}`);
          }
        },
           ...heading.childNodes);
    heading.append(button);
  }
}

// The measures that are shown at first where there are many.
const USUAL =
    ["degree", "betweenness", "closeness", "harmonic", "eigenvector", "pagerank", "constraint", "net_degree"];

// Boxes that show and hide the columns of measures. A rule of the page's style sheet hides a column: one
// change for any number of rows.
function columnChooser(table) {
  const headings = [...table.tHead.rows[0].cells].filter((th) => th.dataset.measure);
  if (headings.length <= 8) return;
  const usual = headings.filter((th) => USUAL.includes(measures[Number(th.dataset.measure)].name));
  const first = usual.length >= 4 ? usual : headings.slice(0, 8);
  const hiddenColumns = new Set(headings.filter((th) => !first.includes(th)).map((th) => th.cellIndex));
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const apply = () =>
      sheet.replaceSync([...hiddenColumns]
                            .map((column) => `#${table.id} tr > :nth-child(${column + 1}) { display: none }`)
                            .join("\n"));
  const list = headings.map((th) => {
    const input = el("input", {
      type: "checkbox",
      checked: !hiddenColumns.has(th.cellIndex),
      onchange: () => {
        if (input.checked)
          hiddenColumns.delete(th.cellIndex);
        else
          hiddenColumns.add(th.cellIndex);
        apply();
      }
    });
    return el("li", {}, el("label", {}, input, ` ${th.textContent}`));
  });
  apply();
  table.closest(".scroll").before(
      el("details", {class: "columns"}, el("summary", {}, `Measures shown (${headings.length} in all)`),
         el("ul", {}, list)));
}

function buildTables() {
  const actorTable = $("actor-table"), tieTable = $("tie-table");
  for (const link of tieTable?.querySelectorAll("a.tie") ?? []) {
    const tie = ties[Number(link.hash.slice("#tie-".length))];
    link.setAttribute("aria-label", `${tie.directed ? "to" : "and"}, details of the tie`);
  }
  if (actorTable) columnChooser(actorTable);
  const paged = new Map([
    [actorTable, pageTable(actorTable, "actor-", actors, shownActors, ACTOR_CELLS)],
    [tieTable, pageTable(tieTable, "tie-", ties, shownTies, TIE_CELLS)]
  ]);
  for (const table of document.querySelectorAll("table.data")) makeSortable(table, paged.get(table));
  const follow = (table, prefix, flags) => {
    if (!table || paged.get(table)) return;
    const rows = [...table.tBodies[0].rows];
    listeners.push(() => {
      for (const row of rows) row.hidden = !flags[Number(row.id.slice(prefix.length))];
    });
  };
  follow(actorTable, "actor-", shownActors);
  follow(tieTable, "tie-", shownTies);
}
