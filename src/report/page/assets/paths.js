// Shortest paths between two actors: all ties of equal length counted, the first of them named.

const SAME_LENGTH = 1e-12;  // relative difference below which two lengths are equal
const MOST_PATHS = 12;      // written out

// A heap of [length, actor], the shortest first.
class Queue {
  entries = [];

  push(entry) {
    let at = this.entries.push(entry) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (this.entries[above][0] <= this.entries[at][0]) break;
      [this.entries[above], this.entries[at]] = [this.entries[at], this.entries[above]];
      at = above;
    }
  }

  pop() {
    const first = this.entries[0], last = this.entries.pop();
    if (!this.entries.length) return first;
    this.entries[0] = last;
    for (let at = 0;;) {
      let least = at;
      for (const below of [2 * at + 1, 2 * at + 2])
        if (below < this.entries.length && this.entries[below][0] < this.entries[least][0]) least = below;
      if (least === at) return first;
      [this.entries[least], this.entries[at]] = [this.entries[at], this.entries[least]];
      at = least;
    }
  }
}

const costOf = (link) => (explore.length === "strength" ? 1 / link.strength : 1);

// {length, count, before}: of each actor that is reached, how far, on how many paths, and over which links.
function searchFrom(start, onward) {
  const length = new Map([[start, 0]]), count = new Map([[start, 1]]), before = new Map([[start, []]]);
  const settled = new Set(), queue = new Queue();
  queue.push([0, start]);
  while (queue.entries.length) {
    const [, here] = queue.pop();
    if (settled.has(here)) continue;
    settled.add(here);
    for (const link of onward[here]) {
      if (settled.has(link.to)) continue;
      const next = length.get(here) + costOf(link), known = length.get(link.to);
      if (known === undefined || next < known * (1 - SAME_LENGTH)) {
        length.set(link.to, next);
        count.set(link.to, count.get(here));
        before.set(link.to, [{from: here, link}]);
        queue.push([next, link.to]);
      } else if (next <= known * (1 + SAME_LENGTH)) {
        count.set(link.to, count.get(link.to) + count.get(here));
        before.get(link.to).push({from: here, link});
      }
    }
  }
  return {length, count, before};
}

// At most `most` paths, each an array of {from, link} from the start on.
function writtenPaths(start, end, before, most) {
  const paths = [];
  const follow = (here, rest) => {
    if (paths.length >= most) return;
    if (here === start) {
      paths.push(rest);
      return;
    }
    for (const step of before.get(here)) follow(step.from, [step, ...rest]);
  };
  follow(end, []);
  return paths;
}

// {length, count, paths} or null when no path leads there.
function shortestPaths(start, end) {
  const onward = networkOf((tie) => shownTies[tie.i] && takesSign(tie.sign), explore.directed);
  const {length, count, before} = searchFrom(start, onward);
  if (!length.has(end)) return null;
  return {
    length: length.get(end),
    count: count.get(end),
    paths: writtenPaths(start, end, before, MOST_PATHS),
    ...allOnPaths(end, before),
  };
}

// Every actor and row that lies on a shortest path, written out or not.
function allOnPaths(end, before) {
  const nodes = new Set([end]), rows = new Set();
  for (const here of nodes) {
    for (const {from, link} of before.get(here)) {
      nodes.add(from);
      for (const row of link.rows) rows.add(row);
    }
  }
  return {nodes, rows};
}

// "allied, +": what a step rests on.
function stepWords(link) {
  const relations = [...new Set(link.rows.map((row) => row.relation).filter((relation) => relation))];
  const signs = [...new Set(link.rows.map((row) => row.sign))];
  const sign = !hasSigns ? "" : signs.length > 1 ? "mixed signs" : signName(signs[0]);
  return [...relations, sign].filter((word) => word).join(", ");
}

function pathItem(start, path) {
  const item = el("li", {}, actorLink(actors[start]));
  for (const {from, link} of path) {
    const oneWay = link.rows.every((row) => row.directed && row.source === from);
    const row = link.rows[0], words = stepWords(link);
    item.append(
        " ",
        el("a", {class: "step", href: `#tie-${row.i}`, "aria-label": `${words || "tie"}: details`},
           words ? [name(words), " "] : "", oneWay ? "→" : "—"),
        " ", actorLink(actors[link.to]));
  }
  return item;
}

function lengthWords(found) {
  return explore.length === "strength" ? `a length of ${shown(found.length)}` : counted(found.length, "step");
}

// What is said of the paths, as elements.
function pathAnswer(start, end, found) {
  if (start === end) return [el("p", {}, "Choose two different actors.")];
  if (!found)
    return [el(
        "p", {}, "No path leads from ", name(actors[start].label), " to ", name(actors[end].label), ".")];
  const many = found.count > 1;
  const rest = found.count - found.paths.length;
  return [
    el("p", {},
       many ? `${shown(found.count)} shortest paths, ${lengthWords(found)} each:` :
              `One shortest path, ${lengthWords(found)}:`),
    el("ol", {class: "paths"}, found.paths.map((path) => pathItem(start, path))),
    rest > 0 ? el("p", {class: "aside"}, `and ${shown(rest)} more; the figure raises all of them`) : null,
  ];
}
