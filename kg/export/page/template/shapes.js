// How a node looks: a shape and a colour for its family, full for a fact, hollow, dashed or struck for all else.

const outlines = Object.fromEntries(
  Object.entries(look.shapes).map(([name, path]) => [name, new Path2D(path)]),
);
const marks = Object.fromEntries(Object.entries(look.marks).map(([name, path]) => [name, new Path2D(path)]));
const CHOSEN = "#D55E00";
let palette = {};
const readPalette = () =>
  (palette = { paper: colour("--paper"), ink: colour("--ink"), soft: colour("--soft") });

// Where it is crowded all are smaller, and only the most important stay large. Sizes follow the zoom, but slowly: twice as near is half as large again, so that near things part.
const between = ([least, most], weight) => least + (most - least) * weight;
let crowd = 1;
let firstScale = 1;
const radiusAtFirst = (node) => {
  const [least, most] = look.families[node.type].radius;
  return between([least * crowd, most * Math.sqrt(crowd)], node.weight ** (3 - 2 * crowd));
};
const radiusOf = (node, scale) => Math.max(radiusAtFirst(node) / Math.sqrt(scale * firstScale), 1.5 / scale);

const drawShape = (ctx, node, radius, scale, selected) => {
  const thing = things[node.id];
  const { shape, colour: fill, outline } = look.families[node.type];
  const firm = !thing.event || thing.firmness === "firm";
  const unit = radius / 10;
  const small = radius * scale < 4;
  const path = ctx.written ? look.shapes[shape] : outlines[shape];
  ctx.save();
  ctx.translate(node.x, node.y);
  ctx.scale(unit, unit);
  ctx.fillStyle = firm ? fill : palette.paper;
  ctx.fill(path);
  if (selected || !small) {
    ctx.lineWidth = (selected ? 3.5 : firm ? 1 : 1.7) / (scale * unit);
    ctx.strokeStyle = selected
      ? CHOSEN
      : firm
        ? palette.soft
        : thing.firmness === "negated"
          ? CHOSEN
          : outline;
    ctx.setLineDash(
      firm ? [] : (look.dashes[thing.status] || []).map((dash) => dash / (1.9 * scale * unit)),
    );
    ctx.stroke(path);
    ctx.setLineDash([]);
    if (look.marks[thing.status]) ctx.stroke(ctx.written ? look.marks[thing.status] : marks[thing.status]);
  }
  ctx.restore();
};
