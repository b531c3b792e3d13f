// Finding an actor by a part of its name, without regard to case and accents.

const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function buildSearch(current) {
  const names = actors.map((actor) => folded(`${actor.label} ${actor.id}`));
  const list = el("ul", {id: "matches", hidden: true});
  const input = el(
      "input",
      {id: "search", type: "search", autocomplete: "off", spellcheck: "false", "aria-controls": "matches"});
  let found = [];
  const search = () => {
    const word = folded(input.value.trim());
    found = word ? actors.filter((actor) => names[actor.i].includes(word)) : [];
    found.sort(
        (a, b) => names[b.i].startsWith(word) - names[a.i].startsWith(word) || b.ties.length - a.ties.length);
    list.replaceChildren(...found.slice(0, 12).map(
        (actor) => el(
            "li", {}, actorLink(actor), el("span", {class: "aside"}, actor.kind ? ` ${actor.kind}` : ""))));
    if (found.length > 12) list.append(el("li", {class: "aside"}, `and ${found.length - 12} more`));
    if (word && !found.length) list.append(el("li", {class: "aside"}, "no actor of that name"));
    list.hidden = !word;
    if (word) say(found.length ? `${counted(found.length, "actor")} found` : "no actor found");
    const drawing = current();
    if (!drawing) return;
    for (const [i, node] of drawing.nodes) node.group.classList.toggle("found", found.includes(actors[i]));
    drawing.svg.classList.toggle("searching", found.length > 0);
  };
  input.addEventListener("input", search);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && found.length) {
      openCard(`#actor-${found[0].i}`, input);
      event.preventDefault();
    } else if (event.key === "ArrowDown") {
      list.querySelector("a")?.focus();
      event.preventDefault();
    } else if (event.key === "Escape") {
      input.value = "";
      search();
    }
  });
  list.addEventListener("keydown", (event) => {
    const links = [...list.querySelectorAll("a")], at = links.indexOf(document.activeElement);
    if (event.key === "ArrowDown")
      links[Math.min(at + 1, links.length - 1)]?.focus();
    else if (event.key === "ArrowUp")
      (at > 0 ? links[at - 1] : input).focus();
    else if (event.key === "Escape")
      input.focus();
    else
      return;
    event.preventDefault();
  });
  return el("div", {class: "search", role: "search"}, labelled("Find an actor", input), list);
}
