// Moving about in a drawing: its viewBox changes, by buttons, wheel, drag, pinch and keys.

function zoomable(drawing) {
  const {svg} = drawing;
  const home = (svg.getAttribute("viewBox") || "").trim().split(/[\s,]+/).map(Number);
  if (home.length !== 4 || home.some(Number.isNaN)) return;
  let view = [...home];
  const scale = () => home[2] / view[2];

  const apply = () => {
    const clamp = (value, low, high) => Math.min(Math.max(value, low), high);
    view[0] = clamp(view[0], home[0] - view[2] / 2, home[0] + home[2] - view[2] / 2);
    view[1] = clamp(view[1], home[1] - view[3] / 2, home[1] + home[3] - view[3] / 2);
    svg.setAttribute("viewBox", view.map((v) => Number(v.toFixed(2))).join(" "));
    svg.classList.toggle("zoomed", scale() > 1.001);
  };
  // A point of the screen in the drawing's units.
  const at = (x, y) => {
    const point = new DOMPoint(x, y).matrixTransform(svg.getScreenCTM().inverse());
    return [point.x, point.y];
  };
  const zoom = (factor, x = view[0] + view[2] / 2, y = view[1] + view[3] / 2) => {
    const next = Math.min(Math.max(scale() * factor, 1), 40);
    const ratio = scale() / next;
    view = [x - (x - view[0]) * ratio, y - (y - view[1]) * ratio, view[2] * ratio, view[3] * ratio];
    if (next === 1) view = [...home];
    apply();
  };
  const pan = (dx, dy) => {
    view[0] += dx * view[2];
    view[1] += dy * view[3];
    apply();
  };
  drawing.zoom = zoom;
  drawing.home = () => {
    view = [...home];
    apply();
  };
  drawing.scale = scale;
  drawing.showNode = (i) => {
    const node = drawing.nodes.get(i);
    if (!node || scale() <= 1.001) return;
    const box = node.group.getBBox();
    view[0] = box.x + box.width / 2 - view[2] / 2;
    view[1] = box.y + box.height / 2 - view[3] / 2;
    apply();
  };

  // The wheel zooms once the drawing is in use (or with Ctrl); before that it scrolls the page past it.
  svg.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !drawing.figure.contains(document.activeElement) && scale() <= 1.001) return;
    event.preventDefault();
    zoom(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.002)), ...at(event.clientX, event.clientY));
  }, {passive: false});

  const fingers = new Map();
  let travelled = 0;
  svg.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "mouse" && event.button !== 0) return;
    if (fingers.size === 0) {
      travelled = 0;
      drawing.dragged = false;
    }
    fingers.set(event.pointerId, [event.clientX, event.clientY]);
  });
  svg.addEventListener("pointermove", (event) => {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const now = [event.clientX, event.clientY];
    const unit = at(1, 0)[0] - at(0, 0)[0];
    if (fingers.size === 1) {
      travelled += Math.hypot(now[0] - before[0], now[1] - before[1]);
      if (travelled < 5) return;
      if (!drawing.dragged) svg.setPointerCapture(event.pointerId);
      drawing.dragged = true;
      view[0] -= (now[0] - before[0]) * unit;
      view[1] -= (now[1] - before[1]) * unit;
      apply();
    } else if (fingers.size === 2) {
      drawing.dragged = true;
      const [, still] = [...fingers].find(([id]) => id !== event.pointerId);
      const apart = (p) => Math.hypot(p[0] - still[0], p[1] - still[1]);
      if (apart(before) > 0)
        zoom(apart(now) / apart(before), ...at((now[0] + still[0]) / 2, (now[1] + still[1]) / 2));
    }
    fingers.set(event.pointerId, now);
  });
  for (const end of ["pointerup", "pointercancel"])
    svg.addEventListener(end, (event) => fingers.delete(event.pointerId));
  svg.addEventListener(
      "dblclick", (event) => zoom(event.shiftKey ? 0.5 : 2, ...at(event.clientX, event.clientY)));

  drawing.figure.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const keys = {
      "+": () => zoom(1.4),
      "=": () => zoom(1.4),
      "-": () => zoom(1 / 1.4),
      0: drawing.home,
      ArrowLeft: () => pan(-0.1, 0),
      ArrowRight: () => pan(0.1, 0),
      ArrowUp: () => pan(0, -0.1),
      ArrowDown: () => pan(0, 0.1),
    };
    if (!keys[event.key] || (event.key.startsWith("Arrow") && scale() <= 1.001)) return;
    keys[event.key]();
    event.preventDefault();
  });
}
