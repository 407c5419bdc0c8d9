// The graph: vis-network holds the camera, the nodes and the lines; shapes and labels are our own.

const ROOM_OF_A_NODE = 6500;
const nodeSet = new vis.DataSet();
const lineSet = new vis.DataSet();
const WIDTHS = { role: 1, belonging: 0.7 };
let ranked = [];
let shownIds = new Set();

const drawNode = ({ ctx, id, state: { selected } }) => {
  const node = nodes.get(id);
  const scale = network.getScale();
  return { drawNode: () => isCoasting() || drawShape(ctx, node, radiusOf(node, scale), scale, selected) };
};
// Lines are drawn before the nodes at which they end, so each must know its size before any is drawn.
const size = () => {
  const scale = network.getScale();
  for (const n of shownIds) {
    const { shape } = network.body.nodes[n];
    const wide = 2 * Math.max(radiusOf(nodes.get(n), scale), 5 / scale);
    Object.assign(shape, { width: wide, height: wide, customSizeWidth: wide, customSizeHeight: wide });
  }
};
const asNode = (n) => ({
  id: n,
  x: nodes.get(n).x,
  y: nodes.get(n).y,
  title: tip([things[n].label, whenOf(things[n]), disputeOf(n)]),
});
const bendOf = ({ bend }) =>
  bend ? { enabled: true, type: bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(bend) } : false;
const tip = (parts) => filled(parts).join("\n");
const asLine = (line) => ({
  id: line.id,
  from: line.from,
  to: line.to,
  smooth: bendOf(line),
  dashes: look.dashes[line.status] || false,
  color: {
    color: look.tones[line.tone],
    opacity: isTie(line) ? 0.55 : 0.85,
    highlight: CHOSEN,
    hover: look.tones[line.tone],
  },
  width: (WIDTHS[line.tone] || 1.2 + 0.8 * Math.sqrt(line.tells.length)) * Math.sqrt(crowd),
  arrows: { to: { enabled: Boolean(line.arrow), scaleFactor: 0.45 * Math.sqrt(crowd) } },
  title: isTie(line)
    ? tip([`${things[line.from].label}: ${look.titles[line.tone].toLowerCase()}`])
    : tip(line.tells.slice(0, 6).map(fullNameOf)),
});

const ALIKE = { nodes: { shape: "custom", ctxRenderer: drawNode, size: 20 } };
const network = new vis.Network(
  at("graph"),
  { nodes: nodeSet, edges: lineSet },
  { ...drawing.options, ...ALIKE },
);
network.on("beforeDrawing", size);
const sync = (set, wanted, make) => {
  const had = new Set(set.getIds());
  const gone = [...had].filter((id) => !wanted.has(id));
  if (gone.length) set.remove(gone);
  const added = [...wanted].filter((id) => !had.has(id));
  if (added.length) set.add(added.map(make));
};
// The core has places of its own; what grows around it stands about those it grew from.
const inCoreFrame = () => hasCore && !state.whole && !state.focus && !state.path.length;
const TURN = 2.399963;
const aboutItsNeighbours = (n, turns) => {
  const near = neighbours(n).filter((one) => shownIds.has(one) && nodes.get(one).core);
  const middle = (side) =>
    near.reduce((sum, one) => sum + nodes.get(one).atCore[side], 0) / (near.length || 1);
  const turn = turns.get(near[0]) || 0;
  turns.set(near[0], turn + 1);
  const away = near.length === 1 ? 30 + 8 * Math.sqrt(turn) : 12;
  return [middle(0) + away * Math.cos(turn * TURN), middle(1) + away * Math.sin(turn * TURN)];
};
const settle = () => {
  const turns = new Map();
  const core = inCoreFrame();
  const moved = [];
  for (const n of shownIds) {
    const node = nodes.get(n);
    const [x, y] = core ? (node.core ? node.atCore : aboutItsNeighbours(n, turns)) : node.atWhole;
    if (node.x === x && node.y === y) continue;
    Object.assign(node, { x, y });
    if (nodeSet.get(n)) moved.push({ id: n, x, y });
  }
  if (moved.length) nodeSet.update(moved);
};
const place = () => {
  lit = null;
  shownIds = shownNodes();
  const drawn = new Set(
    lines
      .filter((line) => shownIds.has(line.from) && shownIds.has(line.to) && linePasses(line))
      .map((line) => line.id),
  );
  ranked = [...shownIds]
    .map((n) => nodes.get(n))
    .sort((a, b) => radiusAtFirst(b) - radiusAtFirst(a) || b.weight - a.weight || a.id - b.id);
  const area = at("graph").clientWidth * at("graph").clientHeight || 1e5;
  crowd = Math.min(1, Math.max(0.25, Math.sqrt(area / ROOM_OF_A_NODE / Math.max(shownIds.size, 1))));
  settle();
  Object.assign(network.renderer.options, { hideEdgesOnDrag: isMany(), hideEdgesOnZoom: isMany() });
  labelsFor = "";
  sync(nodeSet, shownIds, asNode);
  sync(lineSet, drawn, (id) => asLine(lines[id]));
};
