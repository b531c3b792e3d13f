// The page's address holds what is shown: #actor-3?color=community&size=0&figure=1&off-kind=state, so that a
// finding can be linked to.

function addressParts() {
  const [anchor, query = ""] = location.hash.split("?");
  return {anchor: anchor === "#" ? "" : anchor, query: new URLSearchParams(query)};
}

function shownQuery() {
  const query = new URLSearchParams();
  if (look.color !== "") query.set("color", look.color);
  if (look.size !== "") query.set("size", look.size);
  if (drawings.indexOf(drawing) > 0) query.set("figure", String(drawings.indexOf(drawing)));
  for (const key of ["kinds", "relations", "signs"])
    for (const value of filters[key]) query.append(`off-${key}`, value);
  for (const key of ["from", "to"]) {
    const input = document.querySelector(`[data-date="${key}"]`);
    if (filters[key] && input) query.set(key, input.value.trim());
  }
  if (filters.confidence > 0) query.set("confidence", String(filters.confidence));
  if (filters.tied) query.set("tied", "1");
  if (slice !== null) query.set("time", slices[slice].label);
  addQuestions(query);
  return query;
}

// The questions asked of the network, by the actors' ids.
function addQuestions(query) {
  ["path-from", "path-to"].forEach((key, place) => {
    if (explore.path[place] !== null) query.set(key, actors[explore.path[place]].id);
  });
  if (explore.around !== null) query.set("around", actors[explore.around].id);
  if (explore.depth !== 1) query.set("depth", String(explore.depth));
  for (const i of explore.without) query.append("without", actors[i].id);
  for (const key of ["signs", "length"]) {
    const control = $(`explore-${key}`);
    if (control && control.value !== control.dataset.usual) query.set(`take-${key}`, control.value);
  }
  if (!explore.directed) query.set("directed", "0");
}

function addressWith(anchor) {
  const query = shownQuery().toString();
  return (anchor || "#") + (query ? `?${query}` : "");
}

// After a change of what is shown; the card keeps its place in the address.
function keepAddress() {
  const {anchor} = addressParts();
  const address = addressWith(anchor);
  history.replaceState(null, "", address === "#" ? location.pathname + location.search : address);
}

// Puts the controls where the address says; unknown words are ignored.
function restoreFromAddress() {
  const {query} = addressParts();
  const select = (id, value) => {
    const control = $(id);
    if (!control || value === null || ![...control.options].some((option) => option.value === value)) return;
    control.value = value;
    control.dispatchEvent(new Event("change"));
  };
  restoreSlice(query.get("time"));
  select("figure-choice", query.get("figure"));
  select("color", query.get("color"));
  select("size", query.get("size"));
  for (const key of ["kinds", "relations", "signs"]) {
    const off = query.getAll(`off-${key}`);
    for (const box of document.querySelectorAll(`input[data-of="${key}"]`))
      if (off.includes(box.dataset.value)) box.click();
  }
  for (const key of ["from", "to"]) {
    const input = document.querySelector(`[data-date="${key}"]`);
    if (!input || query.get(key) === null) continue;
    input.value = query.get(key);
    input.dispatchEvent(new Event("input"));
  }
  const confidence = document.querySelector("[data-confidence]");
  if (confidence && query.get("confidence") !== null) {
    confidence.value = query.get("confidence");
    confidence.dispatchEvent(new Event("input"));
  }
  restoreQuestions(query, select);
  if (query.get("tied") === "1") document.querySelector("input[data-of='tied']")?.click();
}

function restoreQuestions(query, select) {
  if (!$("explorer")) return;
  for (const key of ["signs", "length"]) select(`explore-${key}`, query.get(`take-${key}`));
  if (query.get("directed") === "0") $("explore-directed")?.click();
  select("depth", query.get("depth"));
  for (const key of ["path-from", "path-to", "around", "without"]) {
    for (const id of query.getAll(key)) {
      const i = positionOf.get(id), input = document.querySelector(`[data-actor="${key}"]`);
      if (i === undefined) continue;
      input.value = askedNames[i];
      input.dispatchEvent(new Event("change"));
    }
  }
  if (isExploring()) $("explorer").open = true;
}
