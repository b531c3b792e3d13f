// What the place of a leading actor rests on: each of its ties left out, and each source.

const explanationOf = new Map((data.explanations || []).map((each) => [each.actor, each]));

// "2nd of 8" is too much for a cell: the rank alone, "–" where there is none.
const rankShown = (rank) => (rank === null ? "–" : shown(rank));

// The tie that a part stands for, as a link to its card, or the name of a source.
function partName(part) {
  const row = ties[part.rows[0]];
  if (part.name) {
    const source = sourceOf.get(part.name);
    return source ? sourceLink(source) : name(part.name);
  }
  if (!row) return "–";
  const words =
      [name(actors[row.source].label), row.directed ? " → " : " – ", name(actors[row.target].label)];
  return el("a", {href: `#tie-${row.i}`}, words);
}

function partsTable(title, parts, additive) {
  const headings = ["left out", ...(additive ? ["share"] : []), "value without", "rank without"];
  const row = (part) =>
      el("tr", {}, el("th", {scope: "row"}, partName(part)),
         additive ? el("td", {class: "n"}, shown(part.share)) : null,
         el("td", {class: "n"}, shown(part.without)), el("td", {class: "n"}, rankShown(part.rank_without)));
  return el(
      "table", {class: "rests"}, el("caption", {}, title),
      el("thead", {}, el("tr", {}, headings.map((text) => el("th", {scope: "col"}, text)))),
      el("tbody", {}, parts.map(row)));
}

// For the card of an actor; nothing for those who do not lead.
function explainedParts(actor) {
  const said = explanationOf.get(actor.i);
  if (!said) return [];
  const more = said.of > said.parts.length ? `, the first ${said.parts.length} of ${said.of}` : "";
  return [
    el("h3", {}, "What its place rests on"),
    said.sentence ? el("p", {dir: "auto"}, `${said.sentence}.`) : null,
    said.additive && said.share_is ? el("p", {class: "aside"}, `Share: ${said.share_is}.`) : null,
    said.parts.length ? partsTable(`Ties, by ${shownName(said.measure)}${more}`, said.parts, said.additive) :
                        null,
    said.sources.length ?
        partsTable("Sources", said.sources, said.sources.some((part) => part.share !== null)) :
        null,
  ];
}
