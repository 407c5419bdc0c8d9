// The data of the page, and its references turned round. Things are known by their number.

const read = (id) => JSON.parse(at(id).textContent);
const look = read("look");
const { things, claims, conflicts, articles, sentences } = read("dossier");
const drawing = read("drawing");
const numberOf = new Map(things.map((thing, n) => [thing.id, n]));

const gathered = (pairs) => {
  const table = new Map();
  for (const [key, value] of pairs) table.has(key) ? table.get(key).push(value) : table.set(key, [value]);
  return (key) => table.get(key) || [];
};
const actorsOf = (n) => [...new Set((things[n].roles || []).flatMap(([, who]) => who))];
const numbers = things.map((_, n) => n);
const events = numbers.filter((n) => things[n].event);
const eventsOf = gathered(events.flatMap((n) => actorsOf(n).map((who) => [who, n])));
const membersOf = gathered(
  numbers.filter((n) => things[n].country !== undefined).map((n) => [things[n].country, n]),
);
const claimsBy = gathered(claims.map((claim, i) => [claim.claimant, i]));
const claimsAbout = gathered(claims.flatMap((claim, i) => (claim.about || []).map((n) => [n, i])));
const conflictsOf = gathered(conflicts.flatMap((conflict, i) => conflict.concerns.map((n) => [n, i])));

const articlesOf = (thing) => [...new Set((thing.evidence || []).map((i) => sentences[i][0]))];
// Worked out when it is first asked for, so that the first drawing need not wait.
const later = (make) => {
  let made = null;
  return (key) => (made || (made = make()))(key);
};
const eventsIn = later(() =>
  gathered(events.flatMap((n) => articlesOf(things[n]).map((article) => [article, n]))),
);

const nodes = new Map(
  drawing.nodes.map(([id, caption, weight, x, y, ...atCore]) => [
    id,
    {
      id,
      caption,
      weight,
      x,
      y,
      atWhole: [x, y],
      atCore,
      core: !drawing.hasCore || atCore.length > 0,
      type: things[id].type,
    },
  ]),
);
const lines = drawing.lines.map(([from, to, tone, status, arrow, bend, tells], id) => ({
  id,
  from,
  to,
  tone,
  status,
  arrow,
  bend,
  tells,
}));
const linesAt = gathered(
  lines.flatMap((line) => [
    [line.from, line],
    [line.to, line],
  ]),
);
const { hasCore } = drawing;
const other = (line, n) => (line.from === n ? line.to : line.from);
const lastDay = (thing) => thing.last || thing.first;
const byDay = (some) =>
  [...some].sort((a, b) => (things[b].first || "").localeCompare(things[a].first || "") || a - b);
