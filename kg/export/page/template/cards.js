// What is told of one thing: who, what, when, where, each sentence with its article, who says so, what conflicts.

const list = (some) => some.flatMap((n, i) => (i ? [", ", to(n)] : [to(n)]));
const section = (title, children) => (children.length ? [el("h3", {}, title), ...children] : []);
const bullets = (items) =>
  items.length
    ? [
        el(
          "ul",
          {},
          items.map((item) => el("li", { dir: "auto" }, item)),
        ),
      ]
    : [];
const FIRST = 25;
// Long lists show their beginning; the rest is made when it is asked for.
const some = (items, make, as = (made) => made) => {
  if (items.length <= FIRST + 5) return as(items.map(make));
  const rest = el("details", { class: "more" }, el("summary", {}, `${items.length - FIRST} more`));
  rest.addEventListener(
    "toggle",
    () => rest.children.length > 1 || rest.append(...as(items.slice(FIRST).map(make))),
  );
  return [...as(items.slice(0, FIRST).map(make)), rest];
};
const facts = (rows) => {
  const told = rows.filter(([, value]) => value && value.length);
  return told.length
    ? [
        el(
          "dl",
          {},
          told.flatMap(([name, value]) => [el("dt", {}, name), el("dd", { dir: "auto" }, value)]),
        ),
      ]
    : [];
};

const sentence = (i) => {
  const [article, , , quote] = sentences[i];
  const copy = copier("Copy", "Citation", () => citation(i));
  return el(
    "figure",
    {},
    el("blockquote", { dir: "auto" }, quote),
    el("figcaption", { dir: "auto" }, source(article), " ", copy, inferenceOf(articles[article])),
  );
};
const quoted = (evidence) => some(evidence || [], sentence);

const badge = (thing) => el("span", { class: `badge ${thing.firmness || ""}` }, thing.status);
const claimed = (i) => {
  const { claimant, stance, content, via, status, when, evidence, about } = claims[i];
  const carrier = via === undefined ? [] : [" (via ", to(claims[via].claimant), ")"];
  const told = [status, when].filter(Boolean).join(", ");
  return el(
    "figure",
    {},
    el(
      "p",
      { dir: "auto" },
      to(claimant),
      ` ${stance}`,
      carrier,
      ": ",
      el("q", { dir: "auto" }, content),
      told ? ` — ${told}` : "",
    ),
    about ? el("p", {}, el("small", {}, "about ", list(about))) : "",
    quoted(evidence),
  );
};
const disputed = (i) => {
  const { aspect, comment, preferred, evidence } = conflicts[i];
  return el(
    "figure",
    { class: "conflict" },
    el("p", { dir: "auto" }, el("strong", {}, `${aspect}: `), remark(comment)),
    (preferred || []).map((reason) => el("p", { dir: "auto" }, "Shown: ", own(reason))),
    quoted(evidence),
  );
};
const conflictsAnd = (n, title, told) => [
  section("Conflicts", some(conflictsOf(n), disputed)),
  section(title, some(told, claimed)),
];
const merged = (thing) =>
  section(thing.event ? "Why it is one event" : "Why the names are one", bullets((thing.reasons || []).map(remark)));

const rolesOf = (thing) => (thing.roles || []).map(([role, who]) => [role, list(who)]);
const eventFacts = (thing, first = []) =>
  facts([...first, ["when", whenOf(thing) || "not told"], ...rolesOf(thing), ["basis", thing.basis]]);
const account = (told) =>
  el(
    "figure",
    {},
    el("p", { dir: "auto" }, source(told.article)),
    eventFacts(told, [["status", told.status]]),
  );
const WORKED_OUT =
  "Its time is worked out: no sentence tells the year, and the articles’ own dates are worked out too.";
const eventCard = (n, thing) => [
  el("p", {}, el("small", {}, thing.kind), " ", badge(thing), disputeMark(n)),
  eventFacts(thing),
  thing.inferred ? el("p", { class: "hint" }, WORKED_OUT) : "",
  section("Evidence", quoted(thing.evidence)),
  conflictsAnd(n, "Who says so", claimsAbout(n)),
  section("As each article has it", (thing.accounts || []).map(account)),
  merged(thing),
];

const office = ({ office, of, former, when, evidence }) =>
  el(
    "details",
    {},
    el(
      "summary",
      { dir: "auto" },
      former ? "former " : "",
      own(office),
      of === undefined ? "" : [" of ", own(nameOf(of))],
      when ? ` (${when})` : "",
    ),
    of === undefined ? "" : el("p", { dir: "auto" }, to(of)),
    quoted(evidence),
  );
const eventLine = (n) => [
  to(n, nameOf),
  " ",
  el("small", {}, [things[n].status, whenOf(things[n])].filter(Boolean).join(", ")),
  disputeMark(n),
];
const throughMembers = (n) => {
  const own = new Set(eventsOf(n));
  return [...new Set(membersOf(n).flatMap(eventsOf))].filter((event) => !own.has(event));
};
const officesOf = (thing) => [...new Set((thing.offices || []).map((held) => held.office))].join(", ");
const memberLine = (n) => [to(n), " ", el("small", {}, officesOf(things[n]))];
const actorCard = (n, thing) => [
  el("p", {}, el("small", {}, thing.kind, thing.state_media ? ", state media" : "")),
  facts([
    ["also", (thing.aliases || []).flatMap((name, i) => (i ? [", ", own(name)] : [own(name)]))],
    ["of", thing.country === undefined ? "" : [to(thing.country)]],
    [
      "Wikidata",
      thing.wikidata && /^Q\d+$/.test(thing.wikidata)
        ? [followed(`https://www.wikidata.org/wiki/${thing.wikidata}`, thing.wikidata)]
        : thing.wikidata,
    ],
  ]),
  section("Offices", (thing.offices || []).map(office)),
  standingCard(n),
  section("Events", some(byDay(eventsOf(n)), eventLine, bullets)),
  section("Events of its people and bodies", some(byDay(throughMembers(n)), eventLine, bullets)),
  section("Its people and bodies", some(membersOf(n), memberLine, bullets)),
  conflictsAnd(n, "Says", claimsBy(n)),
  section("Named in", quoted(thing.evidence)),
  merged(thing),
];
