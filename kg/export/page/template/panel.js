// The panel: what is open, what can be done with it, and the path between two things in its sentences.

const STEPS = [1, 2, 3];
const focusButtons = () => [
  el("span", {}, "Steps around: "),
  STEPS.map((steps) =>
    button(steps, () => change({ focus: state.focus === steps ? 0 : steps }), {
      "aria-pressed": state.focus === steps,
      "aria-label": `${steps} step${steps > 1 ? "s" : ""} around`,
    }),
  ),
  button("all", () => change({ focus: 0 }), {
    "aria-pressed": state.focus === 0,
    "aria-label": "no focus: show all",
  }),
];
const isGrown = (n) => state.grown.includes(n);
const grow = (n) =>
  change({ grown: isGrown(n) ? state.grown.filter((one) => one !== n) : [...state.grown, n] });
const tools = (n) =>
  el(
    "div",
    { class: "tools", role: "group", "aria-label": "What to do with it" },
    drawnOf([n]).length ? focusButtons() : "",
    nodes.has(n) ? button("Path from here", () => startPath(n)) : "",
    things[n].event ? copier("Copy citations", "Citations", () => citationsOf(n)) : "",
    nodes.has(n) && hasCore && !state.whole
      ? button(isGrown(n) ? "Fold its neighbours" : "Show its neighbours", () => grow(n), {
          "aria-pressed": isGrown(n),
        })
      : "",
    passing.has(n) ? "" : el("p", { class: "hint" }, "The filters hide it in the graph and in the table."),
  );
const card = (n) =>
  el(
    "article",
    {},
    el("h2", { dir: "auto" }, nameOf(n)),
    tools(n),
    things[n].event ? eventCard(n, things[n]) : actorCard(n, things[n]),
  );

const tie = ({ line }) =>
  isTie(line) ? `${things[line.tells[0]].kind === "place" ? "lies in" : "represents, or is of"}` : "";
const step = ({ n, line }, i) => [
  line && isTie(line) ? el("p", { class: "hint" }, tie({ line })) : "",
  line && !isTie(line) && line.tone !== "role"
    ? line.tells.map((event) => [el("p", { dir: "auto" }, eventLine(event)), quoted(things[event].evidence)])
    : "",
  el("p", { dir: "auto", class: "stop" }, things[n].event ? eventLine(n) : to(n)),
  things[n].event ? quoted(things[n].evidence) : "",
];
const NO_FACTS = "No facts alone tie the two: this path leads over what is planned, possible or denied.";
const pathCard = () => {
  const [from, goal] = state.path;
  const steps = pathNow();
  const title = el("h2", { dir: "auto" }, `From ${nameOf(from)} to ${nameOf(goal)}`);
  const leave = el(
    "div",
    { class: "tools" },
    button("Leave the path", () => change({ path: [], node: [from] })),
    button("Turn round", () => change({ path: [goal, from] })),
  );
  if (!steps)
    return el(
      "article",
      {},
      title,
      leave,
      el("p", {}, "No path: nothing that the filters let pass ties them."),
    );
  return el(
    "article",
    {},
    title,
    leave,
    el("p", {}, `${steps.length - 1} step${steps.length === 2 ? "" : "s"}`),
    steps.every(({ line }) => !line || isFact(line)) ? "" : el("p", { class: "warning" }, NO_FACTS),
    el(
      "ol",
      { class: "path" },
      steps.map((one, i) => el("li", {}, step(one, i))),
    ),
  );
};
const choosingCard = () =>
  el(
    "article",
    {},
    el("h2", { dir: "auto" }, `Path from ${nameOf(state.path[0])} to …`),
    el("p", {}, "Choose the other end in the graph, the search, the table, or here."),
    el(
      "div",
      { class: "tools" },
      button("Leave it", () => change({ path: [] })),
    ),
    bullets(
      [...nodes.keys()]
        .filter((n) => !things[n].event && n !== state.path[0])
        .sort((a, b) => nodes.get(b).weight - nodes.get(a).weight || a - b)
        .slice(0, 12)
        .map((n) => to(n)),
    ),
  );
const startPath = (n) => change({ path: [n], node: [n], view: "" });

const byPublication = () =>
  articles
    .map((article, i) => [article.published || article.inferred || "", i])
    .sort((a, b) => b[0].localeCompare(a[0]) || a[1] - b[1])
    .map(([, i]) => i);
const articleLine = (i) => [source(i), " ", eventsIn(i).length ? toAll(eventsIn(i), counted(eventsIn(i))) : "no events"];
const articlesCard = () => {
  const folded = el("details", { class: "more" }, el("summary", {}, counted(articles, "article")));
  folded.addEventListener(
    "toggle",
    () => folded.children.length > 1 || folded.append(...some(byPublication(), articleLine, bullets)),
  );
  return articles.length ? [folded] : [];
};
const overview = () => {
  const first = byDay(events)
    .sort((a, b) => things[b].evidence.length - things[a].evidence.length)
    .slice(0, 12);
  return el(
    "article",
    {},
    el("h2", {}, "Select a node or a line"),
    el("p", {}, "Each leads to its sentences, with the article that each stands in."),
    section("Told most often", bullets(first.map(eventLine))),
    section("Conflicts", some([...conflicts.keys()], disputed)),
    section("Articles", articlesCard()),
  );
};
const cards = () => {
  if (state.path.length === 2) return [pathCard()];
  if (state.path.length === 1) return [choosingCard()];
  return state.node.length ? state.node.map(card) : [overview()];
};
const callingOf = (made) => made.getAttribute("aria-label") || made.textContent;
// Whoever was in the panel stays in it, on the same button where there is one again.
const openPanel = () => {
  const held = document.activeElement.closest("#panel, #panel *");
  const calling = held && held.matches("button") ? callingOf(held) : "";
  at("panel").replaceChildren(...cards());
  at("panel").scrollTop = 0;
  if (!held) return;
  const again = [...at("panel").querySelectorAll("button")].find((made) => callingOf(made) === calling);
  (again || at("panel")).focus({ preventScroll: true });
};
// While a path is sought, the next thing that is opened is its other end.
const open = (some) => {
  if (state.path.length === 1 && some.length && some[0] !== state.path[0] && nodes.has(some[0]))
    change({ path: [state.path[0], some[0]], node: [] });
  else go(some);
};
addEventListener("click", (event) => {
  const link = event.target.closest("a[data-thing]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  open(link.dataset.thing.split(",").map(Number));
  // By a key, not by the pointer: on to what it tells; in the timeline one goes on to other marks.
  if (!event.detail && !link.matches(".sign")) at("panel").focus();
});
