// The drawings: which element is which actor or tie, neighbors on hover and focus, keys.

const SHAPES = "circle,ellipse,rect,polygon,path,use";

const tieOfRow = new Map(ties.map((tie) => [tie.row, tie]));

// The rows of the data that a drawn tie stands for: those it names, else those of its pair and sign.
function rowsOfEdge(edge, rowsOfPair) {
  const {rows, sign} = edge.group.dataset;
  if (rows) return rows.split(" ").map((row) => tieOfRow.get(Number(row))).filter(Boolean);
  const number = sign === "+" ? 1 : sign === "-" ? -1 : 0;
  return (rowsOfPair.get(pairKey(edge.source, edge.target)) || []).filter((tie) => tie.sign === number);
}

const pairKey = (a, b) => (a < b ? `${a} ${b}` : `${b} ${a}`);

function readDrawing(figure) {
  const svg = figure.querySelector("svg");
  const drawing =
      {figure, svg, title: figure.dataset.title, name: figure.dataset.name, nodes: new Map(), edges: []};
  for (const group of svg.querySelectorAll("g.node")) {
    const i = positionOf.get(group.dataset.id);
    if (i !== undefined)
      drawing.nodes.set(i, {group, shape: group.querySelector(SHAPES), text: group.querySelectorAll("text")});
  }
  drawing.indexOf = new Map([...drawing.nodes].map(([i, node]) => [node.group, i]));
  readGathered(drawing);
  if (drawing.gathered) return drawing;
  const rowsOfPair = new Map();
  for (const tie of ties) {
    const key = pairKey(tie.source, tie.target);
    if (!rowsOfPair.has(key)) rowsOfPair.set(key, []);
    rowsOfPair.get(key).push(tie);
  }
  for (const group of svg.querySelectorAll("g.edge")) {
    const edge = {
      group,
      source: positionOf.get(group.dataset.source),
      target: positionOf.get(group.dataset.target)
    };
    if (edge.source === undefined || edge.target === undefined) continue;
    edge.rows = rowsOfEdge(edge, rowsOfPair);
    edge.halo = group.previousElementSibling?.matches("path.halo") ? group.previousElementSibling : null;
    drawing.edges.push(edge);
  }
  return drawing;
}

function tieWords(tie) {
  const relation = tie.relation ? ` ${tie.relation} ` : tie.directed ? " to " : " and ";
  return actors[tie.source].label + relation + actors[tie.target].label;
}

function actorWords(actor) {
  return `${actor.label}, ${actor.kind ? actor.kind + ", " : ""}${counted(actor.ties.length, "tie")}`;
}

// Drawings of very many actors come without their tooltips.
function nameNode(node, actor) {
  if (node.group.querySelector("title")) return;
  const title = document.createElementNS("http://www.w3.org/2000/svg", "title");
  title.textContent = actorWords(actor);
  node.group.append(title);
}

// Roles and names for screen readers, and a wide invisible path that makes a thin tie easy to hit.
function prepareDrawing(drawing) {
  let first = true;
  for (const [i, node] of drawing.nodes) {
    node.group.setAttribute("role", "button");
    node.shape?.classList.add("shape");
    if (!node.group.hasAttribute("tabindex")) node.group.setAttribute("tabindex", first ? "0" : "-1");
    node.group.setAttribute("aria-label", actorWords(actors[i]));
    first = false;
  }
  for (const edge of drawing.edges) {
    edge.group.setAttribute("role", "button");
    if (!edge.group.hasAttribute("tabindex")) edge.group.setAttribute("tabindex", "-1");
    edge.group.setAttribute("aria-label", edge.rows.map(tieWords).join("; ") || "tie");
    const path = edge.group.querySelector("path");
    if (!path) continue;
    const hit = path.cloneNode(false);
    for (const attribute of [...hit.attributes])
      if (!["d", "transform"].includes(attribute.name)) hit.removeAttribute(attribute.name);
    hit.setAttribute("class", "hit");
    edge.group.append(hit);
  }
}

// Large drawings come without the tooltips of their ties.
function addTooltip(edge) {
  if (edge.group.querySelector("title")) return;
  const title = document.createElementNS("http://www.w3.org/2000/svg", "title");
  title.textContent =
      edge.rows.map((tie) => `${tieWords(tie)}${hasSigns ? ` (${signName(tie.sign)})` : ""}`).join("\n");
  edge.group.append(title);
}

// What stays raised while the pointer is elsewhere: {nodes: a set of actors, ties: a set of ties}, or null.
let pinned = null;

function lower(drawing) {
  drawing.svg.classList.remove("focusing", "pinned");
  for (const near of drawing.svg.querySelectorAll(".near")) near.classList.remove("near");
  drawOver(drawing, []);
}

// These actors and ties stand out; all else steps back.
function raise(drawing, nodes, raisedTies) {
  lower(drawing);
  for (const edge of drawing.edges)
    if (edge.rows.some((tie) => raisedTies.has(tie)) && !edge.group.classList.contains("away"))
      edge.group.classList.add("near");
  for (const i of nodes) drawing.nodes.get(i)?.group.classList.add("near");
  drawOver(drawing, raisedTies);
  drawing.svg.classList.add("focusing");
}

function clearFocus(drawing) {
  pointAtMarks(null);
  if (!pinned) return lower(drawing);
  raise(drawing, pinned.nodes, pinned.ties);
  drawing.svg.classList.add("pinned");
}

// Keeps them raised, or nothing with null.
function pin(drawing, what) {
  pinned = what;
  if (drawing) clearFocus(drawing);
}

// Raises an actor with its neighbors and their ties, or a tie with its two ends.
function focusOn(drawing, i, edge = null) {
  const rows = edge ? edge.rows : actors[i].ties.filter((tie) => shownTies[tie.i]);
  const nodes = new Set(edge ? [edge.source, edge.target] : [i]);
  for (const tie of rows) nodes.add(tie.source).add(tie.target);
  raise(drawing, nodes, new Set(rows));
  pointAtMarks(edge ? null : i);
}

function findTarget(drawing, event) {
  const group = event.target.closest?.("g.node, g.edge");
  if (!group) return null;
  const i = drawing.indexOf.get(group);
  if (i !== undefined) return {i, group};
  const edge = drawing.edges.find((e) => e.group === group);
  return edge ? {edge, group} : null;
}

// The shown actor that lies nearest in the direction of an arrow key.
function neighborOnScreen(drawing, group, dx, dy) {
  const center = (g) => {
    const box = g.getBoundingClientRect();
    return [box.x + box.width / 2, box.y + box.height / 2];
  };
  const [x, y] = center(group);
  let best = null, least = Infinity;
  for (const node of drawing.nodes.values()) {
    if (node.group === group || node.group.classList.contains("away")) continue;
    const [nx, ny] = center(node.group);
    const along = (nx - x) * dx + (ny - y) * dy, aside = Math.abs((nx - x) * dy) + Math.abs((ny - y) * dx);
    if (along > 0 && along + 2 * aside < least) [best, least] = [node.group, along + 2 * aside];
  }
  return best;
}

function moveFocus(from, to) {
  if (!to) return;
  from.setAttribute("tabindex", "-1");
  to.setAttribute("tabindex", "0");
  to.focus();
}

function figureKey(drawing, event) {
  const target = findTarget(drawing, event);
  if (!target || event.ctrlKey || event.metaKey || event.altKey) return;
  const arrows = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};
  if (event.key === "Enter" || event.key === " ") {
    openTarget(target);
  } else if (arrows[event.key] && target.edge) {
    const shown = drawing.edges.filter((e) => !e.group.classList.contains("away"));
    const step = event.key === "ArrowRight" || event.key === "ArrowDown" ? 1 : shown.length - 1;
    moveFocus(target.group, shown[(shown.indexOf(target.edge) + step) % shown.length]?.group);
  } else if (arrows[event.key]) {
    moveFocus(target.group, neighborOnScreen(drawing, target.group, ...arrows[event.key]));
  } else {
    return;
  }
  event.preventDefault();
  event.stopPropagation();
}

function openTarget(target) {
  if (target.edge) {
    if (target.edge.rows.length) openCard(`#tie-${target.edge.rows[0].i}`, target.group);
  } else {
    openCard(`#actor-${target.i}`, target.group);
  }
}

function watchDrawing(drawing) {
  const {svg} = drawing;
  const look = (event) => {
    const target = findTarget(drawing, event);
    if (target?.edge)
      addTooltip(target.edge);
    else if (target)
      nameNode(drawing.nodes.get(target.i), actors[target.i]);
    if (target)
      focusOn(drawing, target.i, target.edge);
    else
      clearFocus(drawing);
  };
  svg.addEventListener("pointerover", look);
  svg.addEventListener("pointerleave", () => clearFocus(drawing));
  svg.addEventListener("focusin", look);
  svg.addEventListener("focusout", () => clearFocus(drawing));
  svg.addEventListener("keydown", (event) => figureKey(drawing, event));
  svg.addEventListener("click", (event) => {
    const target = findTarget(drawing, event);
    if (drawing.dragged) return;
    if (target) return openTarget(target);
    const tie = nearestTie(drawing, event);
    if (tie) openCard(`#tie-${tie.i}`, drawing.svg);
  });
}

// Hides what the filters leave out, and keeps a shown actor and a shown tie in reach of the tab key.
function filterDrawing(drawing) {
  const groups = [
    [...drawing.nodes].map(([i, node]) => [node.group, shownActors[i]]),
    drawing.edges.map(
        (edge) =>
            [edge.group,
             edge.rows.length ? edge.rows.some((tie) => shownTies[tie.i]) :
                                shownActors[edge.source] && shownActors[edge.target]])
  ];
  filterGathered(drawing);
  drawing.edges.forEach((edge, i) => edge.halo?.classList.toggle("away", !groups[1][i][1]));
  if (slices.length) markSlice(drawing);
  for (const group of groups) {
    for (const [element, keep] of group) element.classList.toggle("away", !keep);
    const stops = group.filter(([element]) => element.getAttribute("tabindex") === "0");
    const first = group.find(([, keep]) => keep);
    if (first && !stops.some(([, keep]) => keep)) {
      for (const [element] of stops) element.setAttribute("tabindex", "-1");
      first[0].setAttribute("tabindex", "0");
    }
  }
}
