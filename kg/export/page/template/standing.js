// How an actor stands in the network, in figures, each with what it means in plain words.

const findings = read("findings");
const FIGURES = [
  ...["n", "ties", "strength", "betweenness", "pagerank", "constraint"],
  ...["circles", "core", "community", "cut", "events"],
];
const standings = findings.actors.map((row, i) => ({
  ...Object.fromEntries(row.map((value, at) => [FIGURES[at], value])),
  rank: i + 1,
}));
const standingOf = new Map(standings.map((row) => [row.n, row]));

const MOST_OPENED = 40;
const counted = (some, name = "event") => `${some.length} ${name}${some.length === 1 ? "" : "s"}`;
// A link that opens several at once.
const toAll = (some, words) => {
  const first = [...new Set(some)].slice(0, MOST_OPENED);
  return el("a", { href: addressOf({ ...state, node: first, path: [] }), "data-thing": first.join() }, words);
};
const eventsOfRow = (some) => (some.length ? toAll(some, counted([...new Set(some)])) : "");
const share = (value) => (value === 0 || value >= 0.001 ? String(value) : "under 0.001");
const fellows = (row) =>
  (findings.communities.rows[row.community - 1] || [0, []])[1].filter((n) => n !== row.n).slice(0, 6);
const MEANINGS = [
  ["ties", (row) => String(row.ties), "others with whom it shares an event"],
  [
    "strength",
    (row) => String(row.strength),
    "the weight of its ties: an event counts more the fewer take part",
  ],
  [
    "betweenness",
    (row) => share(row.betweenness),
    "the share, from 0 to 1, of the shortest ways between two others that lead through it",
  ],
  [
    "PageRank",
    (row) => share(row.pagerank),
    "how often one comes by it when wandering along the ties; all together make 1",
  ],
  [
    "constraint",
    (row) => (row.constraint === null ? "" : String(row.constraint)),
    "how closed its circle is: low where it stands between people who do not meet each other",
  ],
  [
    "effective size",
    (row) => (row.circles === null ? "" : String(row.circles)),
    "how many of its ties lead to others that it alone joins",
  ],
  ["core", (row) => String(row.core), "it belongs to a group in which each is tied to at least so many"],
  ["cut point", (row) => (row.cut ? "yes" : ""), "without it the network falls into more parts"],
];
const figuresOf = (row) => {
  const told = MEANINGS.filter(([, value]) => value(row));
  return told.map(([name, value, meaning]) => [name, [value(row), " ", el("small", {}, meaning)]]);
};
const communityOf = (row) => {
  const others = fellows(row);
  const meaning = el("small", {}, "more tied among themselves than with others");
  return ["community", [`${row.community} `, meaning, others.length ? [": with ", list(others)] : ""]];
};
const standingCard = (n) => {
  const row = standingOf.get(n);
  if (!row) return [];
  const basis = ["Counted from ", toAll(row.events, counted(row.events)), " told as facts."];
  return section("In the network", [
    el(
      "details",
      state.view === "network" ? { open: "" } : {},
      el("summary", {}, `Rank ${row.rank} of ${standings.length} by the weight of its ties`),
      facts([...figuresOf(row), communityOf(row)]),
      row.events.length ? el("p", { class: "hint" }, basis) : "",
    ),
  ]);
};
