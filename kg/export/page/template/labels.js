// Labels: the more important first, each where it covers neither a label nor a node; more come as one comes nearer.

const CELL = 48;
const MOST_LABELS = 220;
const FONT = "system-ui, sans-serif";
const ruler = document.createElement("canvas").getContext("2d");
const widths = new Map();
const widthOf = (line) => {
  if (!widths.has(line)) {
    ruler.font = `10px ${FONT}`;
    widths.set(line, ruler.measureText(line).width / 10);
  }
  return widths.get(line);
};
const fontOf = (node, scale) =>
  between(look.families[node.type].font, node.weight) *
  Math.min(1.25, Math.max(0.85, Math.sqrt(scale / firstScale)));

const grid = () => {
  const cells = new Map();
  const keys = ([left, top, right, bottom]) => {
    const some = [];
    for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x += 1)
      for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y += 1) some.push(`${x},${y}`);
    return some;
  };
  const meets = (a, b) => a.owner !== b.owner && a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
  const met = (box) => keys(box).flatMap((key) => (cells.get(key) || []).filter((taken) => meets(box, taken)));
  return {
    free: (box) => !keys(box).some((key) => (cells.get(key) || []).some((taken) => meets(box, taken))),
    met: (box) => [...new Set(met(box))],
    take: (box) =>
      keys(box).forEach((key) => (cells.has(key) ? cells.get(key).push(box) : cells.set(key, [box]))),
  };
};
const owned = (owner, ...sides) => Object.assign(sides, { owner });

// The boxes a label may take around a node at (x, y), in pixels of the screen; the first is the best.
const spots = (x, y, radius, width, height) => {
  const aside = 0.7 * radius + 2;
  return [
    [x - width / 2, y + radius + 2],
    [x - width / 2, y - radius - height - 2],
    [x + radius + 3, y - height / 2],
    [x - radius - width - 3, y - height / 2],
    [x + aside, y + aside],
    [x - aside - width, y + aside],
    [x + aside, y - aside - height],
    [x - aside - width, y - aside - height],
  ];
};
const isSeen = ([left, top, right, bottom], { width, height }) =>
  left >= 2 && top >= 2 && right <= width - 2 && bottom <= height - 2;
const isGreat = ({ id, type, weight }) => !things[id].event && weight > (type === "country" ? 0.15 : 0.4);
const overlap = (a, b) =>
  Math.max(0, Math.min(a[2], b[2]) - Math.max(a[0], b[0])) * Math.max(0, Math.min(a[3], b[3]) - Math.max(a[1], b[1]));
const hides = (box, [left, top, right, bottom]) => {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  return box[0] < x && x < box[2] && box[1] < y && y < box[3];
};
const leastCovering = (boxes, taken) =>
  boxes
    .map((box) => [taken.met(box).reduce((sum, one) => sum + overlap(box, one), 0), box])
    .sort((a, b) => a[0] - b[0])
    .map(([, box]) => box)[0];
// A very important actor's may touch small nodes, that of the foremost hide one, a country's and one in the spotlight
// any; but none another label.
const FOREMOST = 0.9;
const placed = (some, lit, view) => {
  const [taken, named] = [grid(), grid()];
  const inView = some
    .map((node) => ({
      node,
      x: (node.x - view.left) * view.scale,
      y: (node.y - view.top) * view.scale,
      radius: radiusOf(node, view.scale) * view.scale,
    }))
    .filter(({ x, y }) => x > -80 && y > -40 && x < view.width + 80 && y < view.height + 40);
  inView
    .filter(({ radius }) => radius >= 3)
    .forEach(({ node, x, y, radius }) =>
      taken.take(owned(node.id, x - radius, y - radius, x + radius, y + radius)),
    );
  inView
    .filter(({ node }) => isGreat(node))
    .forEach(({ node, x, y, radius }) =>
      named.take(owned(node.id, x - radius, y - radius, x + radius, y + radius)),
    );
  const mayHide = (node, box) =>
    node.type === "country" ||
    (lit && lit.has(node.id)) ||
    taken.met(box).filter((one) => hides(box, one)).length <= (node.weight > FOREMOST ? 1 : 0);
  const ranked = lit
    ? [...inView.filter(({ node }) => lit.has(node.id)), ...inView.filter(({ node }) => !lit.has(node.id))]
    : inView;
  const labels = [];
  for (const { node, x, y, radius } of ranked) {
    if (labels.length >= MOST_LABELS) break;
    if (radius < 2.2 && !(lit && lit.has(node.id))) continue;
    const size = fontOf(node, view.scale);
    const rows = node.caption.split("\n");
    const [width, height] = [Math.max(...rows.map(widthOf)) * size, rows.length * size * 1.15];
    const around = spots(x, y, radius, width, height).map(([left, top]) =>
      owned(node.id, left, top, left + width, top + height),
    );
    const spot =
      around.find((box) => isSeen(box, view) && taken.free(box)) ||
      ((isGreat(node) || (lit && lit.has(node.id))) &&
        leastCovering(around.filter((box) => isSeen(box, view) && named.free(box) && mayHide(node, box)), taken));
    if (!spot) continue;
    taken.take(spot);
    named.take(spot);
    labels.push({ id: node.id, rows, size, x: spot[0] + width / 2, y: spot[1], box: [...spot] });
  }
  return labels.map((label) => ({
    ...label,
    cx: label.x / view.scale + view.left,
    cy: label.y / view.scale + view.top,
  }));
};
const drawLabel = (ctx, { rows, size, cx, cy }, scale) => {
  ctx.font = `${size / scale}px ${FONT}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "top";
  ctx.lineWidth = 3 / scale;
  ctx.lineJoin = "round";
  ctx.strokeStyle = palette.paper;
  ctx.fillStyle = palette.ink;
  rows.forEach((row, i) => {
    ctx.strokeText(row, cx, cy + (i * size * 1.15) / scale);
    ctx.fillText(row, cx, cy + (i * size * 1.15) / scale);
  });
};
