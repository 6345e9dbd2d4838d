// The indexes of the search: one Pagefind index for each year, a "shard", so that a search for something recent loads
// little and the archive may grow. Shards are asked from one end, by date until a page of results is full, by best match
// as many as an allowance of transfer pays for; all of them when the reader asks for that, and when nothing is found
// before.

const BATCH = 1000; // articles searched first by date; twice as many with every further step

// What a search transfers, in kB: measured with newspaper articles of 400 words.
const ALLOWANCE = 190; // for indexes; Pagefind itself, the names and a page of results come to 200 more
const COUNTING = 900; // for indexes when results are counted, which nobody waits for
const ENTRY_COST = 0.5; // of opening an index
const ARTICLE_COST = 0.011; // of opening it, for each article
const CHUNK_COST = 25; // of looking a word up, in a large index
const WORD_COST = 1.4; // of looking a word up in a small one, for each article

const GROUPS = ["source", "topic"]; // what a search is narrowed down by

/** The newest first, as the page lists them. `index` is the opened index, or rather the promise of it. */
export const shards = [...document.querySelectorAll("[data-shard]")].map((entry) => ({
  name: entry.dataset.shard,
  count: Number(entry.dataset.count),
  year: Number.parseInt(entry.dataset.shard, 10) || null, // "undated" has none
  index: null,
}));

const base = document.querySelector("[data-base]").dataset.base;

// ---- Opening them ------------------------------------------------------------------------------------------------

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

function open(shard) {
  shard.index ??= openIndex(shard).catch((error) => {
    shard.index = null; // the next search tries again
    throw error;
  });
  return shard.index;
}

/** Open the indexes that a first search will ask, while its words are being typed. */
export function warmUp(query) {
  const queue = lineUp(query);
  const step = queue.length ? takeStep(queue, query, query.order === "best" ? Infinity : BATCH, ALLOWANCE) : [];
  for (const shard of step) open(shard).catch(() => {});
}

// ---- Asking them -------------------------------------------------------------------------------------------------

/** The words of a query; none for a quoted phrase, which counts as a whole. */
export function splitQuery(words) {
  if (/^\s*".+"\s*$/.test(words)) return [];
  return words.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** What Pagefind is told of the filters: one of the values within a group, and all groups. `but` is left out. */
function filtersOf(query, but = "") {
  const chosen = GROUPS.filter((group) => group !== but && query[group].length);
  return Object.fromEntries(chosen.map((group) => [group, { any: query[group] }]));
}

/** The shards that a query is about. Years are chosen by shard, so what has no certain year is in no span. */
export function shardsOf(query) {
  if (!query.from && !query.to) return shards;
  return shards.filter(({ year }) => year && year >= (query.from || 0) && year <= (query.to || 9999));
}

let asking = Promise.resolve(); // ends when the worker is free for the next shard

/**
 * Ask in turn, so that a search which nobody waits for any more ends with the shard that it is at, and not with all: the
 * worker answers one after the other anyway, and the next key would wait for what the last one asked.
 */
function inTurn(ask, signal) {
  const answer = asking.then(() => {
    signal.throwIfAborted();
    return ask();
  });
  asking = answer.catch(() => {});
  return answer;
}

/**
 * What a shard finds, and which words it does not know. Pagefind drops a word that an index does not know. Within one
 * index that forgives a slip; over many it would bring articles from every year that lacks the word.
 */
async function askShard(shard, query, sort, signal) {
  const index = await open(shard);
  signal.throwIfAborted();
  const filters = filtersOf(query);
  await index.preload(query.words, { filters });
  return inTurn(() => answerShard(index, query, sort, filters), signal);
}

async function answerShard(index, query, sort, filters) {
  const answer = await index.search(query.words, { sort, filters });
  const results = [...answer.results];
  if (results.length < answer.unfilteredResultCount && sort.date) {
    // A sorted search leaves out what has no certain day. It belongs to the year all the same, so it comes last.
    const all = await index.search(query.words, { filters });
    const listed = new Set(results.map(({ id }) => id));
    results.push(...all.results.filter(({ id }) => !listed.has(id)));
  }
  return { results, missing: await findMissing(index, query.words) };
}

const NOTHING = { filters: { "of-no-article": ["any"] } }; // of what such a search finds, Pagefind ranks and sends nothing

/** The words that an index does not know. */
async function findMissing(index, text) {
  const words = splitQuery(text);
  const each = await Promise.all(words.map((word) => index.search(word, NOTHING)));
  return words.filter((_, i) => !each[i].unfilteredResultCount);
}

/** Shards in the order in which they are asked. What has no date comes last, either way round. */
function lineUp(query) {
  const own = shardsOf(query);
  const dated = own.filter(({ year }) => year);
  if (query.order === "oldest") dated.reverse();
  return [...dated, ...own.filter(({ year }) => !year)];
}

/** How many articles shards hold. */
export function countArticlesIn(some) {
  return some.reduce((sum, shard) => sum + shard.count, 0);
}

/** What asking a shard transfers, in kB, more or less. */
function costOf(shard, query) {
  const words = splitQuery(query.words).length || 1;
  return ENTRY_COST + shard.count * ARTICLE_COST + words * Math.min(CHUNK_COST, shard.count * WORD_COST);
}

/** Take the next shards from the queue, at least one: by date as many as hold `most` articles, and never for more than `left`. */
function takeStep(queue, query, most, left) {
  const step = [queue.shift()];
  const cost = () => [...step, queue[0]].reduce((sum, shard) => sum + costOf(shard, query), 0);
  while (queue.length && countArticlesIn([...step, queue[0]]) <= most && cost() <= left) step.push(queue.shift());
  return step;
}

/** Best match first. */
function rank(results) {
  return results.sort((a, b) => b.score - a.score);
}

/** A search that has found nothing yet. */
export function beginTally(query) {
  return { found: 0, failed: [], asked: [], waiting: countArticlesIn(shardsOf(query)), partial: false, unknown: null };
}

/**
 * All results, as they are wanted; `tally` tells how far the search has come. By date it takes larger steps as it goes:
 * a common word needs only the first shard, a rare one has soon asked them all. Without `query.whole` it rests when it
 * has found something and spent its allowance: it gives `null`, and goes on when it is asked again. It ends when `signal` says
 * that nobody waits for it.
 */
export async function* findArticles(query, tally, signal) {
  const queue = lineUp(query);
  const sort = { newest: { date: "desc" }, oldest: { date: "asc" } }[query.order] ?? {};
  const isRanked = query.order === "best";
  const allowance = query.whole ? Infinity : ALLOWANCE;
  const partial = [];
  let left = allowance;
  for (let most = isRanked ? Infinity : BATCH; queue.length; most *= 2) {
    if (tally.found && costOf(queue[0], query) > left) {
      yield null;
      left = allowance;
    }
    const step = takeStep(queue, query, most, tally.found ? left : Math.max(left, ALLOWANCE));
    left -= step.reduce((sum, shard) => sum + costOf(shard, query), 0);
    const answers = await Promise.allSettled(step.map((shard) => askShard(shard, query, sort, signal)));
    if (signal.aborted) return;
    const found = [];
    answers.forEach(({ value }, i) => {
      if (!value) {
        tally.failed.push(step[i].name);
        return;
      }
      (value.missing.length && value.results.length ? partial : found).push(...value.results);
      // A word is unknown to the archive when no shard knows it.
      tally.unknown = tally.unknown ? tally.unknown.filter((word) => value.missing.includes(word)) : value.missing;
    });
    tally.found += found.length;
    tally.asked.push(...step.map(({ name }) => name));
    tally.waiting = countArticlesIn(queue);
    yield* isRanked ? rank(found) : found;
  }
  if (tally.found === 0 && partial.length) {
    tally.partial = true;
    tally.found = partial.length;
    yield* rank(partial);
  }
}

// ---- Counting by source and topic --------------------------------------------------------------------------------

/**
 * How many articles each source and topic has among the results: `{source: {name: n}, topic: …}`, and whether in all
 * shards or in those alone that an allowance pays for, from the same end as the search. Within a group one of the chosen
 * values is enough, so a group is counted as if nothing were chosen in it.
 */
export async function countValues(query) {
  const totals = { source: new Map(), topic: new Map() };
  const queue = lineUp(query);
  const counted = queue.length ? takeStep(queue, query, Infinity, query.whole ? Infinity : COUNTING) : [];
  const answers = await Promise.allSettled(counted.map((shard) => countIn(shard, query)));
  for (const { value: groups = [] } of answers) {
    groups.forEach((counts, i) => {
      const total = totals[GROUPS[i]];
      for (const [name, n] of Object.entries(counts)) if (n) total.set(name, (total.get(name) ?? 0) + n);
    });
  }
  return { totals, counted: counted.map(({ name }) => name), isWhole: !queue.length };
}

/** How often each value of each group occurs in a shard, in the order of the groups. */
async function countIn(shard, query) {
  const index = await open(shard);
  await index.filters(); // without these no search counts
  if ((await findMissing(index, query.words)).length) return [];
  const all = await index.search(query.words, NOTHING);
  return Promise.all(
    GROUPS.map(async (group) => {
      const filters = filtersOf(query, group);
      const isFree = !Object.keys(filters).length;
      const counts = isFree ? all.totalFilters : (await index.search(query.words, { filters })).filters;
      return counts?.[group] ?? {};
    }),
  );
}
