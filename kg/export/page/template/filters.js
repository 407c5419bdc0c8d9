// Which things and lines the types, the statuses and the time let pass, and which of them the graph shows.

let passing = new Set();

const inTime = (thing) => {
  if (!thing.first) return state.undated;
  return (
    (!state.from || lastDay(thing).slice(0, 7) >= state.from) &&
    (!state.to || thing.first.slice(0, 7) <= state.to)
  );
};
const eventPasses = (thing) =>
  state.types.has(thing.type) && state.statuses.has(thing.status) && inTime(thing);
const isNarrowed = () =>
  Boolean(state.from || state.to || !state.undated || state.statuses.size < STATUSES.length);
const actorPasses = (n, told) =>
  state.types.has(things[n].type) && (!isNarrowed() || eventsOf(n).some((event) => told.has(event)));
const filter = () => {
  const told = new Set(events.filter((n) => eventPasses(things[n])));
  passing = new Set(numbers.filter((n) => (things[n].event ? told.has(n) : actorPasses(n, told))));
};

const isTie = (line) => line.tone === "belonging";
const linePasses = (line) =>
  state.types.has(line.tone) &&
  passing.has(line.from) &&
  passing.has(line.to) &&
  (isTie(line) || line.tells.some((n) => passing.has(n)));
const neighbours = (n) =>
  linesAt(n)
    .filter(linePasses)
    .map((line) => other(line, n));

const within = (starts, steps) => {
  const seen = new Set(starts);
  let edge = [...starts];
  for (let step = 0; step < steps; step += 1) {
    edge = [...new Set(edge.flatMap(neighbours))].filter((n) => !seen.has(n));
    edge.forEach((n) => seen.add(n));
  }
  return seen;
};
const drawnOf = (some) =>
  some.flatMap((n) => (nodes.has(n) ? [n] : actorsOf(n).filter((who) => nodes.has(who))));
const opening = () => {
  const all = [...nodes.keys()];
  if (!hasCore || state.whole) return all;
  const grown = [...state.grown, ...state.node].flatMap((n) =>
    state.grown.includes(n) ? [n, ...neighbours(n)] : [n],
  );
  return [...all.filter((n) => nodes.get(n).core), ...drawnOf(grown)];
};
const shownNodes = () => {
  const onPath = pathNow() ? pathNow().flatMap(({ n }) => [n]) : [];
  const base = state.focus && state.node.length ? within(drawnOf(state.node), state.focus) : opening();
  return new Set([...base, ...onPath].filter((n) => nodes.has(n) && passing.has(n)));
};
