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
      const inside = words.width > 0 && words.x >= box.x - 1 &&
          words.x + words.width <= box.x + box.width + 1 && words.y + words.height / 2 > box.y &&
          words.y + words.height / 2 < box.y + box.height;
      text.style.fill = color && inside ? (luminance(color) > 0.3 ? "#000" : "#fff") : "";
      text.style.stroke = color && inside ? "none" : "";
    }
  }
}

// The area of an actor's shape grows with the value, from a third of the usual width to twice it.
function sizeDrawing(drawing, by) {
  const widths = [];
  for (const node of drawing.nodes.values()) {
    if (!node.shape) continue;
    node.shape.style.scale = "";
    const box = node.shape.getBBox();
    node.width = Math.max(box.width, box.height);
    widths.push(node.width);
  }
  if (by === "") return;
  const usual = widths.sort((a, b) => a - b)[Math.floor(widths.length / 2)] || 1;
  const values = valuesShown(measures[Number(by)]);
  const most = Math.max(...values.map((value) => value ?? 0)),
        least = Math.min(0, ...values.map((value) => value ?? 0));
  for (const [i, node] of drawing.nodes) {
    if (!node.shape || !node.width) continue;
    const share = most > least && values[i] !== null ? (values[i] - least) / (most - least) : 0;
    node.shape.style.scale = String(usual * (0.35 + 1.45 * Math.sqrt(share)) / node.width);
  }
}

const looked = [];  // called when colors or sizes have changed

function showLook(drawing) {
  const scheme = look.color === "" ? null : coloring(look.color);
  colorDrawing(drawing, scheme);
  sizeDrawing(drawing, look.size);
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
