// The network that questions are asked of: the shown ties of the signs asked for, rows of a pair as one tie.

const takesSign = (sign) => explore.signs === "all" || (explore.signs === "positive" ? sign > 0 : sign >= 0);

// For each actor its ties onward as {to, strength, rows}, by position. `among`: whether a tie takes part.
function networkOf(among, directed) {
  const onward = actors.map(() => new Map());
  const add = (from, to, tie) => {
    if (!onward[from].has(to)) onward[from].set(to, {to, strength: 0, rows: []});
    const link = onward[from].get(to);
    link.strength += data.ties.strength ? tie.strength : 1;
    link.rows.push(tie);
  };
  for (const tie of ties) {
    if (!among(tie) || tie.source === tie.target || tie.strength === 0) continue;
    add(tie.source, tie.target, tie);
    if (!directed || !tie.directed) add(tie.target, tie.source, tie);
  }
  return onward.map((links) => [...links.values()].sort((a, b) => a.to - b.to));
}

// Those within so many ties of the actor, in whatever direction, the actor among them.
function surroundings(actor, depth) {
  const reached = new Set([actor]);
  let border = [actor];
  for (let step = 0; step < depth; ++step) {
    const next = [];
    for (const i of border) {
      for (const tie of actors[i].ties) {
        const there = other(tie, actors[i]).i;
        if (!shownTies[tie.i] || reached.has(there)) continue;
        reached.add(there);
        next.push(there);
      }
    }
    border = next;
  }
  return reached;
}

// The connected parts among these actors, the largest first, each an array of positions.
function partsAmong(members, onward) {
  const seen = new Set(), parts = [];
  for (const start of members) {
    if (seen.has(start)) continue;
    const part = [start];
    seen.add(start);
    for (let at = 0; at < part.length; ++at) {
      for (const {to} of onward[part[at]]) {
        if (seen.has(to) || !members.has(to)) continue;
        seen.add(to);
        part.push(to);
      }
    }
    parts.push(part);
  }
  return parts.sort((a, b) => b.length - a.length);
}

// The share of pairs that do not reach each other (Borgatti 2006); null for fewer than two actors.
function fragmentation(parts) {
  const count = parts.reduce((sum, part) => sum + part.length, 0);
  if (count < 2) return null;
  return 1 - parts.reduce((sum, part) => sum + part.length * (part.length - 1), 0) / (count * (count - 1));
}
