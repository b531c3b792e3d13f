// The controls above the drawing that leave actors and ties out of the drawing and the tables.

function tallied(values) {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) || 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

// A box for each value; `off` is the set of values that are left out.
function boxes(title, values, off, key) {
  if (values.length < 2) return null;
  const inputs = [];
  const all = (checked) => {
    for (const input of inputs) input.checked = checked;
    off.clear();
    if (!checked)
      for (const [value] of values) off.add(value);
    applyFilters();
  };
  const list = values.map(([value, count]) => {
    const input = el("input", {
      type: "checkbox",
      checked: true,
      "data-of": key,
      "data-value": value,
      onchange: () => {
        if (input.checked)
          off.delete(value);
        else
          off.add(value);
        applyFilters();
      }
    });
    inputs.push(input);
    return el(
        "li", {},
        el("label", {}, input, " ", name(value || "(none)"),
           el("span", {class: "aside"}, ` ${count.toLocaleString("en")}`)));
  });
  return el(
      "fieldset", {"data-filter": title}, el("legend", {}, title), el("ul", {}, list),
      values.length < 4 ?
          null :
          el("p", {class: "buttons"}, el("button", {type: "button", onclick: () => all(true)}, "All"),
             el("button", {type: "button", onclick: () => all(false)}, "None")));
}

function dateBox(text, key) {
  const input = el("input", {
    type: "text",
    inputmode: "numeric",
    placeholder: "YYYY-MM-DD",
    size: "10",
    autocomplete: "off",
    "data-date": key
  });
  input.addEventListener("input", () => {
    const day = input.value.trim() === "" ? null : parseDate(input.value);
    const wrong = day === null && input.value.trim() !== "";
    input.setAttribute("aria-invalid", String(wrong));
    if (wrong) return;
    filters[key] = day;
    applyFilters();
  });
  return labelled(text, input);
}

function dateFields() {
  if (!ties.some((tie) => tie.from !== null || tie.to !== null)) return null;
  const written = ties.flatMap((tie) => [tie.start, tie.end]).filter((date) => date).sort();
  return el(
      "fieldset", {"data-filter": "dates"}, el("legend", {}, "held between"), dateBox("from", "from"),
      dateBox("to", "to"),
      el("p", {class: "aside"},
         `A year, month or day; the data run from ${written[0]} to ${
             written[written.length - 1]}. Ties without a date may hold at any time.`));
}

function confidenceField() {
  if (!ties.some((tie) => tie.confidence < 1)) return null;
  const output = el("output", {}, "0");
  const input =
      el("input", {type: "range", min: "0", max: "1", step: "0.05", value: "0", "data-confidence": true});
  input.addEventListener("input", () => {
    filters.confidence = Number(input.value);
    output.textContent = input.value;
    applyFilters();
  });
  return el(
      "fieldset", {"data-filter": "confidence"}, el("legend", {}, "confidence"),
      el("label", {class: "control"}, el("span", {}, "at least ", output), input));
}

function buildFilters() {
  const form = el(
      "form", {
        class: "filters",
        onsubmit: (event) => event.preventDefault(),
        onreset: () => setTimeout(() => {
          for (const off of [filters.kinds, filters.relations, filters.signs]) off.clear();
          Object.assign(filters, {from: null, to: null, confidence: 0, tied: false});
          for (const output of form.querySelectorAll("output")) output.textContent = "0";
          for (const input of form.querySelectorAll("[aria-invalid]"))
            input.setAttribute("aria-invalid", "false");
          applyFilters();
        })
      },
      boxes("kind", tallied(actors.map((actor) => actor.kind)), filters.kinds, "kinds"),
      hasSigns ? boxes("sign", tallied(ties.map((tie) => signName(tie.sign))), filters.signs, "signs") : null,
      boxes("relation", tallied(ties.map((tie) => tie.relation)), filters.relations, "relations"),
      dateFields(), confidenceField(),
      el("fieldset", {"data-filter": "tied"}, el("legend", {}, "actors"),
         el("label", {}, el("input", {
              type: "checkbox",
              "data-of": "tied",
              onchange: (event) => {
                filters.tied = event.target.checked;
                applyFilters();
              }
            }),
            " only those with a tie shown")),
      el("p", {class: "buttons"}, el("button", {type: "reset"}, "Show everything again"),
         el("span", {class: "aside"}, " Filters hide; the measures stay those of the whole network.")));
  const count = el("span", {class: "count"});
  listeners.push(() => {
    const a = countShown(shownActors), t = countShown(shownTies);
    const text = a === actors.length && t === ties.length ?
        `all ${counted(a, "actor")} and ${counted(t, "tie")} shown` :
        `${a.toLocaleString("en")} of ${counted(actors.length, "actor")} and ${t.toLocaleString("en")} of ${
            counted(ties.length, "tie")} shown`;
    if (count.textContent && count.textContent !== text) say(text);
    count.textContent = text;
  });
  return el("details", {id: "filters"}, el("summary", {}, "Filters: ", count), form);
}
