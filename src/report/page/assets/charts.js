// Charts and drawings point at each other: who is meant by a mark stands out in the drawing, and the other
// way round. A mark is an actor or a community.

const membersOf = (mark) => {
  const i = positionOf.get(mark.dataset.id);
  if (i !== undefined) return [i];
  const community = Number(mark.dataset.community || 0);
  return community ? actors.filter((actor) => actor.community === community).map((actor) => actor.i) : [];
};

const marks = [...document.querySelectorAll("figure.chart g.mark")]
                  .map((mark) => ({mark, svg: mark.ownerSVGElement, members: new Set(membersOf(mark))}))
                  .filter(({members}) => members.size);

// The marks that stand for an actor, or for the community it is in; all others step back.
function pointAtMarks(i) {
  const pointing = new Set();
  for (const {mark, svg, members} of marks) {
    const near = i !== null && members.has(i);
    mark.classList.toggle("near", near);
    if (near) pointing.add(svg);
  }
  for (const svg of document.querySelectorAll("figure.chart svg"))
    svg.classList.toggle("pointing", pointing.has(svg));
}

// A community's members with the ties among them.
function raiseMembers(drawing, members) {
  const among = (tie) => shownTies[tie.i] && members.has(tie.source) && members.has(tie.target);
  raise(drawing, members, new Set(ties.filter(among)));
}

function lookAtMark({mark, members}, current) {
  const [first] = members;
  if (current()) {
    if (members.size > 1 || !mark.dataset.id)
      raiseMembers(current(), members);
    else
      focusOn(current(), first);
  }
  if (members.size === 1) pointAtMarks(first);
}

function leaveMark(current) {
  if (current()) clearFocus(current());
  pointAtMarks(null);
}

// What a mark leads to: an actor's card, a community's place in its section.
function openMark({mark, members}) {
  const [first] = members;
  if (mark.dataset.id) openCard(`#actor-${first}`, mark);
}

// One mark of a chart is a tab stop; arrows move from mark to mark.
function markKey(own, at, event) {
  const steps = {ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1};
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Enter" || event.key === " ")
    openMark(own[at]);
  else if (steps[event.key])
    moveFocus(own[at].mark, own[at + steps[event.key]]?.mark);
  else
    return;
  event.preventDefault();
}

function watchCharts(current) {
  for (const svg of new Set(marks.map((entry) => entry.svg))) {
    const own = marks.filter((entry) => entry.svg === svg);
    svg.setAttribute("role", "group");
    own.forEach((entry, at) => {
      const {mark} = entry;
      mark.setAttribute("role", mark.dataset.id ? "button" : "img");
      mark.setAttribute("tabindex", at === 0 ? "0" : "-1");
      mark.setAttribute("aria-label", mark.querySelector("title")?.textContent || "");
      for (const enter of ["pointerenter", "focus"])
        mark.addEventListener(enter, () => lookAtMark(entry, current));
      for (const leave of ["pointerleave", "blur"]) mark.addEventListener(leave, () => leaveMark(current));
      mark.addEventListener("click", () => openMark(entry));
      mark.addEventListener("keydown", (event) => markKey(own, at, event));
    });
  }
}
