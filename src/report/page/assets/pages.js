// Long tables a page of rows at a time: the file holds the first rows, the others are made from the data.

const ROWS_OF_PAGE = 100;
const MOST_UNPAGED = 200;

// What stands in a column, by its heading; measures have a number of their own.
const ACTOR_CELLS = {
  actor: (actor) => actor.label,
  kind: (actor) => actor.kind,
  community: (actor) => actor.community || "",
  faction: (actor) => actor.faction || "",
};
const TIE_CELLS = {
  from: (tie) => actors[tie.source].label,
  relation: (tie) => tie.relation,
  to: (tie) => actors[tie.target].label,
  sign: (tie) => signName(tie.sign),
  strength: (tie) => tie.strength,
  start: (tie) => tie.start,
  end: (tie) => tie.end,
  confidence: (tie) => tie.confidence,
  source: (tie) => tie.citation,
  note: (tie) => tie.note,
};

// The value that a column is sorted by.
function valueAt(paged, heading, i) {
  if (heading.dataset.measure) return measures[Number(heading.dataset.measure)].values[i] ?? "";
  return paged.cells[heading.textContent.trim()]?.(paged.things[i]) ?? "";
}

function cellAt(paged, heading, i) {
  const column = heading.textContent.trim(), value = valueAt(paged, heading, i);
  if (column === "actor") return el("th", {scope: "row"}, actorLink(actors[i]));
  if (column === "from") return el("th", {scope: "row"}, actorLink(actors[ties[i].source]));
  if (column === "to") {
    const words = `${ties[i].directed ? "to" : "and"}, details of the tie`;
    const details =
        el("a", {class: "tie", href: `#tie-${i}`, "aria-label": words}, ties[i].directed ? "→" : "—");
    return el("td", {class: "to"}, details, " ", actorLink(actors[ties[i].target]));
  }
  if (column === "sign")
    return el("td", {class: `sign ${value}`}, ties[i].sign ? (ties[i].sign > 0 ? "+ " : "− ") : "", value);
  if (heading.dataset.sort === "number") return el("td", {class: "n"}, value === "" ? "" : shown(value));
  return el("td", {dir: "auto"}, value);
}

function rowAt(paged, i) {
  if (!paged.rows.has(i)) {
    const headings = [...paged.table.tHead.rows[0].cells];
    paged.rows.set(
        i, el("tr", {id: `${paged.prefix}${i}`}, headings.map((heading) => cellAt(paged, heading, i))));
  }
  return paged.rows.get(i);
}

function showPage(paged, page) {
  const listed = paged.order.filter((i) => paged.flags[i]);
  const last = Math.max(Math.ceil(listed.length / ROWS_OF_PAGE) - 1, 0);
  paged.page = Math.min(Math.max(page, 0), last);
  const first = paged.page * ROWS_OF_PAGE, here = listed.slice(first, first + ROWS_OF_PAGE);
  paged.table.tBodies[0].replaceChildren(...here.map((i) => rowAt(paged, i)));
  paged.words.textContent = listed.length ?
      `${(first + 1).toLocaleString("en")}–${(first + here.length).toLocaleString("en")} of ${
          listed.length.toLocaleString("en")}` :
      "no rows";
  for (const [button, off] of paged.buttons)
    button.setAttribute("aria-disabled", String(off(paged.page, last)));
}

function pageButtons(paged) {
  const button = (text, label, to, off) => {
    const made =
        el("button", {
          type: "button",
          "aria-label": `${label} of the table`,
          onclick: () => {
            if (made.getAttribute("aria-disabled") === "true") return;
            showPage(paged, to(paged.page));
            paged.table.closest(".scroll").scrollTop = 0;
            say(paged.words.textContent);
          }
        },
           text);
    paged.buttons.push([made, off]);
    return made;
  };
  const atStart = (page) => page === 0, atEnd = (page, last) => page === last;
  return el(
      "div", {class: "buttons pages", role: "group", "aria-label": "Pages of the table"},
      button("First", "First page", () => 0, atStart),
      button("Previous", "Previous page", (p) => p - 1, atStart), paged.words,
      button("Next", "Next page", (p) => p + 1, atEnd), button("Last", "Last page", () => Infinity, atEnd));
}

// The paged table, or null where all rows stand on one page.
function pageTable(table, prefix, things, flags, cells) {
  if (!table || things.length <= MOST_UNPAGED) return null;
  const rows = new Map([...table.tBodies[0].rows].map((row) => [Number(row.id.slice(prefix.length)), row]));
  const paged = {table, prefix, things, flags, cells, rows, page: 0, buttons: [], words: el("span", {})};
  paged.order = things.map((_, i) => i);
  table.closest(".scroll").before(pageButtons(paged));
  for (const notice of table.closest("section").querySelectorAll(".notice.cut")) notice.remove();
  listeners.push(() => showPage(paged, 0));
  return paged;
}

function sortPaged(paged, heading, direction) {
  const values = paged.things.map((_, i) => valueAt(paged, heading, i));
  const compare = comparing(heading.dataset.sort === "number", direction);
  paged.order = paged.things.map((_, i) => i).sort((a, b) => compare(values[a], values[b]) || a - b);
  showPage(paged, 0);
}
