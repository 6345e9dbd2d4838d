// People and topics whose names are being typed, also as others would spell them: "Shteinmeier" finds Steinmeier.

const MOST = 6; // names suggested
const LEAST = 2; // letters typed before any are

const base = document.querySelector("[data-base]").dataset.base;

/** A word without case and accents. */
function fold(word) {
  return word.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

function wordsOf(text) {
  return fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

// How the Latin alphabet of one language writes the sounds of another.
const SAME_SOUND = [
  [/tsch|tch|sch|zh|sh|ch|kh/g, (sound) => ({ kh: "h", zh: "s" })[sound] ?? "s"],
  [/ph/g, "f"],
  [/th/g, "t"],
  [/ck|q|c/g, "k"],
  [/x/g, "ks"],
  [/z/g, "s"],
  [/w/g, "v"],
  [/[aeiouyj]+/g, ""],
  [/h/g, ""],
  [/(.)\1+/g, "$1"],
];

/** What is left of a word when it is spelt as it sounds: its consonants, and whether it begins with a vowel. */
function soundOf(word) {
  const sound = SAME_SOUND.reduce((text, [spelling, same]) => text.replace(spelling, same), word);
  return /^[aeiouyj]/.test(word) ? `a${sound}` : sound;
}

let records = null;

/** Everybody and everything that has a page, with the words of all forms of the name; loaded when somebody types. */
function loadRecords() {
  records ??= Promise.all(["people", "topics"].map(loadIndex)).then((lists) => lists.flat());
  return records;
}

async function loadIndex(kind) {
  try {
    const answer = await fetch(`${base}${kind}/index.json`);
    const entries = answer.ok ? await answer.json() : [];
    return entries.map(({ id, preferred, variants, count }) => {
      const words = [...new Set([preferred, ...variants].flatMap(wordsOf))];
      return { kind, name: preferred, url: `${base}${kind}/${id}/`, count, words, sounds: words.map(soundOf) };
    });
  } catch {
    return []; // suggestions are a help, and nothing that a search waits for
  }
}

/** How well a record bears a name as typed: 2 as spelt, 1 as it sounds, 0 not at all. */
function likeness(record, typed) {
  let least = 2;
  for (const { word, sound } of typed) {
    if (record.words.some((own) => own.startsWith(word))) continue;
    if (sound.length < 3 || !record.sounds.some((own) => own.startsWith(sound))) return 0;
    least = 1;
  }
  return least;
}

/** The people and topics that words may mean, the likeliest first. */
export async function suggestNames(text) {
  const typed = wordsOf(text).map((word) => ({ word, sound: soundOf(word) }));
  if (!typed.length || typed.every(({ word }) => word.length < LEAST)) return [];
  return (await loadRecords())
    .map((record) => ({ record, like: likeness(record, typed) }))
    .filter(({ like }) => like)
    .sort((a, b) => b.like - a.like || b.record.count - a.record.count || a.record.name.localeCompare(b.record.name))
    .slice(0, MOST)
    .map(({ record }) => record);
}
