// Search in the browser. The archive has one Pagefind index for each year, a "shard", so that a search for something
// recent loads little and the archive may grow. The page lists the shards; nothing else is configured here.
//
// By date, shards are asked a few at a time until a page of results is full. By best match, all are asked at once.
// Whatever comes out of an index is shown as text, never as HTML.

const BATCH = 1000; // articles searched first; twice as many with every further step
const PAGE = 20; // results shown at a time
const PAUSE = 250; // milliseconds without typing before a search starts
const PASSAGE = 36; // words of an excerpt
const LEAD = 6; // words of it before the first hit

const form = document.querySelector("[data-search]");
const field = form.querySelector("[name=q]");
const order = form.querySelector("[name=order]");
const status = document.querySelector("[data-status]");
const list = document.querySelector("[data-results]");
const more = document.querySelector("[data-more]");
const template = document.querySelector("[data-result]");
const base = form.dataset.base;
const pageTitle = document.title;

/** Newest first, as the page lists them. `index` is the opened index, or rather the promise of it. */
const shards = [...document.querySelectorAll("[data-shard]")].map((entry) => ({
  name: entry.dataset.shard,
  count: Number(entry.dataset.count),
  dated: entry.dataset.shard !== "undated",
  index: null,
}));

// ---- Asking the indexes ------------------------------------------------------------------------------------------

let engine = null;

/** Pagefind itself, loaded with the first search. */
function loadEngine() {
  // Pagefind would look for its worker beside the index that it opens first, where there is none.
  const PlainWorker = window.Worker;
  window.Worker = function PagefindWorker() {
    return new PlainWorker(new URL("search-worker.js", import.meta.url));
  };
  return import(new URL(`${base}search/pagefind/pagefind.js`, location.href));
}

let started = false; // whether Pagefind has an engine running
let turn = Promise.resolve(); // ends when the next shard may open

/**
 * Open the index of a shard. The engine starts with the first one, and would start twice, and lose an index, if two
 * were opened at once; so they queue until it runs.
 */
async function openIndex(shard) {
  engine ??= loadEngine();
  const before = turn;
  let release;
  turn = new Promise((resolve) => {
    release = resolve;
  });
  await before;
  if (started) release();
  try {
    const { createInstance } = await engine;
    const index = createInstance({
      basePath: `${base}search/${shard.name}/`,
      baseUrl: base,
      ranking: { metaWeights: { title: 5, source: 1, date: 0 } }, // "May" is a month of every year
    });
    await index.search(""); // fails when the index could not be opened
    started = true;
    return index;
  } catch (error) {
    if (!started) engine = null;
    throw error;
  } finally {
    release();
  }
}

/** The words of a query; none for a quoted phrase, which counts as a whole. */
function splitQuery(query) {
  if (/^\s*".+"\s*$/.test(query)) return [];
  return query.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/**
 * What a shard finds, and whether it knows every word. Pagefind drops a word that an index does not know. Within one
 * index that forgives a slip; over many it would bring articles from every year that lacks the word.
 */
async function askShard(shard, query, sort) {
  try {
    shard.index ??= openIndex(shard);
    const index = await shard.index;
    const { results, unfilteredResultCount } = await index.search(query, { sort });
    if (results.length < unfilteredResultCount) {
      // A sorted search leaves out what has no certain day. It belongs to the year all the same, so it comes last.
      const listed = new Set(results.map(({ id }) => id));
      const all = await index.search(query);
      results.push(...all.results.filter(({ id }) => !listed.has(id)));
    }
    const words = results.length ? splitQuery(query) : [];
    const each = words.length > 1 ? await Promise.all(words.map((word) => index.search(word))) : [];
    return { results, whole: each.every((one) => one.results.length) };
  } catch (error) {
    shard.index = null; // the next search tries again
    throw error;
  }
}

/** Shards in the order in which they are asked. What has no date comes last, either way round. */
function lineUp(by) {
  const dated = shards.filter((shard) => shard.dated);
  if (by === "oldest") dated.reverse();
  return [...dated, ...shards.filter((shard) => !shard.dated)];
}

/** How many articles shards hold. */
function countArticlesIn(some) {
  return some.reduce((sum, shard) => sum + shard.count, 0);
}

/** Take the next shards from the queue: as many as hold `most` articles, but at least one. */
function takeBatch(queue, most) {
  const batch = [queue.shift()];
  while (queue.length && countArticlesIn([...batch, queue[0]]) <= most) batch.push(queue.shift());
  return batch;
}

/** Best match first. */
function rank(results) {
  return results.sort((a, b) => b.score - a.score);
}

/**
 * All results, as they are wanted; `tally` tells how far the search has come. By date it takes larger steps as it goes:
 * a common word needs only the first shard, a rare one has soon asked them all.
 */
async function* findArticles(query, by, tally) {
  const queue = lineUp(by);
  const sort = { newest: { date: "desc" }, oldest: { date: "asc" } }[by] ?? {};
  const partial = [];
  for (let most = by === "best" ? Infinity : BATCH; queue.length; most *= 2) {
    const batch = takeBatch(queue, most);
    const answers = await Promise.allSettled(batch.map((shard) => askShard(shard, query, sort)));
    const found = [];
    answers.forEach(({ value }, i) => {
      if (!value) tally.failed.push(batch[i].name);
      else if (value.whole) found.push(...value.results);
      else partial.push(...value.results);
    });
    tally.found += found.length;
    tally.asked.push(...batch.map((shard) => shard.name));
    tally.waiting = countArticlesIn(queue);
    yield* by === "best" ? rank(found) : found;
  }
  if (tally.found === 0 && partial.length) {
    tally.partial = true;
    tally.found = partial.length;
    yield* rank(partial);
  }
}

// ---- Showing what they found -------------------------------------------------------------------------------------

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

/** Words as nodes, hits marked. `offset` is the place of the first word in the article. */
function markHits(words, offset, hits) {
  return words.flatMap((word, i) => {
    if (!hits.has(offset + i)) return [`${word} `];
    const [, before, core, after] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u.exec(word);
    const mark = document.createElement("mark");
    mark.textContent = core;
    return [before, mark, `${after} `];
  });
}

/** Words of the paragraph around its first hit, as nodes. */
function quotePassage(article, { start, end }, hits) {
  const words = article.content.split(/\s+/);
  const last = Math.min(end, words.length);
  const within = article.locations.filter((at) => at >= start && at < last);
  const first = within.length ? Math.min(...within) : start;
  const from = Math.max(start, Math.min(first - LEAD, last - PASSAGE));
  const to = Math.min(from + PASSAGE, last);
  return [from > start ? "… " : "", ...markHits(words.slice(from, to), from, hits), to < last ? "…" : ""];
}

/** Indexed files are flat, `<slug>.html`; articles live at `articles/<slug>/`. */
function articleAddress(url, paragraph) {
  const slug = /([^/]+)\.html$/.exec(url)?.[1];
  const address = slug ? `${base}articles/${slug}/` : url;
  return paragraph ? `${address}#${paragraph}` : address;
}

/** A result as an entry of the list. `fields` are those beside the text that matched. */
function showArticle(article, fields) {
  const entry = template.content.cloneNode(true);
  const hits = new Set(article.locations);
  const paragraph = findParagraph(article);
  const link = entry.querySelector("a");
  link.href = articleAddress(article.url, paragraph.id);
  link.append(...markHits((article.meta.title || "Untitled").split(/\s+/), 0, hits)); // the text begins with the title
  entry.querySelector(".excerpt").append(...quotePassage(article, paragraph, hits));
  for (const field of ["date", "source"]) {
    const place = entry.querySelector(`.${field}`);
    const text = article.meta[field] ?? (field === "date" ? "undated" : "");
    place.append(...markHits([text], 0, new Set(fields.includes(field) ? [0] : [])));
  }
  return entry;
}

/** "1 article", "1,204 articles". */
function countArticles(n) {
  return `${n.toLocaleString("en")} ${n === 1 ? "article" : "articles"}`;
}

/** The query in quotation marks, unless it brings its own. */
function quoteQuery(query) {
  return /^".*"$/.test(query) ? query : `“${query}”`;
}

/** How the search went, in a sentence or two. */
function describeSearch(query, tally) {
  const sentences = [];
  const { found, failed, asked } = tally;
  const words = quoteQuery(query);
  if (failed.length && failed.length === asked.length && !tally.waiting) {
    return "The search index could not be loaded. Try again in a while, or browse the people, topics and dates.";
  }
  if (tally.partial) {
    sentences.push(`No article has all of ${words}. ${countArticles(found)} ${found === 1 ? "has" : "have"} a part of it.`);
  } else if (found === 0) {
    sentences.push(`No article for ${words}. Try fewer words, or only the beginning of one.`);
  } else if (tally.waiting) {
    const year = asked.at(-1).replace(/-\d+$/, ""); // a year of very many articles has several shards
    const rest = `${tally.waiting.toLocaleString("en")} more have not been searched yet`;
    sentences.push(`${countArticles(found)} for ${words} so far, as far as ${year}; ${rest}.`);
  } else {
    sentences.push(`${countArticles(found)} for ${words}.`);
  }
  if (failed.length) sentences.push(`The index of ${failed.join(", ")} could not be loaded.`);
  return sentences.join(" ");
}

// ---- A search, from the words typed to the list shown --------------------------------------------------------------

let current = null; // the search that is shown; an older one that comes late finds that it is no longer the one

/** Add the next page of results to the list. */
async function showPage(search) {
  list.setAttribute("aria-busy", "true");
  const hits = [];
  while (hits.length < PAGE) {
    const { value, done } = await search.articles.next();
    if (search !== current) return;
    if (done) break;
    hits.push(value);
  }
  const loaded = await Promise.allSettled(hits.map((hit) => hit.data()));
  if (search !== current) return;
  const entries = loaded.flatMap(({ value }, i) => (value ? [showArticle(value, hits[i].matchedMetaFields ?? [])] : []));
  if (!search.shown) list.replaceChildren();
  list.append(...entries);
  search.shown += hits.length;
  list.removeAttribute("aria-busy");
  more.hidden = search.shown >= search.tally.found && search.tally.waiting === 0;
  status.textContent = describeSearch(search.query, search.tally);
}

/** Search for what stands in the form, and show the first page. */
async function runSearch() {
  const query = field.value.trim();
  const by = order.value;
  if (current && current.query === query && current.by === by) return current.first;
  const tally = { found: 0, failed: [], asked: [], waiting: countArticlesIn(shards), partial: false };
  const search = { query, by, tally, shown: 0, articles: findArticles(query, by, tally) };
  current = search;
  document.title = query ? `${query} – ${pageTitle}` : pageTitle;
  if (!query) {
    list.replaceChildren();
    more.hidden = true;
    status.textContent = "";
    current = null;
    return undefined;
  }
  const slow = setTimeout(() => {
    if (search === current) status.textContent = "Searching…";
  }, 400);
  search.first = showPage(search).finally(() => clearTimeout(slow));
  await search.first;
  if (search === current && search.tally.failed.length) current = null; // so that the same words may be tried again
  return undefined;
}

// ---- The address bar ---------------------------------------------------------------------------------------------

let settled = true; // whether the address is one to come back to; while somebody types, it is not

function remember() {
  const address = new URL(location.href);
  address.hash = "";
  const query = field.value.trim();
  if (query) address.searchParams.set("q", query);
  else address.searchParams.delete("q");
  if (order.value === "newest") address.searchParams.delete("order");
  else address.searchParams.set("order", order.value);
  if (address.href === location.href) return;
  if (settled) history.pushState(null, "", address);
  else history.replaceState(null, "", address);
  settled = false;
}

function recall() {
  const asked = new URL(location.href).searchParams;
  field.value = asked.get("q") ?? "";
  order.value = asked.get("order") ?? "newest";
  if (order.selectedIndex < 0) order.value = "newest";
  settled = true;
  return runSearch();
}

// ---- Hands on the form -------------------------------------------------------------------------------------------

let typing = 0;

field.addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(() => {
    remember();
    runSearch();
  }, PAUSE);
});

order.addEventListener("change", () => {
  settled = true;
  remember();
  settled = true;
  runSearch();
});

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  clearTimeout(typing);
  remember();
  settled = true;
  await runSearch();
  list.querySelector("a")?.focus();
});

more.addEventListener("click", async () => {
  if (!current) return;
  const shown = list.children.length;
  await showPage(current);
  list.children[shown]?.querySelector("a").focus();
});

// Arrow keys walk from the field through the results and back.
document.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const stops = [field, ...list.querySelectorAll("a")];
  const here = stops.indexOf(document.activeElement);
  const next = stops[here + step];
  if (here < 0 || !next) return;
  event.preventDefault();
  next.focus();
});

window.addEventListener("popstate", recall);
form.querySelector("[data-order]").hidden = false;
recall();

// Open the newest index while the first words are being typed.
if (!field.value && shards.length) (shards[0].index ??= openIndex(shards[0])).catch(() => (shards[0].index = null));
