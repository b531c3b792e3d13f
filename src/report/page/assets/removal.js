// What becomes of the network without some of its actors.

// {before, after}: {actors, parts}, among the actors and ties that pass the filters.
function withoutSome() {
  const members = new Set(actors.filter((actor) => !filters.kinds.has(actor.kind) && activeInSlice(actor.i))
                              .map((actor) => actor.i));
  const passes = (tie) => members.has(tie.source) && members.has(tie.target) &&
      !filters.relations.has(tie.relation) && !filters.signs.has(signName(tie.sign)) &&
      tie.confidence >= filters.confidence && holds(tie) && inSlice(tie) && takesSign(tie.sign);
  const onward = networkOf(passes, false);
  const left = new Set([...members].filter((i) => !explore.without.has(i)));
  return {before: partsAmong(members, onward), after: partsAmong(left, onward)};
}

const actorsOf = (parts) => parts.reduce((sum, part) => sum + part.length, 0);

function removalTable({before, after}) {
  const percent = (share) => (share === null ? "–" : `${shown(100 * share)} %`);
  const rows = [
    ["actors", actorsOf],
    ["components", (parts) => parts.length],
    ["actors of the largest", (parts) => (parts.length ? parts[0].length : 0)],
    ["pairs disconnected", (parts) => percent(fragmentation(parts))],
  ];
  return el(
      "table", {id: "removal-table"}, el("caption", {}, "The network before and after"),
      el("thead", {},
         el("tr", {},
            ["", "before", "after"].map((text) => (text ? el("th", {scope: "col"}, text) : el("td"))))),
      el("tbody", {},
         rows.map(
             ([title, of]) =>
                 el("tr", {}, el("th", {scope: "row"}, title), el("td", {class: "n"}, String(of(before))),
                    el("td", {class: "n"}, String(of(after)))))));
}

// Who was with the largest part and no longer is.
function cutOff({before, after}) {
  if (!before.length || !after.length) return null;
  const largest = new Set(after[0]);
  const lost = before[0].filter((i) => !largest.has(i) && !explore.without.has(i));
  if (!lost.length) return el("p", {}, "Nobody else is cut off from the largest part.");
  const named = lost.slice(0, 20);
  return el(
      "p", {}, `Cut off from the largest part (${lost.length.toLocaleString("en")}): `,
      named.map((i, place) => [place ? ", " : "", actorLink(actors[i])]),
      lost.length > named.length ? ` and ${(lost.length - named.length).toLocaleString("en")} more` : "",
      ".");
}

function removalAnswer() {
  if (!explore.without.size) return [];
  const found = withoutSome();
  return [removalTable(found), cutOff(found)];
}
