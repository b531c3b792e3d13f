// The data behind the page, from the JSON that it carries: actors and ties as plain objects.

const data = JSON.parse(document.getElementById("data").textContent);

// A column comes as its values, of many rows as the different values and which row has which, or as the first
// value and the step to the next.
function expanded(column, length) {
  if (!column || Array.isArray(column)) return column;
  if (column.step !== undefined) return Array.from({length}, (_, i) => column.first + i * column.step);
  return column.rows.map((row) => column.words[row]);
}

const actorColumn = (name) => expanded(data.actors[name], data.actors.id.length);
const tieColumn = (name) => expanded(data.ties[name], data.ties.source.length);

function attributesOf(table, length) {
  const columns = table.attributes.map((a) => [a.name, expanded(a.cells, length)]);
  return (i) => columns.map(([name, cells]) => [name, cells[i]]).filter(([, cell]) => cell);
}

function readActors() {
  const kind = actorColumn("kind"), community = actorColumn("community"), faction = actorColumn("faction");
  const attributes = attributesOf(data.actors, data.actors.id.length);
  return data.actors.id.map((id, i) => ({
                              i,
                              id,
                              label: data.actors.label[i],
                              kind: kind[i],
                              community: community ? community[i] : 0,
                              faction: faction ? faction[i] : 0,
                              attributes: attributes(i),
                              ties: [],
                            }));
}

// "ties.csv, line 3" of each row.
function readPlaces() {
  const {place, source} = data.ties;
  if (Array.isArray(place)) return place;
  const file = expanded(place.file, source.length), line = expanded(place.line, source.length);
  return file.map((name, i) => (name ? `${name}, line ${line[i]}` : ""));
}

function readTies() {
  const column = Object.fromEntries([
    "row", "directed", "relation", "sign", "strength", "start", "end", "from", "to", "confidence", "citation",
    "note"
  ].map((name) => [name, tieColumn(name)]));
  const places = readPlaces();
  const attributes = attributesOf(data.ties, data.ties.source.length);
  const cell = (name, i, otherwise) => (column[name] ? column[name][i] : otherwise);
  return data.ties.source.map((source, i) => ({
                                i,
                                row: column.row[i],
                                source,
                                target: data.ties.target[i],
                                directed: column.directed[i] === 1,
                                relation: cell("relation", i, ""),
                                sign: cell("sign", i, 0),
                                strength: cell("strength", i, 1),
                                start: cell("start", i, ""),
                                end: cell("end", i, ""),
                                from: cell("from", i, null),  // days since 1970; null: open
                                to: cell("to", i, null),
                                confidence: cell("confidence", i, 1),
                                citation: cell("citation", i, ""),
                                note: cell("note", i, ""),
                                place: places[i],
                                attributes: attributes(i),
                              }));
}

const actors = readActors();
const ties = readTies();
for (const tie of ties) {
  actors[tie.source].ties.push(tie);
  if (tie.target !== tie.source) actors[tie.target].ties.push(tie);
}

const measures =
    data.measures.map((measure) => ({...measure, values: expanded(measure.values, actors.length)}));
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
