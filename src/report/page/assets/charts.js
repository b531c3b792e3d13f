// Charts and drawings point at each other: who is meant by a mark stands out in the drawing, and the other
// way round.

const marks = [...document.querySelectorAll("figure.chart g.mark[data-id]")].filter(
    (mark) => positionOf.has(mark.dataset.id));

function pointAtMarks(i) {
  for (const mark of marks) {
    const near = i !== null && positionOf.get(mark.dataset.id) === i;
    mark.classList.toggle("near", near);
  }
  for (const svg of document.querySelectorAll("figure.chart svg"))
    svg.classList.toggle("pointing", i !== null && svg.querySelector("g.mark.near") !== null);
}

function watchCharts(current) {
  for (const mark of marks) {
    const i = positionOf.get(mark.dataset.id);
    mark.addEventListener("pointerenter", () => {
      if (current()) focusOn(current(), i);
      pointAtMarks(i);
    });
    mark.addEventListener("pointerleave", () => {
      if (current()) clearFocus(current());
      pointAtMarks(null);
    });
    mark.addEventListener("click", () => openCard(`#actor-${i}`, mark));
  }
}
