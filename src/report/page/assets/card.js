// The card of an actor or a tie. Its address is the page's, so that a card can be linked to and the back
// button works.

let opener = null;  // what had the focus before the card

function facts(pairs) {
  const rows = pairs.filter(([, value]) => value !== "" && value !== null && value !== undefined);
  return rows.length ?
      el("dl", {class: "facts"},
         rows.map(([term, value]) => el("div", {}, el("dt", {}, term), el("dd", {dir: "auto"}, value)))) :
      null;
}

function dates(tie) {
  if (!tie.start && !tie.end) return "";
  return tie.start === tie.end ? tie.start : `${tie.start || "…"} – ${tie.end || "…"}`;
}

// "confidence 0.8, 2018 – 2020, strength 2"; the note; the source.
function tieDetails(tie) {
  const source = sourceOf.get(tie.citation);
  const small =
      [
        data.ties.start ? dates(tie) || "no date" : "",
        data.ties.confidence ? `confidence ${shown(tie.confidence)}` : "",
        data.ties.strength ? `strength ${shown(tie.strength)}` : ""
      ].filter((text) => text)
          .join(" · ");
  return [
    hasSigns ? el("span", {class: `sign ${signName(tie.sign)}`}, signName(tie.sign)) : null,
    small ? el("span", {class: "aside"}, ` ${small}`) : null,
    tie.note ? el("p", {class: "note", dir: "auto"}, tie.note) : null,
    facts(tie.attributes),
    source ?
        el("p", {class: "cited"}, "Source: ", sourceLink(source),
           source.publisher ? [". ", name(source.publisher)] : null, source.date ? `, ${source.date}` : "") :
                                                                                   null,
    tie.place ? el("p", {class: "aside"}, tie.place) : null,
  ];
}

// Whether some tie counts both ways, so that degree is more than the number of ties.
const bothWays = () => ties.some((tie) => tie.directed) && ties.some((tie) => !tie.directed);

// The usual measures first; all others behind a summary.
function measureTables(actor) {
  if (measures.length <= 10) return [measureTable(actor, measures, "Measures")];
  const usual = measures.filter((measure) => USUAL.includes(measure.name)),
        others = measures.filter((measure) => !USUAL.includes(measure.name));
  return [
    measureTable(actor, usual, "Measures"),
    el("details", {}, el("summary", {}, counted(others.length, "more measure")),
       measureTable(actor, others, "More measures"))
  ];
}

function measureTable(actor, list, title) {
  if (!list.length) return null;
  const intervals = new Map(data.intervals.map((entry) => [entry.measure, entry]));
  const rows = list.map((measure) => {
    const rank = ranks(measure)[actor.i];
    const interval = intervals.get(measure.name);
    const span = interval && interval.low[actor.i] !== null ?
        `${shown(interval.low[actor.i])}–${shown(interval.high[actor.i])}` :
        "";
    return el(
        "tr", {}, el("th", {scope: "row", title: measure.definition || ""}, shownName(measure.name)),
        el("td", {class: "n"}, shown(measure.values[actor.i])),
        el("td", {class: "n"}, rank === null ? "" : String(rank)),
        intervals.size ? el("td", {class: "n"}, span) : null);
  });
  return el(
      "table", {},
      el("caption", {},
         `${title}${slice === null ? "" : " over all of time"}, with the rank among ${
             counted(actors.length, "actor")}${
             bothWays() ? "; of degrees, a mutual tie counts in and out" : ""}`),
      el("thead", {},
         el("tr", {},
            ["measure", "value", "rank", ...(intervals.size ? ["90 % interval"] : [])].map(
                (text) => el("th", {scope: "col"}, text)))),
      el("tbody", {}, rows));
}

function tieItem(tie, actor) {
  const there = other(tie, actor);
  const outward = tie.source === actor.i;
  const arrow = tie.directed ? (outward ? "→" : "←") : "—";
  const words = tie.directed ? (outward ? "to" : "from") : "with";
  return el(
      "li", {class: shownTies[tie.i] ? "" : "filtered"},
      el("a",
         {class: "tie", href: `#tie-${tie.i}`, "aria-label": `${tie.relation || "tie"}, ${words}: details`},
         el("span", {}, name(tie.relation), ` ${arrow}`)),
      " ", actorLink(there), " ", tieDetails(tie));
}

// Questions about the network that begin with this actor.
function questionButtons(actor) {
  if (!$("explorer")) return null;
  const question = (text, key) =>
      el("button", {
        type: "button",
        onclick: () => {
          closeCard();
          ask(key, actor.i);
        }
      },
         text);
  return el(
      "p", {class: "buttons"}, question("Paths from here", "path-from"), question("Surroundings", "around"),
      question("Take out", "without"));
}

function actorCard(actor) {
  const hostile = actor.ties.filter((tie) => tie.sign < 0).length;
  return [
    el("h2", {id: "card-title", tabindex: "-1"}, name(actor.label)),
    facts([
      ["kind", actor.kind], ["community", traitOf(actor, "community") || ""],
      ["faction", traitOf(actor, "faction") || ""], ...actor.attributes,
      ["id", actor.id === actor.label ? "" : actor.id]
    ]),
    questionButtons(actor),
    ...sliceFacts(actor),
    ...measureTables(actor),
    ...explainedParts(actor),
    el("h3", {}, counted(actor.ties.length, "tie") + (hostile ? `, ${hostile} of them hostile` : "")),
    el("ul", {class: "ties"}, actor.ties.map((tie) => tieItem(tie, actor))),
  ];
}

function tieCard(tie) {
  const key = pairKey(tie.source, tie.target);
  const rows = actors[tie.source].ties.filter((row) => pairKey(row.source, row.target) === key);
  const frustrated = (data.frustrated || []).some(([a, b]) => pairKey(a, b) === key);
  return [
    el("h2", {id: "card-title", tabindex: "-1"}, name(actors[tie.source].label), " – ",
       name(actors[tie.target].label)),
    frustrated ?
        el("p", {class: "frustrated"}, "This pair contradicts the two factions (a frustrated tie).") :
        null,
    el("ul", {class: "ties"},
       rows.map(
           (row) =>
               el("li", {class: row === tie ? "chosen" : ""}, actorLink(actors[row.source]), " ",
                  name(row.relation), row.directed ? " → " : " — ", actorLink(actors[row.target]), " ",
                  tieDetails(row)))),
  ];
}

// Writes what the card says of the actor or tie of that address; gives its ends, null where there is none.
function fillCard(address) {
  const match = /^#(actor|tie)-(\d+)$/.exec(address);
  const thing = match && (match[1] === "actor" ? actors : ties)[Number(match[2])];
  if (!thing) return null;
  $("card").replaceChildren(
      el("button", {type: "button", class: "close", onclick: closeCard}, "Close"),
      ...(match[1] === "actor" ? actorCard(thing) : tieCard(thing)).filter(Boolean));
  return match[1] === "actor" ? [thing.i] : [thing.source, thing.target];
}

function showCard(address) {
  const card = $("card"), ends = fillCard(address);
  if (!ends) {
    hideCard();
    return false;
  }
  card.hidden = false;
  card.scrollTop = 0;
  markChosen(ends);
  $("card-title").focus({preventScroll: true});
  return true;
}

function openCard(address, from) {
  if ($("card").hidden) opener = from;
  // The card keeps clear of what was chosen.
  const box = from?.getBoundingClientRect?.();
  if (box && !$("card").contains(from))
    $("card").classList.toggle("left", box.left + box.width / 2 > window.innerWidth * 0.6);
  if (addressParts().anchor !== address) history.pushState(null, "", addressWith(address));
  showCard(address);
}

function hideCard() {
  $("card").hidden = true;
  markChosen([]);
}

function closeCard() {
  hideCard();
  const rest = addressWith("");
  history.pushState(null, "", rest === "#" ? location.pathname + location.search : rest);
  const back = opener?.isConnected ? opener : $("search");
  back?.focus({preventScroll: true});
  opener = null;
}

function buildCard() {
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href^='#actor-'], a[href^='#tie-']");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    openCard(link.getAttribute("href"), link);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !$("card").hidden) closeCard();
  });
  window.addEventListener("popstate", () => showCard(addressParts().anchor));
}
