// What things, days and articles are called, and links to them.

const nameOf = (n) => things[n].label;
const whenOf = (thing) => (thing.inferred ? `${thing.when} (worked out)` : thing.when || "");
// What articles contradict each other in; at which encounter a thing was agreed is a matter of the agreement.
const disputeOf = (n) => {
  const aspects = [...new Set(conflictsOf(n).map((i) => conflicts[i].aspect))];
  const own = aspects.filter((aspect) => aspect !== "occasion" || things[n].type === "agreement");
  return own.length ? `conflict: ${own.join(", ")}` : "";
};
const disputeMark = (n) => (disputeOf(n) ? [" ", el("small", { class: "warning" }, disputeOf(n))] : "");
// With the day, where nothing beside it tells it.
const fullNameOf = (n) => {
  const { event, label, when } = things[n];
  return event && when && !label.endsWith(when) ? `${label}, ${whenOf(things[n])}` : label;
};
const to = (n, name = fullNameOf) =>
  el("a", { href: addressOfThing(n), dir: "auto", "data-thing": n }, name(n));

const followed = (link, words) =>
  /^https?:\/\//i.test(link || "")
    ? el("a", { href: link, rel: "noopener noreferrer", target: "_blank" }, words)
    : words;
const MONTHS = "January February March April May June July August September October November December".split(" ");
const dayWords = (day) => {
  const [year, month, number] = day.split("-");
  return `${Number(number)} ${MONTHS[month - 1]} ${year}`;
};
const isWorkedOut = (article) => !article.published && Boolean(article.inferred);
const plainDayOf = (article) => {
  const day = article.published || article.inferred;
  return day ? dayWords(day) : "undated";
};
const shortDayOf = (article) => plainDayOf(article) + (isWorkedOut(article) ? " (worked out)" : "");
const inferenceOf = (article) =>
  isWorkedOut(article) && article.inference
    ? el("details", {}, el("summary", {}, "how its day was worked out"), remark(article.inference))
    : "";
// An article within a sentence of ours.
const mention = (i) => {
  const article = articles[i];
  const told = [article.publisher, plainDayOf(article), isWorkedOut(article) ? "worked out" : ""].filter(Boolean);
  return [
    article.headline ? "“" : "",
    followed(article.link, own(article.headline || article.id)),
    article.headline ? "”" : "",
    " (",
    told.map((part, i) => [i ? ", " : "", own(part)]),
    ")",
  ];
};
const remark = (parts) =>
  parts.map((part) =>
    part.article !== undefined ? mention(part.article) : part.thing !== undefined ? to(part.thing) : own(part),
  );
const source = (i) => {
  const article = articles[i];
  const after = [article.publisher, shortDayOf(article), article.link ? "" : article.address].filter(Boolean);
  return [
    followed(article.link, own(article.headline || article.id)),
    after.map((part) => [" · ", own(part)]),
  ];
};
