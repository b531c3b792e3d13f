// A slider over the slices of time: figure and tables show the slice it stands at.

const slices = data.timeline ? data.timeline.slices : [];

// The position of the slice that is shown, null for all of time, and what of it is asked for often.
let slice = null, sliceRows = null, sliceActors = null;

function setSlice(at) {
  slice = at;
  const shownSlice = at === null ? null : slices[at];
  sliceRows = shownSlice && new Set(shownSlice.rows);
  sliceActors = shownSlice && new Map(shownSlice.actors.actor.map((i, place) => [i, place]));
}

const inSlice = (tie) => !sliceRows || sliceRows.has(tie.i);
const activeInSlice = (i) => !sliceActors || sliceActors.has(i);

// The community or faction of an actor, in the slice that is shown; 0 for none.
function traitOf(actor, trait) {
  if (slice === null || !["community", "faction"].includes(trait)) return actor[trait];
  const place = sliceActors.get(actor.i);
  return place === undefined ? 0 : slices[slice].actors[trait][place];
}

// A measure of the actors, by position: its values in the slice that is shown where the timeline has them,
// else those of all of time; null for an actor not active.
function valuesShown(measure) {
  const at = slice === null ? -1 : data.timeline.measures.indexOf(measure.name);
  if (at < 0) return measure.values;
  const {values} = slices[slice].actors;
  return actors.map((actor) => (activeInSlice(actor.i) ? values[at][sliceActors.get(actor.i)] : null));
}

// " in 1907", " over all of time", or nothing where the page has no slices or shows none.
function timeOf(measure) {
  if (slice === null) return "";
  return data.timeline.measures.includes(measure.name) ? ` in ${slices[slice].label}` : " over all of time";
}

// What the slice that is shown says of an actor.
function sliceFacts(actor) {
  if (slice === null) return [];
  const {label} = slices[slice], place = sliceActors.get(actor.i);
  if (place === undefined) return [el("p", {class: "aside"}, `Not active in ${label}.`)];
  const {measures: names} = data.timeline, here = slices[slice].actors;
  const row = (measure, m) => el("tr", {}, el("th", {scope: "row"}, shownName(measure)), [
    here.values[m][place], here.ranks[m][place]
  ].map((value) => el("td", {class: "n"}, value === null ? "" : shown(value))));
  return [el(
      "table", {id: "slice-of-actor"},
      el("caption", {}, `In ${label}, with the rank among ${counted(here.actor.length, "actor")}`),
      el("thead", {},
         el("tr", {}, ["measure", "value", "rank"].map((text) => el("th", {scope: "col"}, text)))),
      el("tbody", {}, names.map(row)))];
}

// Ties that contradict the factions of the slice stand out, those that only may hold are faint.
function markSlice(drawing) {
  const against = new Set(slice === null ? [] : slices[slice].frustrated);
  const surely = slice === null ? null : new Set(slices[slice].surely);
  for (const edge of drawing.edges) {
    edge.group.classList.toggle("against", edge.rows.some((tie) => against.has(tie.i)));
    const maybe = surely && edge.rows.filter(inSlice).every((tie) => !surely.has(tie.i));
    edge.group.classList.toggle("maybe", Boolean(maybe));
    if (slice !== null) edge.halo?.classList.add("away");
  }
}

// The actors of the slice with their measures, the first by the first of them.
function sliceTable() {
  const {measures: names} = data.timeline, here = slices[slice].actors;
  const places = here.actor.map((_, place) => place);
  places.sort((a, b) => (here.ranks[0]?.[a] ?? Infinity) - (here.ranks[0]?.[b] ?? Infinity) || a - b);
  const cells = (place) => names.flatMap((_, m) => [here.values[m][place], here.ranks[m][place]])
                               .map((value) => el("td", {class: "n"}, value === null ? "" : shown(value)));
  const traits = ["community", "faction"].filter((trait) => here[trait].some((value) => value));
  const row = (place) =>
      el("tr", {}, el("th", {scope: "row"}, actorLink(actors[here.actor[place]])),
         traits.map((trait) => el("td", {class: "n"}, here[trait][place] ? String(here[trait][place]) : "")),
         cells(place));
  const most = 50,
        caption = `Actors in ${slices[slice].label}${
            places.length > most ? `, the first ${most} of ${places.length.toLocaleString("en")}` : ""}`;
  const headings = ["actor", ...traits, ...names.flatMap((name) => [shownName(name), "rank"])];
  return el(
      "div", {class: "scroll", role: "region", tabindex: "0", "aria-label": caption},
      el("table", {id: "slice-actors"}, el("caption", {}, caption),
         el("thead", {}, el("tr", {}, headings.map((text) => el("th", {scope: "col"}, text)))),
         el("tbody", {}, places.slice(0, most).map(row))));
}

function showSliceTables() {
  document.querySelectorAll("#slice-table tr.chosen").forEach((row) => row.classList.remove("chosen"));
  if (slice !== null) $(`slice-${slice}`)?.classList.add("chosen");
  $("slice-now").replaceChildren(...(slice === null ? [] : [sliceTable()]));
}

function sliceWords() {
  if (slice === null) return "all of time";
  const {label, rows, frustration} = slices[slice];
  const against = frustration === null ? "" : `, frustration ${shown(frustration)}`;
  return `${label}: ${counted(sliceActors.size, "actor")}, ${counted(rows.length, "row")} of ties${against}`;
}

// The slider; its leftmost place is all of time.
function buildTimeline() {
  if (!slices.length) return null;
  const output = el("output", {id: "slice-words"});
  const slider =
      el("input", {type: "range", id: "slice", min: "0", max: String(slices.length), step: "1", value: "0"});
  const go = (place) => {
    slider.value = String(place);
    setSlice(Number(slider.value) === 0 ? null : Number(slider.value) - 1);
    slider.setAttribute("aria-valuetext", sliceWords());
    output.textContent = sliceWords();
    applyFilters();
    if (drawing) showLook(drawing);
    if (!$("card").hidden) fillCard(addressParts().anchor);
  };
  slider.addEventListener("input", () => go(slider.value));
  const button = (text, label, by) => el(
      "button",
      {type: "button", "aria-label": label, onclick: () => go(Math.max(Number(slider.value) + by, 0))}, text);
  $("time").append(el("div", {id: "slice-now"}));
  for (const row of document.querySelectorAll("#slice-table tbody tr")) {
    const at = Number(row.id.slice("slice-".length)), heading = row.cells[0];
    const choose =
        el("button", {type: "button", class: "plain", onclick: () => go(at + 1)}, ...heading.childNodes);
    heading.append(choose);
  }
  listeners.push(showSliceTables);
  output.textContent = sliceWords();
  slider.setAttribute("aria-valuetext", sliceWords());
  return el(
      "div", {class: "timeline", role: "group", "aria-label": "Time"}, labelled("Time", slider),
      button("‹", "Earlier", -1), button("›", "Later", 1), output);
}

function restoreSlice(label) {
  const at = slices.findIndex((each) => each.label === label), slider = $("slice");
  if (at < 0 || !slider) return;
  slider.value = String(at + 1);
  slider.dispatchEvent(new Event("input"));
}
