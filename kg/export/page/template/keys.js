// Keys: all that the pointer can do. Letters and figures count only outside fields in which one writes.

const toward = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
// The nearest node in a direction; what lies aside counts double.
const next = (n, [dx, dy]) => {
  const here = nodes.get(n);
  const far = (node) => {
    const along = (node.x - here.x) * dx + (node.y - here.y) * dy;
    const aside = Math.abs((node.x - here.x) * dy) + Math.abs((node.y - here.y) * dx);
    return along > 0 && aside < 2 * along ? along + 2 * aside : Infinity;
  };
  const best = ranked
    .filter((node) => node.id !== n)
    .map((node) => [far(node), node.id])
    .sort((a, b) => a[0] - b[0])[0];
  return best && best[0] < Infinity ? best[1] : n;
};
const pan = ([dx, dy]) => {
  const { x, y } = network.getViewPosition();
  const step = 80 / network.getScale();
  network.moveTo({ position: { x: x + dx * step, y: y + dy * step }, animation: false });
};
const zoom = (factor) =>
  network.moveTo({ scale: Math.min(8, Math.max(0.01, network.getScale() * factor)), animation: false });
const arrow = (event) => {
  const way = toward[event.key];
  if (event.shiftKey) return pan(way);
  const here = state.node.find((n) => shownIds.has(n));
  if (here !== undefined) return open([next(here, way)]);
  return ranked.length ? open([ranked[0].id]) : undefined;
};
const leave = () => {
  if (state.path.length) return change({ path: [], node: state.path.slice(0, 1) });
  if (state.focus) return change({ focus: 0 });
  return go([]);
};
const KEYS = {
  "/": () => at("query").focus(),
  t: () => change({ view: state.view ? "" : "events" }),
  p: () => state.node.length && drawnOf(state.node).length && startPath(drawnOf(state.node)[0]),
  e: () => hasCore && state.node.length && nodes.has(state.node[0]) && grow(state.node[0]),
  f: () => fit(),
  c: () => citable().length && copyOpen(),
  "+": () => zoom(1.3),
  "=": () => zoom(1.3),
  "-": () => zoom(1 / 1.3),
  0: () => change({ focus: 0 }),
  Escape: leave,
  "?": () => at("help").showModal(),
};
for (const steps of STEPS) KEYS[steps] = () => state.node.length && change({ focus: steps });
addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || at("help").open) return;
  if (event.target.matches("input:not([type=checkbox]), textarea, select")) return;
  const act =
    event.key in toward ? (event.target.closest("#graph") ? () => arrow(event) : null) : KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});
at("graph").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && state.node.length) at("panel").focus();
});
at("show-help").addEventListener("click", () => at("help").showModal());
at("close-help").addEventListener("click", () => at("help").close());
at("back").addEventListener("click", () => history.back());
at("forward").addEventListener("click", () => history.forward());
at("fit").addEventListener("click", () => fit());
at("nearer").addEventListener("click", () => zoom(1.4));
at("farther").addEventListener("click", () => zoom(1 / 1.4));
