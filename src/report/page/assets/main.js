// Puts the page together once its data are read.

const drawings = [...document.querySelectorAll("figure.drawing")]
                     .filter((figure) => figure.querySelector("svg"))
                     .map(readDrawing);
let drawing = drawings[0] || null;

// Marks the actors whose card is open, in every drawing and in the table.
function markChosen(chosen) {
  // A search left in its box does not dim those around whoever is looked at now.
  if (chosen.length)
    for (const each of drawings) each.svg.classList.remove("searching");
  for (const each of drawings)
    for (const [i, node] of each.nodes) node.group.classList.toggle("chosen", chosen.includes(i));
  for (const row of document.querySelectorAll("#actor-table tr.chosen")) row.classList.remove("chosen");
  for (const i of chosen) $(`actor-${i}`)?.classList.add("chosen");
  if (chosen.length === 1 && !drawing?.svg.contains(document.activeElement)) drawing?.showNode?.(chosen[0]);
}

function showDrawing(next) {
  drawing = next;
  for (const each of drawings) each.figure.hidden = each !== next;
  showLook(next);
  clearFocus(next);
}

function measureOptions() {
  return measures.map((measure, i) => [String(i), shownName(measure.name)]);
}

function colorOptions() {
  const options = [["", "as drawn"]];
  if (new Set(actors.map((actor) => actor.kind)).size > 1) options.push(["kind", "kind"]);
  if (data.actors.community) options.push(["community", "community"]);
  if (data.actors.faction) options.push(["faction", "faction"]);
  return [...options, ...measureOptions()];
}

function wholeWindow(button) {
  const on = document.body.classList.toggle("whole-window");
  button.setAttribute("aria-pressed", String(on));
}

function zoomButtons() {
  const button = (text, label, action) =>
      el("button", {type: "button", "aria-label": label, title: label, onclick: action}, text);
  const whole = el(
      "button", {type: "button", "aria-pressed": "false", onclick: () => wholeWindow(whole)}, "Whole window");
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && $("card").hidden && document.body.classList.contains("whole-window"))
      wholeWindow(whole);
  });
  return el(
      "div", {class: "buttons zoom", role: "group", "aria-label": "Zoom"},
      button("+", "Zoom in", () => drawing.zoom?.(1.5)),
      button("−", "Zoom out", () => drawing.zoom?.(1 / 1.5)),
      button("Fit", "Show the whole figure", () => drawing.home?.()), whole);
}

function buildControls() {
  const controls = $("controls");
  if (!controls) return;
  const bar = el("div", {class: "bar"}, buildSearch(() => drawing));
  if (drawings.length > 1) {
    bar.append(labelled(
        "Figure", choice("figure-choice", drawings.map((each, i) => [String(i), each.title]), (value) => {
          showDrawing(drawings[Number(value)]);
          keepAddress();
        })));
  }
  const recolor = (key) => (value) => {
    look[key] = value;
    showLook(drawing);
    keepAddress();
  };
  bar.append(
      labelled("Color", choice("color", colorOptions(), recolor("color"))),
      labelled("Size", choice("size", [["", "as drawn"], ...measureOptions()], recolor("size"))),
      zoomButtons());
  const timeline = buildTimeline();
  if (timeline) controls.append(timeline);
  controls.append(
      bar, buildFilters(), el("div", {id: "legend", class: "legend", "aria-live": "polite"}),
      el("p", {class: "hint aside"},
         "Click an actor or a tie for its card. Keys: Tab to the figure, arrows from actor to actor, Enter " +
             "for the card, + and − to zoom, 0 for the whole."));
  controls.hidden = false;
  $("stage").after(el("div", {id: "questions"}, buildExplorer(), buildCite(() => drawing)));
}

function start() {
  for (const each of drawings) {
    prepareDrawing(each);
    watchDrawing(each);
    zoomable(each);
    listeners.push(() => filterDrawing(each));
  }
  buildTables();
  buildCard();
  if (drawing) {
    buildControls();
    showDrawing(drawing);
    // On a phone the drawing is wider than its frame: begin in the middle.
    for (const frame of document.querySelectorAll(".frame"))
      frame.scrollLeft = (frame.scrollWidth - frame.clientWidth) / 2;
  }
  $("main").append(buildDownloads(() => drawing));
  document.querySelector("nav ul")?.append(el("li", {}, el("a", {href: "#downloads"}, "Downloads")));
  watchCharts(() => drawing);
  foldSections();
  applyFilters();
  if (drawing) restoreFromAddress();
  keepAddress();
  listeners.push(keepAddress);
  document.documentElement.classList.add("scripted");
  if (location.hash && !showCard(addressParts().anchor)) unfoldTarget(addressParts().anchor);
}

start();
