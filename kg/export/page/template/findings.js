// What the network says: tables of who is central, who meets whom, how states get on, each row with its events.

const FEW = 15;
const rankWords = (before, first) => (first ? "" : ` (${before || "–"})`);
const ranking = (actors, size, first) => [
  actors.map(([n, before], i) => [i ? ", " : "", `${i + 1} `, to(n), rankWords(before, first)]),
  size > actors.length ? ` and ${size - actors.length} more` : "",
];
// From the first to the last, to the month where the texts tell months.
const toTheMonth = (n, day) => (MONTHS.some((month) => things[n].when.includes(month)) ? named(day) : day.slice(0, 4));
const daysOf = (some) => {
  const told = some.filter((n) => things[n].first);
  if (!told.length) return "undated";
  const [first] = [...told].sort((a, b) => things[a].first.localeCompare(things[b].first));
  const [last] = [...told].sort((a, b) => lastDay(things[b]).localeCompare(lastDay(things[a])));
  const ends = [toTheMonth(first, things[first].first), toTheMonth(last, lastDay(things[last]))];
  return ends[0] === ends[1] ? ends[0] : ends.join(" – ");
};
const isFirst = (i) => i === findings.periods.of - 1;
const ofHow = findings.sources
  ? ` Betweenness is estimated from ${findings.sources} of the ${standings.length} actors.`
  : "";
const pairNames = (states) => states.flatMap((n, i) => (i ? [" – ", to(n)] : [to(n)]));

const monthWords = (month) => (month ? named(month) : "undated");
const tellPoint = ([month, good, bad]) => `${monthWords(month)}: cooperation ${good}, conflict ${bad}`;
const LINE = { width: 180, height: 44 };
// Cooperation above the middle, conflict below it, month by month; each drawing has a scale of its own.
const lineOf = (points) => {
  const dated = points.filter(([month]) => slotOf.has(month));
  const most = Math.max(1, ...dated.flatMap(([, good, bad]) => [good, bad]));
  const [step, middle] = [LINE.width / Math.max(slots.length, 1), LINE.height / 2];
  const width = Math.min(8, Math.max(2, 0.8 * step));
  const bar = (month, value, name) => {
    const tall = (value / most) * (middle - 2);
    const x = (slotOf.get(month) + 0.5) * step - width / 2;
    const y = name === "good" ? middle - tall : middle;
    return value ? svg("rect", { x, y, width, height: tall, class: name }) : "";
  };
  return svg(
    "svg",
    {
      class: "line",
      viewBox: `0 0 ${LINE.width} ${LINE.height}`,
      role: "img",
      "aria-label": points.map(tellPoint).join("; "),
    },
    dated.flatMap(([month, good, bad]) => [bar(month, good, "good"), bar(month, bad, "bad")]),
    svg("path", { d: `M0 ${middle}H${LINE.width}`, class: "axis" }),
  );
};
const byMonth = (points) =>
  el(
    "details",
    {},
    el("summary", {}, "month by month"),
    bullets(points.map((point) => [`${tellPoint(point)}, `, eventsOfRow(point[3])])),
  );
const signed = (states, signs) =>
  [
    [0, 1],
    [0, 2],
    [1, 2],
  ].map(([one, other], i) => [
    i ? el("br") : "",
    own(nameOf(states[one])),
    signs[i] > 0 ? " and " : " against ",
    own(nameOf(states[other])),
  ]);

const FINDINGS = [
  {
    title: "Who stands in the middle",
    words: `By the weight of the events that actors share. The panel explains each figure.${ofHow}`,
    of: standings.length,
    rows: standings,
    columns: {
      Actor: (row) => to(row.n),
      Strength: (row) => String(row.strength),
      Ties: (row) => String(row.ties),
      Betweenness: (row) => share(row.betweenness),
      PageRank: (row) => share(row.pagerank),
      Community: (row) => String(row.community),
      "Rests on": (row) => eventsOfRow(row.events),
    },
  },
  {
    title: "How the ranking changes",
    words:
      "By the ties of the events that fall into each stretch of time for certain, the latest first; " +
      "in brackets the rank in the stretch before it (–: none).",
    ...findings.periods,
    columns: {
      Time: ([name]) => (name.length > 4 ? named(name) : name),
      Foremost: ([, actors, size], i) => ranking(actors, size, isFirst(i)),
      "Rests on": ([, , , some]) => eventsOfRow(some),
    },
  },
  {
    title: "Who shares events with whom",
    words: "An event of two ties them more than one of many; from the first of its events to the last.",
    ...findings.ties,
    columns: {
      Actors: ([actors]) => pairNames(actors),
      Weight: ([, weight]) => String(weight),
      When: ([, , some]) => daysOf(some),
      "Rests on": ([, , some]) => eventsOfRow(some),
    },
  },
  {
    title: "Who meets whom at which level",
    words: "Meetings, calls, letters and visits of two states, by the highest rank that both sides sent.",
    ...findings.encounters,
    columns: {
      States: ([states]) => pairNames(states),
      Level: ([, level]) => level,
      "Rests on": ([, , some]) => eventsOfRow(some),
    },
  },
  {
    title: "How states get on",
    words:
      "What each pair did toward one another, in Goldstein’s weights: cooperation above the line, conflict below, " +
      "over the months of the histogram; each drawing has its own scale. What has no month is in the sums only.",
    ...findings.pairs,
    columns: {
      States: ([states]) => pairNames(states),
      "Over time": ([, , , points]) => lineOf(points),
      Cooperation: ([, good]) => String(good),
      Conflict: ([, , bad]) => String(bad),
      "Rests on": ([, , , points]) => [eventsOfRow(points.flatMap((point) => point[3])), byMonth(points)],
    },
  },
  {
    title: "Friends and enemies of three",
    words: "Balanced where the friend of a friend is a friend and the enemy of an enemy too; the others first.",
    ...findings.triads,
    columns: {
      States: ([states]) => pairNames(states),
      "Who stands how": ([states, signs]) => signed(states, signs),
      Balance: ([, , balanced]) => (balanced ? "balanced" : "unbalanced"),
      "Rests on": ([, , , some]) => eventsOfRow(some),
    },
  },
  {
    title: "Communities",
    words: "Actors more tied among themselves than with others, the largest community first.",
    ...findings.communities,
    columns: {
      Community: (_, i) => String(i + 1),
      Size: ([size]) => String(size),
      Members: ([size, members]) => [
        list(members),
        size > members.length ? ` and ${size - members.length} more` : "",
      ],
    },
  },
];

const findingRow = (columns) => (row, i) =>
  el(
    "tr",
    {},
    Object.entries(columns).map(([name, cell]) => el("td", { dir: "auto", "data-name": name }, cell(row, i))),
  );
const more = (body, rows, make) => {
  const next = button(`Show ${rows.length - FEW} more`, () => {
    body.append(...rows.slice(FEW).map((row, i) => make(row, i + FEW)));
    next.remove();
  });
  return rows.length > FEW ? next : "";
};
const finding = ({ title, words, of, rows, columns }) => {
  if (!rows.length) return [el("h2", {}, title), el("p", { class: "hint" }, "Nothing of the kind is told.")];
  const make = findingRow(columns);
  const body = el("tbody", {}, rows.slice(0, FEW).map(make));
  const cut = of > rows.length ? ` The first ${rows.length} of ${of}: “kg analyze” tells all.` : "";
  return [
    el("h2", {}, title),
    el(
      "table",
      { class: "finding" },
      el("caption", {}, words, cut),
      el("thead", {}, el("tr", {}, Object.keys(columns).map((name) => el("th", { scope: "col" }, name)))),
      body,
    ),
    more(body, rows, make),
  ];
};
const jumps = (titles) =>
  el(
    "nav",
    { class: "jumps", "aria-label": "What is told here" },
    titles.map((title, i) =>
      button(title, () => {
        const heading = at("table").querySelectorAll("h2")[i];
        heading.setAttribute("tabindex", -1);
        heading.focus({ preventScroll: true });
        heading.scrollIntoView();
      }),
    ),
  );
const showFindings = () => {
  const whole =
    "Of all events that are told as facts, whatever the filters let pass; what changed follows the histogram.";
  if (at("table").dataset.shows !== "network") {
    const [middle, moves, ...rest] = FINDINGS.map(finding);
    const change = el("section", { id: "changed", "aria-live": "polite" });
    at("table").replaceChildren(...filled([el("p", { class: "hint" }, whole), middle, moves, change, rest]));
    at("changed").replaceChildren(...changed());
    const titles = [...at("table").querySelectorAll("h2")].map((heading) => heading.textContent);
    at("table").firstChild.after(jumps(titles));
  } else at("changed").replaceChildren(...changed());
};
