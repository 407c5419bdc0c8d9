// The spotlight: what the pointer is on, or what is open, with its neighbours; all else steps back.

let lit = null;
let hovered = null;

const around = (n) =>
  new Set([
    n,
    ...linesAt(n)
      .filter((line) => lineSet.get(line.id))
      .map((line) => other(line, n)),
  ]);
const litBy = () => {
  if (hovered !== null && shownIds.has(hovered)) return around(hovered);
  if (pathNow()) return new Set(pathNow().map(({ n }) => n));
  if (state.focus) return null;
  const here = state.node.filter((n) => shownIds.has(n));
  if (here.length) return new Set(here.flatMap((n) => [...around(n)]));
  const ends = state.node
    .flatMap((n) => (things[n].event ? drawnOf([n]) : []))
    .filter((n) => shownIds.has(n));
  return ends.length ? new Set(ends) : null;
};
const isLit = (line) => {
  if (hovered !== null) return line.from === hovered || line.to === hovered;
  if (pathNow()) return pathNow().some((step) => step.line === line);
  const here = state.node.filter((n) => shownIds.has(n));
  return here.length
    ? here.includes(line.from) || here.includes(line.to)
    : line.tells.some((n) => state.node.includes(n));
};
const spotlight = (ctx, now, scale) => {
  const view = viewNow();
  ctx.globalAlpha = 0.78;
  ctx.fillStyle = palette.paper;
  ctx.fillRect(view.left, view.top, view.width / scale, view.height / scale);
  ctx.globalAlpha = 1;
  const edges = lineSet
    .getIds()
    .filter((id) => lit.has(lines[id].from) && lit.has(lines[id].to) && isLit(lines[id]))
    .map((id) => network.body.edges[id]);
  edges.forEach((edge) => edge.draw(ctx));
  [...lit].filter((n) => shownIds.has(n)).forEach((n) => network.body.nodes[n].draw(ctx));
  edges.forEach((edge) => edge.drawArrows(ctx));
  now.filter(({ id }) => lit.has(id)).forEach((label) => drawLabel(ctx, label, scale));
};
const light = () => {
  lit = litBy();
  network.redraw();
};
network.on("hoverNode", ({ node }) => {
  hovered = node;
  light();
});
network.on("blurNode", () => {
  hovered = null;
  light();
});
