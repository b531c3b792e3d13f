// What the page shows as files, made in the page: no request leaves it.

function save(fileName, type, content) {
  const address = URL.createObjectURL(new Blob([content], {type}));
  const link = el("a", {href: address, download: fileName, hidden: true});
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
  say(`${fileName} saved`);
}

// RFC 4180; an undefined value is an empty cell.
function csv(header, rows) {
  const cell = (value) => {
    const text = value === null || value === undefined ? "" : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [header, ...rows].map((row) => row.map(cell).join(",") + "\n").join("");
}

// The cells of the further columns, empty ones included.
function cellsOf(thing, columns) {
  const cells = new Map(thing.attributes);
  return columns.map((column) => cells.get(column) ?? "");
}

function actorsCsv() {
  const extra = ["community", "faction"].filter((key) => data.actors[key]);
  const further = data.actors.attributes.map((attribute) => attribute.name);
  return csv(
      ["id", "label", "kind", ...further, ...extra, ...measures.map((m) => m.name)],
      actors.filter((actor) => shownActors[actor.i])
          .map(
              (actor) =>
                  [actor.id, actor.label, actor.kind, ...cellsOf(actor, further),
                   ...extra.map((key) => actor[key] || ""), ...measures.map((m) => m.values[actor.i])]));
}

function tieColumns() {
  return ["relation", "sign", "strength", "start", "end", "confidence", "citation", "note"].filter(
      (key) => data.ties[key]);
}

function tieCell(tie, key) {
  return key === "sign" ? (tie.sign > 0 ? "+" : tie.sign < 0 ? "-" : "") : tie[key];
}

function tiesCsv() {
  const columns = tieColumns();
  const further = data.ties.attributes.map((attribute) => attribute.name);
  return csv(
      ["source", "target", "directed", ...columns, ...further],
      ties.filter((tie) => shownTies[tie.i])
          .map(
              (tie) =>
                  [actors[tie.source].id, actors[tie.target].id, tie.directed,
                   ...columns.map((key) => tieCell(tie, key)), ...cellsOf(tie, further)]));
}

function shownJson() {
  return JSON.stringify(
             {
               entente: data.entente,
               schema: data.schema,
               title: data.title,
               settings: data.settings,
               actors:
                   actors.filter((actor) => shownActors[actor.i])
                       .map((actor) => ({
                              id: actor.id,
                              label: actor.label,
                              kind: actor.kind,
                              ...(actor.community ? {community: actor.community} : {}),
                              ...(actor.faction ? {faction: actor.faction} : {}),
                              attributes: Object.fromEntries(actor.attributes),
                              measures: Object.fromEntries(measures.map((m) => [m.name, m.values[actor.i]])),
                            })),
               ties: ties.filter((tie) => shownTies[tie.i])
                         .map((tie) => ({
                                source: actors[tie.source].id,
                                target: actors[tie.target].id,
                                directed: tie.directed,
                                ...Object.fromEntries(tieColumns().map((key) => [key, tieCell(tie, key)])),
                                attributes: Object.fromEntries(tie.attributes),
                              })),
               sources: data.sources,
             },
             null, 1) +
      "\n";
}

// Colors and sizes chosen by the reader are styles that only this page understands; a file says them as
// attributes.
function keepLook(copy, original) {
  for (const key of ["fill", "stroke"])
    if (copy.style[key]) copy.setAttribute(key, copy.style[key]);
  const scale = Number(copy.style.scale);
  if (scale) {
    const box = original.getBBox(), x = box.x + box.width / 2, y = box.y + box.height / 2;
    copy.setAttribute("transform", `translate(${x} ${y}) scale(${scale}) translate(${- x} ${- y})`);
  }
  copy.removeAttribute("style");
}

// The drawing as it is on the screen as a picture of its own again.
function pictureOf(drawing) {
  const svg = drawing.svg.cloneNode(true);
  svg.setAttribute("role", "img");
  svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  svg.removeAttribute("class");
  const originals = drawing.svg.querySelectorAll("[style]");
  svg.querySelectorAll("[style]").forEach((copy, i) => keepLook(copy, originals[i]));
  if (pinned)
    for (const group of svg.querySelectorAll("g.node:not(.near), g.edge:not(.near)"))
      group.setAttribute("opacity", "0.13");
  for (const element of svg.querySelectorAll(".hit, .away")) element.remove();
  for (const element of svg.querySelectorAll("[tabindex]"))
    for (const attribute of ["tabindex", "role", "aria-label"]) element.removeAttribute(attribute);
  for (const element of svg.querySelectorAll(".near, .found, .chosen"))
    element.classList.remove("near", "found", "chosen");
  for (const element of svg.querySelectorAll(".shape")) element.removeAttribute("class");
  // A label that left its shape keeps its pale edge.
  for (const group of svg.querySelectorAll(".beside")) {
    group.classList.remove("beside");
    for (const text of group.querySelectorAll("text"))
      for (const [key, value] of Object.entries(
               {"paint-order": "stroke", stroke: "#fff", "stroke-width": 3, "stroke-linejoin": "round"}))
        text.setAttribute(key, value);
  }
  return svg;
}

const xmlText = (svg) =>
    `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}\n`;

function wholeSvg(drawing) {
  drawing.home();
  return xmlText(pictureOf(drawing));
}

const fileStem = () => (data.name || "network").replace(/[^\p{L}\p{N}._-]+/gu, "-");

function buildDownloads(current) {
  const stem = fileStem();
  const button = (text, action) => el("button", {type: "button", onclick: action}, text);
  const buttons = [
    button("Actors as CSV", () => save(`${stem}-actors.csv`, "text/csv;charset=utf-8", actorsCsv())),
    button("Ties as CSV", () => save(`${stem}-ties.csv`, "text/csv;charset=utf-8", tiesCsv())),
    button("All as JSON", () => save(`${stem}.json`, "application/json", shownJson())),
  ];
  if (current())
    buttons.push(button(
        "Figure as SVG", () => save(`${stem}-${current().name}.svg`, "image/svg+xml", wholeSvg(current()))));
  return el(
      "section", {id: "downloads", "aria-labelledby": "downloads-title"},
      el("h2", {id: "downloads-title"}, "Downloads"),
      el("p", {},
         `The files hold what the filters show, ${
             data.digits ? `measures with ${data.digits} digits; centrality.csv has all` :
                           "with all digits"}.`),
      el("p", {class: "buttons"}, buttons));
}
