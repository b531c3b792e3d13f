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

const shownActors = actors.map(() => true);
const shownTies = ties.map(() => true);
const listeners = [];

function holds(tie) {
  const first = filters.from ? filters.from[0] : -Infinity;
  const last = filters.to ? filters.to[1] : Infinity;
  return (tie.from === null || tie.from <= last) && (tie.to === null || tie.to >= first);
}

function applyFilters() {
  for (const actor of actors) shownActors[actor.i] = !filters.kinds.has(actor.kind);
  for (const tie of ties) {
    shownTies[tie.i] = shownActors[tie.source] && shownActors[tie.target] &&
        !filters.relations.has(tie.relation) && !filters.signs.has(signName(tie.sign)) &&
        tie.confidence >= filters.confidence && holds(tie);
  }
  if (filters.tied) {
    for (const actor of actors)
      shownActors[actor.i] = shownActors[actor.i] && actor.ties.some((tie) => shownTies[tie.i]);
  }
  for (const listener of listeners) listener();
}

const countShown = (flags) => flags.reduce((sum, flag) => sum + (flag ? 1 : 0), 0);
