// Color and size of the drawn actors by what the reader chooses.

// Okabe & Ito 2008, safe for color-blind readers; further categories are gray.
const CATEGORIES = ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#f0e442", "#8c6bb1"];
const OTHER = "#9a9a9a";
// Five steps of viridis (Smith & van der Walt 2015), light to dark.
const STEPS = ["#fde725", "#5ec962", "#21918c", "#3b528b", "#440154"];

const look = {
  color: "",
  size: ""
};  // "", "kind", "community", "faction" or a measure's position

function luminance(hex) {
  const [r, g, b] = [1, 3, 5]
                        .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
                        .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

// Categories by how many actors have them, or five classes of equal width: the color of each actor and the
// rows of the legend.
function coloring(by) {
  if (["kind", "community", "faction"].includes(by)) {
    const counts = new Map();
    for (const actor of actors) counts.set(traitOf(actor, by), (counts.get(traitOf(actor, by)) || 0) + 1);
    const order = [...counts.keys()]
                      .filter((key) => key)
                      .sort((a, b) => (by === "kind" ? counts.get(b) - counts.get(a) : a - b));
    const colorOf = (key) =>
        (key && order.indexOf(key) < CATEGORIES.length ? CATEGORIES[order.indexOf(key)] : OTHER);
    const legend =
        order.slice(0, CATEGORIES.length).map((key) => [colorOf(key), by === "kind" ? key : `${by} ${key}`]);
    if (order.length > CATEGORIES.length || counts.has("") || counts.has(0))
      legend.push([OTHER, order.length > CATEGORIES.length ? "others" : "none"]);
    return {of: (actor) => colorOf(traitOf(actor, by)), legend};
  }
  const values = valuesShown(measures[Number(by)]);
  const known = values.filter((value) => value !== null);
  const low = Math.min(...known), high = Math.max(...known);
  const step = (value) =>
      (high > low ? Math.min(Math.floor((value - low) / (high - low) * STEPS.length), STEPS.length - 1) : 0);
  const bound = (k) => low + (high - low) * k / STEPS.length;
  const legend = high > low ?
      STEPS.map((color, k) => [color, `${shown(bound(k))} – ${shown(bound(k + 1))}`]) :
      known.length ? [[STEPS[0], shown(low)]] :
                     [];
  if (known.length < values.length) legend.push([OTHER, "undefined"]);
  return {of: (actor) => (values[actor.i] === null ? OTHER : STEPS[step(values[actor.i])]), legend};
}

function colorDrawing(drawing, scheme) {
  for (const [i, node] of drawing.nodes) {
    if (!node.shape) continue;
    const color = scheme ? scheme.of(actors[i]) : "";
    node.shape.style.fill = color;
    const box = node.shape.getBBox();
    for (const text of node.text) {
      const words = text.getBBox();
      const inside = !node.group.classList.contains("beside") && words.width > 0 && words.x >= box.x - 1 &&
          words.x + words.width <= box.x + box.width + 1 && words.y + words.height / 2 > box.y &&
          words.y + words.height / 2 < box.y + box.height;
      text.style.fill = color && inside ? (luminance(color) > 0.3 ? "#000" : "#fff") : "";
      text.style.stroke = color && inside ? "none" : "";
    }
  }
}

const overlap = (a, b) =>
    a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const grownBy = ({x, y, width, height}, scale) => ({
  x: x + width * (1 - scale) / 2,
  y: y + height * (1 - scale) / 2,
  width: width * scale,
  height: height * scale
});

// How far a label moves that stays as near to its shape as it was; one that stood in the shape and no longer
// fits comes to stand below it.
function labelShift(shape, label, scale) {
  const wider = shape.width * (scale - 1) / 2, higher = shape.height * (scale - 1) / 2;
  if (label.x >= shape.x + shape.width - 1) return [wider, 0];
  if (label.x + label.width <= shape.x + 1) return [-wider, 0];
  if (label.y >= shape.y + shape.height - 1) return [0, higher];
  if (label.y + label.height <= shape.y + 1) return [0, -higher];
  const {x, y, width, height} = grownBy(shape, scale);
  if (label.x >= x && label.x + label.width <= x + width && label.y >= y &&
      label.y + label.height <= y + height)
    return [0, 0];
  return [0, y + height + 2 - label.y];
}

function labelBox(node) {
  const [box] = [...node.text].map((text) => text.getBBox()).filter(({width}) => width > 0);
  return box && {x: box.x, y: box.y, width: box.width, height: box.height};
}

// How often a shape of one lies on the shape or label of another, or labels on each other.
function clashes(placed) {
  let count = 0;
  for (let i = 0; i < placed.length; ++i)
    for (let k = 0; k < i; ++k) {
      const a = placed[i], b = placed[k];
      count += overlap(a.shape, b.shape);
      if (b.label) count += overlap(a.shape, b.label);
      if (a.label) count += overlap(a.label, b.shape);
      if (a.label && b.label) count += overlap(a.label, b.label);
    }
  return count;
}

function placedAt(entry, scale) {
  const [x, y] = entry.label ? labelShift(entry.box, entry.label, scale) : [0, 0];
  const label = entry.label && {...entry.label, x: entry.label.x + x, y: entry.label.y + y};
  return {...entry, scale, shift: [x, y], shape: grownBy(entry.box, scale), label};
}

// Beyond so many actors of a drawing only those with labels are looked at.
const MOST_COMPARED = 300;

// The area of an actor's shape grows with the value, from a third of the usual width to 1.8 times it; all are
// smaller where shapes would come to lie on others or on their labels. Labels keep to their shapes.
function sizeDrawing(drawing, by) {
  const entries = [];
  for (const [i, node] of drawing.nodes) {
    if (!node.shape) continue;
    node.shape.style.scale = "";
    for (const part of labelParts(node)) part.removeAttribute("transform");
    node.group.classList.remove("beside");
    const box = node.shape.getBBox(), width = Math.max(box.width, box.height);
    if (width) entries.push({i, node, box, width, label: labelBox(node)});
  }
  if (by === "" || !entries.length) return;
  const usual = entries.map(({width}) => width).sort((a, b) => a - b)[Math.floor(entries.length / 2)];
  const values = valuesShown(measures[Number(by)]);
  const most = Math.max(...values.map((value) => value ?? 0)),
        least = Math.min(0, ...values.map((value) => value ?? 0));
  const wanted = ({i, width}) => {
    const share = most > least && values[i] !== null ? (values[i] - least) / (most - least) : 0;
    return usual * (0.35 + 1.45 * Math.sqrt(share)) / width;
  };
  const compared =
      entries.length <= MOST_COMPARED ? entries : entries.filter(({label}) => label).slice(0, MOST_COMPARED);
  const allowed = clashes(compared.map((entry) => placedAt(entry, 1)));
  const less =
      [1, 0.85, 0.7, 0.6, 0.5, 0.4, 0.32, 0.25].find(
          (factor) => clashes(compared.map((entry) => placedAt(entry, factor * wanted(entry)))) <= allowed) ??
      0.25;
  for (const entry of entries) {
    const {node, scale, shift, label, box} = placedAt(entry, less * wanted(entry));
    node.shape.style.scale = String(scale);
    if (!label) continue;
    for (const part of labelParts(node))
      if (shift[0] || shift[1]) part.setAttribute("transform", `translate(${shift[0]} ${shift[1]})`);
    node.group.classList.toggle("beside", overlap(entry.label, box) && (shift[0] || shift[1]) !== 0);
  }
}

// The label and the ground that it may have, which stand behind the shape in their group.
const labelParts =
    ({group, shape}) => [...group.children].filter((child) => child !== shape && child.matches("text, rect"));

const looked = [];  // called when colors or sizes have changed

function showLook(drawing) {
  const scheme = look.color === "" ? null : coloring(look.color);
  sizeDrawing(drawing, look.size);
  colorDrawing(drawing, scheme);
  // The drawing's own legend tells of colors and sizes that are no longer those shown.
  drawing.svg.classList.toggle("recolored", look.color !== "" || look.size !== "");
  const legend = $("legend");
  legend.replaceChildren();
  const title = (by) => {
    const measure = measures[Number(by)];
    return measure ? shownName(measure.name) + timeOf(measure) : by;
  };
  if (scheme) {
    legend.append(
        el("p", {}, `Color: ${title(look.color)}`), el("ul", {}, scheme.legend.map(([color, text]) => {
          const swatch = el("span", {class: "swatch", "aria-hidden": "true"});
          swatch.style.background = color;
          return el("li", {}, swatch, name(text));
        })));
  }
  if (look.size !== "") legend.append(el("p", {}, `Size: ${title(look.size)} (area grows with the value)`));
  for (const listener of looked) listener();
}
