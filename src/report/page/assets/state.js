// What is shown: the filters, and the actors and ties that pass them. Everything that depends on it listens.

const filters = {
  kinds: new Set(),  // those switched off
  relations: new Set(),
  signs: new Set(),
  from: null,  // [first day, last day] or null
  to: null,
  confidence: 0,
  tied: false,  // hide actors without a shown tie
};

// What the reader asks of the network beside the filters.
const explore = {
  path: [null, null],  // actors' positions
  around: null,        // whose surroundings are shown
  depth: 1,
  without: new Set(),    // those taken out
  signs: "nonnegative",  // ties taken: nonnegative, positive or all
  directed: true,        // along their direction, where ties have one
  length: "steps",       // or "strength": 1/strength each
};

const shownActors = actors.map(() => true);
const shownTies = ties.map(() => true);
const listeners = [];

function holds(tie) {
  const first = filters.from ? filters.from[0] : -Infinity;
  const last = filters.to ? filters.to[1] : Infinity;
  return (tie.from === null || tie.from <= last) && (tie.to === null || tie.to >= first);
}

// Which actors and ties pass the filters of kinds, dates …, before an actor's surroundings are asked for.
function passFilters() {
  for (const actor of actors)
    shownActors[actor.i] =
        !filters.kinds.has(actor.kind) && !explore.without.has(actor.i) && activeInSlice(actor.i);
  for (const tie of ties) {
    shownTies[tie.i] = shownActors[tie.source] && shownActors[tie.target] &&
        !filters.relations.has(tie.relation) && !filters.signs.has(signName(tie.sign)) &&
        tie.confidence >= filters.confidence && holds(tie) && inSlice(tie);
  }
}

function keepAmong(kept) {
  for (const actor of actors) shownActors[actor.i] = shownActors[actor.i] && kept.has(actor.i);
  for (const tie of ties)
    shownTies[tie.i] = shownTies[tie.i] && shownActors[tie.source] && shownActors[tie.target];
}

function applyFilters() {
  passFilters();
  if (explore.around !== null) keepAmong(surroundings(explore.around, explore.depth));
  if (filters.tied) {
    for (const actor of actors)
      shownActors[actor.i] = shownActors[actor.i] && actor.ties.some((tie) => shownTies[tie.i]);
  }
  for (const listener of listeners) listener();
}

const countShown = (flags) => flags.reduce((sum, flag) => sum + (flag ? 1 : 0), 0);
