// Drawings of very many ties hold them as few paths of many lines. The ties of whoever is looked at are drawn
// over them from the data, and what passes the filters is drawn anew.

const SVG = "http://www.w3.org/2000/svg";
const TENTHS = 10;          // such paths are in tenths of the drawing's unit
const LINES_OF_PATH = 400;  // translucent lines add up where paths cross, not within one
const NEAR_ENOUGH = 6;      // pixels from a tie to the pointer that means it

const signMark = (sign) => (sign > 0 ? "+" : sign < 0 ? "-" : "");

function readGathered(drawing) {
  const whole = [...drawing.svg.querySelectorAll("path.gathered")];
  if (!whole.length) return;
  const group = whole[0].parentNode;
  const over = document.createElementNS(SVG, "g");
  over.setAttribute("class", "over");
  over.setAttribute("transform", group.getAttribute("transform"));
  group.after(over);
  const ofSign = new Map();
  for (const path of whole)
    if (!ofSign.has(path.dataset.sign || "")) ofSign.set(path.dataset.sign || "", path);
  drawing.gathered = {group, over, whole, ofSign, middles: new Map()};
}

// Where the actor stands, in tenths.
function middleOf(drawing, i) {
  const {middles} = drawing.gathered;
  if (!middles.has(i)) {
    const box = drawing.nodes.get(i).shape.getBBox();
    middles.set(i, [TENTHS * (box.x + box.width / 2), TENTHS * (box.y + box.height / 2)]);
  }
  return middles.get(i);
}

const isDrawn = (drawing, tie) =>
    tie.source !== tie.target && drawing.nodes.has(tie.source) && drawing.nodes.has(tie.target);

function lineOf(drawing, tie) {
  const [x, y] = middleOf(drawing, tie.source), [toX, toY] = middleOf(drawing, tie.target);
  return `M${Math.round(x)} ${Math.round(y)}L${Math.round(toX)} ${Math.round(toY)}`;
}

// Paths of these ties in the look of the drawing.
function pathsOf(drawing, list) {
  const paths = [];
  for (const [mark, sample] of drawing.gathered.ofSign) {
    const lines = list.filter((tie) => signMark(tie.sign) === mark && isDrawn(drawing, tie))
                      .map((tie) => lineOf(drawing, tie));
    for (let at = 0; at < lines.length; at += LINES_OF_PATH) {
      const path = sample.cloneNode(false);
      path.setAttribute("d", lines.slice(at, at + LINES_OF_PATH).join(""));
      paths.push(path);
    }
  }
  return paths;
}

function filterGathered(drawing) {
  if (!drawing.gathered) return;
  const shown = ties.filter((tie) => shownTies[tie.i]);
  const {group, whole} = drawing.gathered;
  group.replaceChildren(...(shown.length === ties.length ? whole : pathsOf(drawing, shown)));
}

// These ties stand out over all others.
function drawOver(drawing, list) {
  if (!drawing.gathered) return;
  const paths = pathsOf(drawing, [...list]);
  for (const path of paths) {
    path.setAttribute("stroke-opacity", "0.9");
    path.setAttribute("stroke-width", String(1.4 * TENTHS));
  }
  drawing.gathered.over.replaceChildren(...paths);
}

function distanceToLine([x, y], [ax, ay], [bx, by]) {
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const along = length ? Math.min(Math.max(((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length, 0), 1) : 0;
  return Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay));
}

// The shown tie that a click beside all actors means.
function nearestTie(drawing, event) {
  if (!drawing.gathered) return null;
  const screen = drawing.gathered.group.getScreenCTM();
  const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(screen.inverse());
  let best = null, least = NEAR_ENOUGH / screen.a;
  for (const tie of ties) {
    if (!shownTies[tie.i] || !isDrawn(drawing, tie)) continue;
    const distance =
        distanceToLine([point.x, point.y], middleOf(drawing, tie.source), middleOf(drawing, tie.target));
    if (distance < least) [best, least] = [tie, distance];
  }
  return best;
}
