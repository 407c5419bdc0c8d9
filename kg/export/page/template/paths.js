// The path between two things: over as few steps as may be, rather through what was done than through who belongs where,
// and over what is no fact only where nothing else ties them.

const COST = { role: 1, belonging: 3 };

const isFact = ({ status }) => !status || look.firmness[status] === "firm";
const walk = (from, to, passes) => {
  const waiting = new Map([[0, [[from, null, null]]]]);
  const came = new Map();
  for (let cost = 0; waiting.size; cost += 1) {
    const now = waiting.get(cost) || [];
    waiting.delete(cost);
    for (const [n, before, line] of now) {
      if (came.has(n)) continue;
      came.set(n, { before, line });
      if (n === to) return came;
      const ways = linesAt(n)
        .filter((line) => linePasses(line) && passes(line))
        .sort((a, b) => nodes.get(other(b, n)).weight - nodes.get(other(a, n)).weight || a.id - b.id);
      for (const way of ways) {
        const total = cost + (COST[way.tone] || 2);
        if (!waiting.has(total)) waiting.set(total, []);
        waiting.get(total).push([other(way, n), n, way]);
      }
    }
  }
  return null;
};
const pathBetween = (from, to) => {
  if (!nodes.has(from) || !nodes.has(to)) return null;
  const came = walk(from, to, isFact) || walk(from, to, () => true);
  if (!came) return null;
  const steps = [];
  for (let n = to; n !== null; n = came.get(n).before) steps.unshift({ n, line: came.get(n).line });
  return steps;
};
let known = { key: null, steps: null };
const pathNow = () => {
  if (state.path.length < 2) return null;
  const key = addressOf({ ...state, node: [], view: "", grown: [], focus: 0 });
  if (known.key !== key) known = { key, steps: pathBetween(...state.path) };
  return known.steps;
};
