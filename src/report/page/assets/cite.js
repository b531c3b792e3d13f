// The figure as it is shown, to be cited: what it is, with which settings, and as files that say so.

const PNG_WIDTH = 2400;  // pixels

function lookWords() {
  const by = (key) => (Number.isNaN(Number(key)) ? key : shownName(measures[Number(key)].name));
  const words = [];
  if (look.color !== "") words.push(`color by ${by(look.color)}`);
  if (look.size !== "") words.push(`size by ${by(look.size)}`);
  return words;
}

function filterWords() {
  const words = [];
  for (const [key, title] of [["kinds", "kinds"], ["relations", "relations"], ["signs", "signs"]])
    if (filters[key].size)
      words.push(`${title} left out: ${[...filters[key]].map((v) => v || "(none)").join(", ")}`);
  for (const key of ["from", "to"]) {
    const input = document.querySelector(`[data-date="${key}"]`);
    if (filters[key] && input) words.push(`${key} ${input.value.trim()}`);
  }
  if (slice !== null) words.push(`in ${slices[slice].label}`);
  if (filters.confidence > 0) words.push(`confidence at least ${filters.confidence}`);
  if (filters.tied) words.push("only actors with a tie shown");
  if (explore.around !== null)
    words.push(`within ${counted(explore.depth, "step")} of ${actors[explore.around].label}`);
  if (explore.without.size)
    words.push(`without ${[...explore.without].map((i) => actors[i].label).join(", ")}`);
  const [start, end] = explore.path;
  if (start !== null && end !== null)
    words.push(`shortest paths from ${actors[start].label} to ${actors[end].label} raised`);
  return words;
}

// What is shown, in named parts: for the text, the files and whoever reads them.
function citation(drawing) {
  const source = document.querySelector("header .source")?.textContent || "";
  const some = countShown(shownActors), of = countShown(shownTies);
  return {
    title: data.title,
    ...(source ? {source} : {}),
    figure: drawing.title,
    shown: `${some.toLocaleString("en")} of ${counted(actors.length, "actor")}, ${
        of.toLocaleString("en")} of ${counted(ties.length, "tie")}`,
    ...(filterWords().length ? {filters: filterWords().join("; ")} : {}),
    ...(lookWords().length ? {look: lookWords().join("; ")} : {}),
    settings: data.settings,
    address: location.hash || "#",
    program: `entente ${data.entente}`,
  };
}

function citationText(drawing) {
  const said = citation(drawing);
  const sentence = (text) => text[0].toUpperCase() + text.slice(1) + (/[.!?]$/.test(text) ? "" : ".");
  const parts = [
    said.title, said.source, `Figure: ${said.figure}, ${said.shown}`, said.filters, said.look,
    `Ties of the measures: ${said.settings.measures || "all"}; seed ${said.settings.seed || 1}`,
    `Made with ${said.program}; report.html${said.address === "#" ? "" : said.address}`
  ];
  return parts.filter((part) => part).map(sentence).join(" ");
}

// The legend of the colors chosen here, below the drawing, in its units.
function addLegend(svg) {
  if (look.color === "") return;
  const [x, y, width, height] = svg.getAttribute("viewBox").split(" ").map(Number);
  const size = width / 75, group = document.createElementNS(SVG, "g");
  group.setAttribute("class", "legend");
  const rows = coloring(look.color).legend;
  const rect = document.createElementNS(SVG, "rect");
  for (const [key, value] of Object.entries(
           {x, y: y + height, width, height: size * (rows.length + 1) * 1.5}))
    rect.setAttribute(key, String(value));
  rect.setAttribute("fill", "#ffffff");
  group.append(rect);
  rows.forEach(([color, text], row) => {
    const middle = y + height + size * 1.5 * (row + 1);
    const mark = document.createElementNS(SVG, "circle"), words = document.createElementNS(SVG, "text");
    for (const [key, value] of Object.entries({cx: x + size * 1.5, cy: middle, r: size / 2, fill: color}))
      mark.setAttribute(key, String(value));
    for (const [key, value] of Object.entries(
             {x: x + size * 2.5, y: middle + size * 0.35, "font-size": size}))
      words.setAttribute(key, String(value));
    words.textContent = text;
    group.append(mark, words);
  });
  svg.append(group);
  svg.setAttribute("viewBox", [x, y, width, height + size * (rows.length + 1) * 1.5].join(" "));
}

// The drawing as it is on the screen, zoomed as it is, with what it is in its description.
function citedSvg(drawing) {
  const svg = pictureOf(drawing);
  if (svg.querySelector("desc")) svg.querySelector("desc").textContent = citationText(drawing);
  if (look.color !== "" || look.size !== "") svg.querySelector("g.legend")?.remove();
  addLegend(svg);
  const metadata = document.createElementNS(SVG, "metadata");
  metadata.textContent = JSON.stringify(citation(drawing));
  svg.querySelector("desc")?.after(metadata);
  return svg;
}

const CRC_TABLE = Array.from({length: 256}, (_, n) => {
  for (let bit = 0; bit < 8; ++bit) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
  return n >>> 0;
});

// A chunk of a PNG file (ISO/IEC 15948): length, type, data, CRC.
function pngChunk(type, bytes) {
  const chunk = new Uint8Array(bytes.length + 12), view = new DataView(chunk.buffer);
  view.setUint32(0, bytes.length);
  chunk.set(new TextEncoder().encode(type), 4);
  chunk.set(bytes, 8);
  let crc = 0xffffffff;
  for (const byte of chunk.subarray(4, bytes.length + 8)) crc = CRC_TABLE[(crc ^ byte) & 255] ^ (crc >>> 8);
  view.setUint32(bytes.length + 8, (crc ^ 0xffffffff) >>> 0);
  return chunk;
}

// The PNG with a description, which stands behind its header of 33 bytes.
async function described(png, text) {
  const bytes = new Uint8Array(await png.arrayBuffer());
  const words = new TextEncoder().encode(`Description\0\0\0\0\0${text}`);
  return new Blob([bytes.subarray(0, 33), pngChunk("iTXt", words), bytes.subarray(33)], {type: "image/png"});
}

async function citedPng(drawing) {
  const svg = citedSvg(drawing), [, , width, height] = svg.getAttribute("viewBox").split(" ").map(Number);
  svg.setAttribute("width", String(PNG_WIDTH));
  svg.setAttribute("height", String(Math.round(PNG_WIDTH * height / width)));
  const image = new Image();
  image.src =
      `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`;
  await image.decode();
  const canvas = el("canvas", {width: PNG_WIDTH, height: Math.round(PNG_WIDTH * height / width)});
  const context = canvas.getContext("2d");
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const png = await new Promise((done) => canvas.toBlob(done, "image/png"));
  return described(png, citationText(drawing));
}

function buildCite(current) {
  const words = el("p", {id: "citation", dir: "auto"});
  const panel = el("details", {id: "cite"}, el("summary", {}, "Cite this figure"));
  const button = (text, action) => el("button", {type: "button", onclick: action}, text);
  const stem = () => `${fileStem()}-${current().name}`;
  const write = () => {
    if (panel.open) words.textContent = citationText(current());
  };
  panel.addEventListener("toggle", write);
  listeners.push(() => setTimeout(write, 0));  // once the address is right
  looked.push(() => setTimeout(write, 0));
  panel.append(
      words,
      el("p", {class: "buttons"},
         button("Shown as SVG", () => save(`${stem()}.svg`, "image/svg+xml", xmlText(citedSvg(current())))),
         button("Shown as PNG", async () => save(`${stem()}.png`, "image/png", await citedPng(current()))),
         button(
             "Shown ties as CSV", () => save(`${fileStem()}-ties.csv`, "text/csv;charset=utf-8", tiesCsv())),
         button(
             "Shown actors as CSV",
             () => save(`${fileStem()}-actors.csv`, "text/csv;charset=utf-8", actorsCsv())),
         button(
             "Its settings as JSON",
             () => save(
                 `${stem()}-settings.json`, "application/json",
                 JSON.stringify(citation(current()), null, 1) + "\n"))));
  return panel;
}
