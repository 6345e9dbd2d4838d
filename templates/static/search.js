// Search in the browser: from the words typed to the list shown. What is asked for stands in the address bar, so that a
// search can be sent, kept and gone back to. `search-index.js` asks the indexes, `search-names.js` knows names.
//
// Whatever comes out of an index is shown as text, never as HTML. All sentences stand in the page, in its language.

import { beginTally, countValues, findArticles, shards, shardsOf, splitQuery, warmUp } from "./search-index.js";
import { suggestNames } from "./search-names.js";

const PAGE = 20; // results shown at a time
const PAUSE = 30; // milliseconds without typing before a search starts
const LONG_PAUSE = 200; // while there are too few letters to mean much
const FEW = 3; // letters
const PASSAGE = 36; // words of an excerpt
const LEAD = 6; // words of it before the first hit
const MOST_VALUES = 12; // sources or topics offered; chosen ones besides

const form = document.querySelector("[data-search]");
const field = form.querySelector("[name=q]");
const order = form.querySelector("[name=order]");
const years = { from: form.querySelector("[name=from]"), to: form.querySelector("[name=to]") };
const groups = { source: form.querySelector("[data-group=source]"), topic: form.querySelector("[data-group=topic]") };
const narrow = form.querySelector("[data-narrow]");
const scope = form.querySelector("[data-scope]");
const names = document.querySelector("[data-names]");
const status = document.querySelector("[data-status]");
const list = document.querySelector("[data-results]");
const more = document.querySelector("[data-more]");
const whole = document.querySelector("[data-whole]");
const template = document.querySelector("[data-result]");
const base = form.dataset.base;
const pageTitle = document.title;
const language = document.documentElement.lang;

/** The sentences of the page, by name; `say` fills in what stands in braces. */
const sentences = Object.fromEntries(
  [...document.querySelectorAll("[data-say]")].map((entry) => [entry.dataset.say, entry.textContent]),
);

function say(name, values = {}) {
  return sentences[name].replace(/\{(\w+)\}/g, (_, key) => values[key]);
}

function number(n) {
  return n.toLocaleString(language);
}

// ---- What is asked for -------------------------------------------------------------------------------------------

let isWhole = false; // whether all years are to be searched, however much must be loaded

/** What stands in the form. */
function readForm() {
  const chosen = (group) => [...groups[group].querySelectorAll("input:checked")].map((box) => box.value).sort();
  return {
    words: field.value.trim(),
    order: order.value,
    from: Number(years.from.value) || null,
    to: Number(years.to.value) || null,
    source: chosen("source"),
    topic: chosen("topic"),
    whole: isWhole,
  };
}

/** A query as it stands in the address; what is as usual is left out. */
function addressOf(query) {
  const address = new URL(location.href);
  address.hash = "";
  address.search = "";
  const asked = address.searchParams;
  if (query.words) asked.set("q", query.words);
  if (query.order !== "newest") asked.set("order", query.order);
  for (const end of ["from", "to"]) if (query[end]) asked.set(end, query[end]);
  for (const group of ["source", "topic"]) for (const value of query[group]) asked.append(group, value);
  if (query.whole) asked.set("years", "all");
  return address.href;
}

let settled = true; // whether the address is one to come back to; while somebody types, it is not

function remember(query) {
  const address = addressOf(query);
  if (address === location.href) return;
  if (settled) history.pushState(null, "", address);
  else history.replaceState(null, "", address);
  settled = false;
}

/** Fill in the form from the address. */
function recall() {
  const asked = new URL(location.href).searchParams;
  field.value = asked.get("q") ?? "";
  order.value = asked.get("order") ?? "newest";
  if (order.selectedIndex < 0) order.value = "newest";
  for (const [end, select] of Object.entries(years)) {
    select.value = asked.get(end) ?? "";
    if (select.selectedIndex < 0) select.value = "";
  }
  for (const group of Object.keys(groups)) showValues(group, new Map(), asked.getAll(group).sort());
  if (["from", "to", "source", "topic"].some((key) => asked.has(key))) narrow.open = true;
  isWhole = asked.get("years") === "all";
  settled = true;
  return runSearch();
}

// ---- Showing results ---------------------------------------------------------------------------------------------

/** The paragraph that answers best: its id, and where it begins and ends, in words. */
function findParagraph(article) {
  const paragraphs = article.anchors
    .filter(({ id }) => id.startsWith("p-"))
    .map(({ id, location, text }) => ({ id, start: location, end: location + text.split(/\s+/).length }))
    .sort((a, b) => a.start - b.start);
  // Without a hit in any, the passage is the beginning, or a caption, and the link leads to the top of the page.
  let best = { id: null, start: paragraphs[0]?.start ?? 0, end: Infinity, score: 0 };
  paragraphs.forEach(({ id, start, end }, i) => {
    const score = article.weighted_locations
      .filter((hit) => hit.location >= start && hit.location < end)
      .reduce((sum, hit) => sum + hit.balanced_score, 0);
    if (score > best.score) best = { id: i ? id : null, start, end, score }; // the first is at the top anyway
  });
  return best;
}

/** A word without the marks around it, and these. */
function peel(word) {
  return /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u.exec(word).slice(1);
}

/** Words as nodes, hits marked. `offset` is the place of the first word in the article. */
function markHits(words, offset, hits) {
  return words.flatMap((word, i) => {
    if (!hits.has(offset + i)) return [`${word} `];
    const [before, core, after] = peel(word);
    const mark = document.createElement("mark");
    mark.textContent = core;
    return [before, mark, `${after} `];
  });
}

/** Words of the paragraph around its first hit, as nodes. */
function quotePassage(words, { start, end }, hits) {
  const last = Math.min(end, words.length);
  const within = [...hits].filter((at) => at >= start && at < last);
  const first = within.length ? Math.min(...within) : start;
  const from = Math.max(start, Math.min(first - LEAD, last - PASSAGE));
  const to = Math.min(from + PASSAGE, last);
  return [from > start ? "… " : "", ...markHits(words.slice(from, to), from, hits), to < last ? "…" : ""];
}

/**
 * Where a result leads: to the paragraph that answers, with its hits marked by the browser itself (a text fragment), so
 * that the article's page needs no script. Indexed files are flat, `<slug>.html`; articles live at `articles/<slug>/`.
 */
function articleAddress(article, words, paragraph, hits) {
  const slug = /([^/]+)\.html$/.exec(article.url)?.[1];
  const address = slug ? `${base}articles/${slug}/` : article.url;
  const marked = [...hits].filter((at) => at >= paragraph.start && at < paragraph.end).map((at) => peel(words[at] ?? "")[1]);
  const texts = [...new Set(marked)].filter(Boolean).map((text) => `text=${encodeURIComponent(text).replace(/-/g, "%2D")}`);
  const fragment = `${paragraph.id ?? ""}${texts.length ? `:~:${texts.join("&")}` : ""}`;
  return fragment ? `${address}#${fragment}` : address;
}

/** A result as an entry of the list. `fields` are those beside the text that matched. */
function showArticle(article, fields) {
  const entry = template.content.cloneNode(true);
  const hits = new Set(article.locations);
  const words = article.content.split(/\s+/);
  const paragraph = findParagraph(article);
  const link = entry.querySelector("a");
  link.href = articleAddress(article, words, paragraph, hits);
  link.append(...markHits((article.meta.title || say("untitled")).split(/\s+/), 0, hits)); // the text begins with the title
  entry.querySelector(".excerpt").append(...quotePassage(words, paragraph, hits));
  const when = article.meta.date ?? say("undated");
  const isCertain = !when.startsWith("~"); // as the search document has it
  entry.querySelector(".date").classList.toggle("uncertain", !isCertain);
  for (const [name, text] of Object.entries({ date: when.replace(/^~/, ""), source: article.meta.source ?? "" })) {
    entry.querySelector(`.${name}`).append(...markHits([text], 0, new Set(fields.includes(name) ? [0] : [])));
  }
  return entry;
}

// ---- Saying how it went ------------------------------------------------------------------------------------------

/** The words in quotation marks, unless they bring their own. */
function quote(words) {
  return /^".*"$/.test(words) ? words : say("quote", { word: words });
}

/** What the search was understood to ask, besides its words. */
function describeFilters(query) {
  const parts = [];
  if (query.from || query.to) {
    const known = shards.map(({ year }) => year).filter(Boolean);
    parts.push(say("span", { first: query.from ?? Math.min(...known), last: query.to ?? Math.max(...known) }));
  }
  if (query.source.length) parts.push(say("source", { names: query.source.join(", ") }));
  if (query.topic.length) parts.push(say("topic", { names: query.topic.join(", ") }));
  return parts;
}

/** The years of shards, from the first to the last. */
function describeYears(names) {
  const years = names.map((name) => name.replace(/-\d+$/, "")); // a very large year has several
  return [...new Set([years.at(0), years.at(-1)].sort())].join("–");
}

/** How the search went, in a few sentences. */
function describeSearch(query, tally) {
  const words = quote(query.words);
  const { found, failed, asked } = tally;
  if (failed.length && failed.length === asked.length && !tally.waiting) return say("broken");
  const parts = [];
  if (tally.partial) {
    parts.push(say("partial", { query: words, n: number(found) }));
  } else if (found === 0) {
    parts.push(say("nothing", { query: words }));
  } else if (tally.waiting) {
    const years = describeYears(asked);
    parts.push(say("sofar", { query: words, n: number(found), years, rest: number(tally.waiting) }));
  } else {
    parts.push(say("found", { query: words, n: number(found) }));
  }
  parts.push(...describeFilters(query));
  if (found === 0 || tally.partial) {
    const unknown = (tally.unknown ?? []).map(quote).join(", ");
    if (unknown) parts.push(say("unknown", { words: unknown }));
    else if (splitQuery(query.words).length > 1) parts.push(say("apart"));
    parts.push(say("hint"));
  }
  if (failed.length) parts.push(say("missing", { years: failed.join(", ") }));
  return parts.join(" ");
}

// ---- Searching ---------------------------------------------------------------------------------------------------

let current = null; // the search that is shown; an older one that comes late finds that it is no longer the one

/** Add the next page of results to the list, each as soon as it is there. */
async function showPage(search) {
  list.setAttribute("aria-busy", "true");
  let taken = 0;
  let rests = false;
  let drawn = Promise.resolve();
  const draw = async (hit, loading) => {
    const article = await loading;
    if (search !== current) return;
    if (!search.shown) list.replaceChildren();
    search.shown += 1;
    if (article) list.append(showArticle(article, hit.matchedMetaFields ?? []));
  };
  while (taken < PAGE && !rests) {
    const { value: hit, done } = await search.articles.next();
    if (search !== current) return;
    if (done) break;
    if (!hit) {
      rests = taken + search.shown > 0;
      continue;
    }
    const loading = hit.data().catch(() => null);
    drawn = drawn.then(() => draw(hit, loading));
    if (!taken) await drawn; // the others wait for the first
    taken += 1;
  }
  await drawn;
  if (search !== current) return;
  if (!search.shown) list.replaceChildren();
  list.removeAttribute("aria-busy");
  // The best match of some years says nothing about the others: those are ranked together, in a search of all.
  const { found, waiting } = search.tally;
  const isShort = search.query.order === "best" || rests;
  whole.hidden = !(waiting && isShort);
  more.hidden = search.shown >= found && !(waiting && !isShort);
  status.textContent = describeSearch(search.query, search.tally);
}

/** Search for what stands in the form, and show the first page. */
async function runSearch() {
  const query = readForm();
  const address = addressOf(query);
  if (current?.address === address) return current.first;
  const tally = beginTally(query);
  const stop = new AbortController();
  const search = { query, address, tally, shown: 0, stop, articles: findArticles(query, tally, stop.signal) };
  current?.stop.abort();
  current = search;
  document.title = query.words ? `${query.words} – ${pageTitle}` : pageTitle;
  showNames(search);
  if (!query.words) {
    list.replaceChildren();
    more.hidden = true;
    whole.hidden = true;
    status.textContent = "";
    current = null;
    return undefined;
  }
  const slow = setTimeout(() => {
    if (search === current) status.textContent = say("searching");
  }, 400);
  search.first = showPage(search).finally(() => clearTimeout(slow));
  await search.first;
  if (search !== current) return undefined;
  if (tally.failed.length) current = null; // so that the same words may be tried again
  if (narrow.open) await showCounts(search);
  return undefined;
}

// ---- People and topics -------------------------------------------------------------------------------------------

async function showNames(search) {
  const found = search.query.words ? await suggestNames(search.query.words) : [];
  if (search !== current && search.query.words) return;
  names.hidden = !found.length;
  names.querySelector("ul").replaceChildren(
    ...found.map(({ name, url, count }) => {
      const entry = document.createElement("li");
      const link = document.createElement("a");
      link.href = url;
      link.dir = "auto";
      link.textContent = name;
      const size = document.createElement("span");
      size.className = "count";
      size.textContent = ` ${number(count)}`;
      entry.append(link, size);
      return entry;
    }),
  );
}

// ---- Sources and topics to choose from ---------------------------------------------------------------------------

/** Offer the values of a group as boxes, the most frequent first; chosen ones stay, whatever their number. */
function showValues(group, counts, chosen) {
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], language));
  const offered = ranked.slice(0, MOST_VALUES).map(([value]) => value);
  const values = [...new Set([...offered, ...chosen])];
  const held = document.activeElement?.closest("[data-group]") === groups[group] ? document.activeElement.value : null;
  groups[group].hidden = !values.length;
  groups[group].querySelector("ul").replaceChildren(
    ...values.map((value) => {
      const entry = document.createElement("li");
      const label = document.createElement("label");
      const box = document.createElement("input");
      box.type = "checkbox";
      box.name = group;
      box.value = value;
      box.checked = chosen.includes(value);
      const size = document.createElement("span");
      size.className = "count";
      size.textContent = counts.size ? number(counts.get(value) ?? 0) : "";
      const text = document.createElement("span");
      text.dir = "auto";
      text.textContent = value;
      label.append(box, text, size);
      entry.append(label);
      return entry;
    }),
  );
  // Whoever goes through the boxes by keyboard stays where they are.
  if (held) [...groups[group].querySelectorAll("input")].find((box) => box.value === held)?.focus();
}

/** Count the results of a search by source and topic, and say of which years where it is not all. */
async function showCounts(search) {
  const { totals, counted, isWhole: isAll } = await countValues(search.query);
  if (search.address !== addressOf(readForm())) return;
  for (const [group, counts] of Object.entries(totals)) showValues(group, counts, search.query[group]);
  scope.hidden = isAll;
  scope.textContent = isAll ? "" : say("counted", { years: describeYears(counted) });
}

// ---- Hands on the form -------------------------------------------------------------------------------------------

let typing = 0;

field.addEventListener("input", () => {
  clearTimeout(typing);
  isWhole = false;
  const pause = field.value.trim().length < FEW ? LONG_PAUSE : PAUSE;
  typing = setTimeout(() => {
    remember(readForm());
    runSearch();
  }, pause);
});

form.addEventListener("change", (event) => {
  if (event.target === field) return;
  settled = true;
  remember(readForm());
  settled = true;
  runSearch();
});

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  clearTimeout(typing);
  remember(readForm());
  settled = true;
  await runSearch();
  list.querySelector("a")?.focus();
});

narrow.addEventListener("toggle", () => {
  if (narrow.open && current) showCounts(current);
});

more.addEventListener("click", async () => {
  if (!current) return;
  const shown = list.children.length;
  await showPage(current);
  list.children[shown]?.querySelector("a").focus();
});

whole.addEventListener("click", async () => {
  isWhole = true;
  settled = true;
  remember(readForm());
  await runSearch();
  list.querySelector("a")?.focus();
});

// Arrow keys walk from the field through the names and results and back.
document.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const stops = [field, ...names.querySelectorAll("a"), ...list.querySelectorAll("a")];
  const here = stops.indexOf(document.activeElement);
  const next = stops[here + step];
  if (here < 0 || !next) return;
  event.preventDefault();
  next.focus();
});

/** The years that there are, to choose a span of. */
function offerYears() {
  const known = [...new Set(shardsOf({}).map(({ year }) => year).filter(Boolean))].sort((a, b) => a - b);
  for (const select of Object.values(years)) {
    select.append(...known.map((year) => new Option(String(year), String(year))));
  }
}

window.addEventListener("popstate", recall);
form.querySelector("[data-order]").hidden = false;
narrow.hidden = false;
offerYears();
recall();
if (!field.value) warmUp(readForm());
