// Questions asked of the network: paths between two actors, an actor's surroundings, who is taken out.

const isExploring = () => explore.path[0] !== null || explore.path[1] !== null || explore.around !== null ||
    explore.without.size > 0;

// A name that is unique: the label, with the id where several share it.
const askedNames = (() => {
  const times = new Map();
  for (const actor of actors) times.set(actor.label, (times.get(actor.label) || 0) + 1);
  return actors.map((actor) => (times.get(actor.label) > 1 ? `${actor.label} (${actor.id})` : actor.label));
})();
const askedActor = new Map(askedNames.map((text, i) => [folded(text), i]));

// The actor that a box names, null for an empty or unknown one.
function actorNamed(text) {
  const word = folded(text.trim());
  if (!word) return null;
  return askedActor.get(word) ?? positionOf.get(text.trim()) ?? null;
}

// A box for an actor's name with all names to choose from; calls back when it names one or is emptied.
function actorBox(text, key, onchosen) {
  const input = el("input", {
    type: "text",
    list: "actor-names",
    autocomplete: "off",
    spellcheck: "false",
    "data-actor": key,
    onchange: () => {
      const i = actorNamed(input.value);
      input.setAttribute("aria-invalid", String(i === null && input.value.trim() !== ""));
      onchosen(i);
    },
  });
  return labelled(text, input);
}

function actorNames() {
  return el("datalist", {id: "actor-names"}, askedNames.map((text) => el("option", {value: text})));
}

const answer = (id) => el("div", {id, class: "answer", role: "status"});

function answerPaths() {
  const [start, end] = explore.path;
  if (start === null || end === null) {
    $("path-answer").replaceChildren();
    pin(drawing, null);
    return;
  }
  const found = start === end ? null : shortestPaths(start, end);
  $("path-answer").replaceChildren(...pathAnswer(start, end, found).filter((part) => part));
  pin(drawing,
      found ? {nodes: found.nodes, ties: found.rows} : {nodes: new Set([start, end]), ties: new Set()});
}

function answerAround() {
  const place = $("around-answer");
  if (explore.around === null) return place.replaceChildren();
  const rings = [];
  for (let depth = 1; depth <= explore.depth; ++depth) {
    const here = surroundings(explore.around, depth).size - surroundings(explore.around, depth - 1).size;
    rings.push(`${here.toLocaleString("en")} at ${counted(depth, "step")}`);
  }
  place.replaceChildren(
      el("p", {}, "Shown: ", actorLink(actors[explore.around]), ` and ${rings.join(", ")}.`));
}

function answerWithout() {
  const back = (i) =>
      el("li", {}, actorLink(actors[i]), " ",
         el("button",
            {type: "button", "aria-label": `Put ${actors[i].label} back`, onclick: () => takeOut(i, false)},
            "Put back"));
  $("without-list").replaceChildren(...[...explore.without].map(back));
  $("without-answer").replaceChildren(...removalAnswer().filter((part) => part));
}

// After a question or a filter has changed.
function answerAll() {
  if (!$("explorer")) return;
  answerPaths();
  answerAround();
  answerWithout();
}

function takeOut(i, out = true) {
  if (out)
    explore.without.add(i);
  else
    explore.without.delete(i);
  applyFilters();
  if (!out) document.querySelector('[data-actor="without"]').focus();
}

// Puts a question from elsewhere, a card, into its box and opens the panel.
function ask(key, i) {
  $("explorer").open = true;
  const input = document.querySelector(`[data-actor="${key}"]`);
  input.value = askedNames[i];
  input.dispatchEvent(new Event("change"));
  input.scrollIntoView({block: "nearest"});
  if (key === "path-from")
    document.querySelector('[data-actor="path-to"]').focus();
  else
    input.focus();
}

function tieChoices() {
  const some = (key) => (value) => {
    explore[key] = value;
    applyFilters();
  };
  const parts = [];
  if (hasSigns) {
    const signs = [["nonnegative", "all but hostile ones"], ["positive", "positive ones"], ["all", "all"]];
    parts.push(labelled("ties taken", choice("explore-signs", signs, some("signs"))));
  }
  if (data.ties.strength) {
    const lengths = [["steps", "steps"], ["strength", "1/strength: strong ties are short"]];
    parts.push(labelled("length of a path", choice("explore-length", lengths, some("length"))));
  }
  if (ties.some((tie) => tie.directed)) {
    const box = el("input", {
      type: "checkbox",
      id: "explore-directed",
      checked: true,
      onchange: (event) => some("directed")(event.target.checked)
    });
    parts.push(el("label", {}, box, " paths follow the direction of ties"));
  }
  return parts.length ? el("div", {class: "choices"}, parts) : null;
}

function pathFields() {
  const chosen = (place) => (i) => {
    explore.path[place] = i;
    applyFilters();
  };
  return el(
      "fieldset", {"data-question": "paths"}, el("legend", {}, "Paths"),
      actorBox("path from", "path-from", chosen(0)), actorBox("path to", "path-to", chosen(1)),
      answer("path-answer"));
}

function aroundFields() {
  const depths = ["1", "2", "3"].map((depth) => [depth, counted(Number(depth), "step")]);
  const depth = choice("depth", depths, (value) => {
    explore.depth = Number(value);
    applyFilters();
  });
  const box = actorBox("around", "around", (i) => {
    explore.around = i;
    applyFilters();
  });
  return el(
      "fieldset", {"data-question": "around"}, el("legend", {}, "Surroundings"), box,
      labelled("within", depth), answer("around-answer"));
}

function withoutFields() {
  const box = actorBox("take out", "without", (i) => {
    if (i === null) return;
    const input = document.querySelector('[data-actor="without"]');
    input.value = "";
    takeOut(i);
  });
  return el(
      "fieldset", {"data-question": "without"}, el("legend", {}, "Without"), box,
      el("ul", {id: "without-list", class: "taken-out"}), answer("without-answer"));
}

function forgetQuestions() {
  Object.assign(explore, {path: [null, null], around: null, depth: 1, without: new Set()});
  for (const input of document.querySelectorAll("#explorer [data-actor]")) {
    input.value = "";
    input.setAttribute("aria-invalid", "false");
  }
  $("depth").value = "1";
  applyFilters();
}

function buildExplorer() {
  if (/(^|, )weighted/.test(data.settings.measures || "") && data.ties.strength) explore.length = "strength";
  const panel =
      el("details", {id: "explorer"}, el("summary", {}, "Paths, surroundings, removals"),
         el("div", {class: "filters"}, tieChoices(), pathFields(), aroundFields(), withoutFields(),
            el("p", {class: "buttons"},
               el("button", {type: "button", onclick: forgetQuestions}, "Forget these questions"),
               el("span", {class: "aside"}, " The filters hold here too: what they hide is not there."))),
         actorNames());
  const signs = panel.querySelector("#explore-signs"), length = panel.querySelector("#explore-length");
  if (length) length.value = explore.length;
  for (const control of [signs, length])
    if (control) control.dataset.usual = control.value;
  listeners.push(answerAll);
  return panel;
}
