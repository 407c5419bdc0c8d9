// What changed: what the months of the brush brought, against all that was told of the time before them.

const MOST_NAMED = 12;
const datedFacts = findings.dated.map(([n, ...actors]) => ({ n, actors, month: lastDay(things[n]).slice(0, 7) }));
const lastMonth = datedFacts.reduce((last, { month }) => (month > last ? month : last), "");
const spanNow = () =>
  state.from || state.to ? [state.from || months[0], state.to || months.at(-1)] : [lastMonth, lastMonth];

// As in `kg analyze`: an event of n actors ties each two of them with the weight 1/(n - 1).
const tiesOf = (some) => {
  const [pairs, strength] = [new Map(), new Map(some.flatMap(({ actors }) => actors.map((n) => [n, 0])))];
  for (const { n, actors } of some)
    for (const [i, one] of actors.entries())
      for (const two of actors.slice(i + 1)) {
        const name = `${one} ${two}`;
        pairs.set(name, [...(pairs.get(name) || []), n]);
        for (const end of [one, two]) strength.set(end, strength.get(end) + 1 / (actors.length - 1));
      }
  return { pairs, strength };
};
const ranksOf = (strength) => {
  const weight = (n) => Math.round(strength.get(n) * 1e9);
  const order = [...strength.keys()].sort(
    (a, b) => weight(b) - weight(a) || (things[a].id < things[b].id ? -1 : 1),
  );
  return new Map(order.map((n, i) => [n, i + 1]));
};
const changeNow = () => {
  const [from, to] = spanNow();
  const upTo = datedFacts.filter(({ month }) => month <= to);
  const before = upTo.filter(({ month }) => month < from);
  const [then, now] = [tiesOf(before), tiesOf(upTo)];
  const [old, ranks] = [ranksOf(then.strength), ranksOf(now.strength)];
  const actors = [...ranks.keys()];
  return {
    span: [from, to],
    brought: upTo.filter(({ month }) => month >= from).map(({ n }) => n),
    actors: actors.filter((n) => !old.has(n)),
    pairs: [...now.pairs].filter(([name]) => !then.pairs.has(name)).sort(([, some], [, others]) => others.length - some.length),
    ranks: actors.filter((n) => old.has(n) && old.get(n) !== ranks.get(n)).map((n) => [n, old.get(n), ranks.get(n)]),
  };
};

const firstOf = (some, tell) => [
  some.slice(0, MOST_NAMED).flatMap((one, i) => (i ? [", ", tell(one)] : [tell(one)])),
  some.length > MOST_NAMED ? ` and ${some.length - MOST_NAMED} more` : "",
];
const tellPair = ([name, some]) => {
  const [one, two] = name.split(" ").map((n) => own(nameOf(Number(n))));
  return toAll(some, [one, " – ", two]);
};
const tellMove = ([n, old, now]) => [to(n), ` ${old} → ${now}`];
// An event is counted when it was over for certain.
const tellBrought = (brought, from) => {
  const early = brought.filter((n) => things[n].first.slice(0, 7) < from);
  return [eventsOfRow(brought), early.length ? [", of which ", toAll(early, `${early.length} may lie before`)] : ""];
};
const spanWords = ([from, to]) => (from === to ? named(from) : `${named(from)} – ${named(to)}`);
const changed = () => {
  const title = el("h2", {}, "What changed");
  if (!datedFacts.length) return [title, el("p", { class: "hint" }, "Nothing of the kind is told.")];
  const { span, brought, actors, pairs, ranks } = changeNow();
  const words = `What ${spanWords(span)} brought, against all before. Draw over the histogram to choose other months.`;
  return [
    title,
    el("p", { class: "hint" }, words),
    ...facts([
      ["Events", brought.length ? tellBrought(brought, span[0]) : ["none"]],
      [`New actors (${actors.length})`, actors.length ? firstOf(actors, to) : ["none"]],
      [`New ties (${pairs.length})`, pairs.length ? firstOf(pairs, tellPair) : ["none"]],
      [`Moved in rank (${ranks.length})`, ranks.length ? firstOf(ranks, tellMove) : ["none"]],
    ]),
  ];
};
