// Citations to take along: the sentence, who says it, its article, outlet and day, and where it is found.

const claimsIn = later(() =>
  gathered(claims.flatMap((claim, i) => (claim.evidence || []).map((one) => [one, i]))),
);
const carriedBy = later(() => gathered(claims.map(({ via }, i) => [via, i])));
const voice = (i) => {
  const chain = [`${nameOf(claims[i].claimant)} ${claims[i].stance}`];
  const passed = new Set([i]);
  for (let at = claims[i].via; at !== undefined && !passed.has(at); at = claims[at].via) {
    passed.add(at);
    chain.push(`via ${nameOf(claims[at].claimant)}`);
  }
  return chain.join(", ");
};
const voicesOf = (i) => [...new Set(claimsIn(i).filter((one) => !carriedBy(one).length).map(voice))];
const citation = (i) => {
  const [number, , , quote] = sentences[i];
  const article = articles[number];
  const said = voicesOf(i).join("; ");
  const day = `${plainDayOf(article)}${isWorkedOut(article) ? " (date worked out)" : ""}`;
  const where = [article.headline && `“${article.headline}”`, article.publisher, day].filter(Boolean).join(", ");
  return `“${quote}”${said ? ` (${said})` : ""} — ${where}. ${article.link || article.address || article.id}`;
};
const citationsOf = (n) => {
  const { status, evidence, label } = things[n];
  const told = !status || label.endsWith(`(${status})`) ? "" : ` (${status})`;
  return [`${fullNameOf(n)}${told}`, ...(evidence || []).map(citation)].join("\n");
};

// Where the clipboard is not to be had, the browser's own copying is.
const copyByHand = (text) => {
  const field = el("textarea", {}, text);
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  return done;
};
const copied = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByHand(text);
  }
};
const copy = async (text, words) => say((await copied(text)) ? `${words} copied` : "Nothing was copied");
const copier = (words, name, text) => {
  const made = button(
    words,
    async () => {
      await copy(text(), name);
      made.textContent = at("said").textContent;
      setTimeout(() => (made.textContent = words), 1500);
    },
    { class: "cite" },
  );
  return made;
};
const citable = () => state.node.filter((n) => (things[n].evidence || []).length);
const copyOpen = () => copy(citable().map(citationsOf).join("\n\n"), "Citations");
