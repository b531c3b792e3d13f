// The data behind the page, from the JSON that it carries: actors and ties as plain objects.

const data = JSON.parse(document.getElementById("data").textContent);

const wordAt = (column, i) => column.words[column.rows[i]];

const actors = data.actors.id.map(
    (id, i) => ({
      i,
      id,
      label: data.actors.label[i],
      kind: data.actors.kind[i],
      community: data.actors.community ? data.actors.community[i] : 0,
      faction: data.actors.faction ? data.actors.faction[i] : 0,
      attributes: data.actors.attributes.map((a) => [a.name, wordAt(a.cells, i)]).filter(([, cell]) => cell),
      ties: [],
    }));

const ties = data.ties.source.map((source, i) => {
  const t = data.ties;
  return {
    i,
    row: t.row[i],
    source,
    target: t.target[i],
    directed: t.directed[i] === 1,
    relation: t.relation ? wordAt(t.relation, i) : "",
    sign: t.sign ? t.sign[i] : 0,
    strength: t.strength ? t.strength[i] : 1,
    start: t.start ? wordAt(t.start, i) : "",
    end: t.end ? wordAt(t.end, i) : "",
    from: t.from ? t.from[i] : null,  // days since 1970; null: open
    to: t.to ? t.to[i] : null,
    confidence: t.confidence ? t.confidence[i] : 1,
    citation: t.citation ? wordAt(t.citation, i) : "",
    note: t.note ? wordAt(t.note, i) : "",
    place: t.place[i],
    attributes: t.attributes.map((a) => [a.name, wordAt(a.cells, i)]).filter(([, cell]) => cell),
  };
});
for (const tie of ties) {
  actors[tie.source].ties.push(tie);
  if (tie.target !== tie.source) actors[tie.target].ties.push(tie);
}

const measures = data.measures;
const sourceOf = new Map(data.sources.map((source) => [source.id, source]));
const positionOf = new Map(actors.map((actor) => [actor.id, actor.i]));
const hasSigns = ties.some((tie) => tie.sign !== 0);

const other = (tie, actor) => (tie.source === actor.i ? actors[tie.target] : actors[tie.source]);
const shownName = (measure) => measure.replaceAll("_", " ");
const signName = (sign) => (sign > 0 ? "positive" : sign < 0 ? "negative" : "unsigned");

// Rank 1 is the highest value; equal values (within 1e-9 of the larger) share a rank. null where the value is
// undefined.
const rankCache = new Map();
function ranks(measure) {
  if (rankCache.has(measure)) return rankCache.get(measure);
  const order = measure.values.map((value, i) => ({value, i}))
                    .filter((entry) => entry.value !== null)
                    .sort((a, b) => b.value - a.value);
  const result = measure.values.map(() => null);
  order.forEach((entry, place) => {
    const before = order[place - 1];
    const equal = before &&
        before.value - entry.value <= 1e-9 * Math.max(Math.abs(before.value), Math.abs(entry.value));
    result[entry.i] = equal ? result[before.i] : place + 1;
  });
  rankCache.set(measure, result);
  return result;
}

// YYYY, YYYY-MM or YYYY-MM-DD as the first and last day it may mean; null for anything else.
function parseDate(text) {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text.trim());
  if (!parts) return null;
  const year = Number(parts[1]), month = Number(parts[2] || 0), day = Number(parts[3] || 0);
  const dayNumber = (y, m, d) => {
    const date = new Date(0);
    date.setUTCFullYear(y, m, d);
    return date.getTime() / 86400000;
  };
  if (month > 12 || (parts[2] && month === 0) || (parts[3] && day === 0)) return null;
  if (!month) return [dayNumber(year, 0, 1), dayNumber(year, 11, 31)];
  const last = dayNumber(year, month, 0);
  const first = dayNumber(year, month - 1, 1);
  if (!day) return [first, last];
  return first + day - 1 <= last ? [first + day - 1, first + day - 1] : null;
}
