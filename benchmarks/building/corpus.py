"""A synthetic news archive, the same articles for Dateline and for its peers. Deterministic by number and seed.

    python benchmarks/building/corpus.py 10000 FOLDER

Writes FOLDER/dateline/content, FOLDER/hugo/content and FOLDER/pelican/content: about 480 words an article, 20 years, 12
sources, a person for every 20 articles, 120 topics, markup in a tenth of the articles.
"""

import datetime as dt
import itertools
import json
import random
import re
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

FIRST = """
Anna Omar Li Maria James Fatima Chen Elena David Aisha Peter Sofia Hiroshi Ingrid Carlos Nadia Thomas Amara
Viktor Leila Samuel Priya Johan Zainab Michael Rosa Kwame Yuki Daniel Irina Hassan Claire Andre Mei Robert
Tatiana Ahmed Julia Pavel Grace Diego Noor Stephen Olga Rajesh Helen Marco Sara José Zoë Björn Renée Karim Alice
Dmitri Ruth Emeka Linda Oscar Farah Henry Marta Tariq Emma Luis Hana Erik Miriam George Ayesha Nikolai Diane
Kofi Laura Sanjay Vera Paul Yara Martin Chloe
""".split()
LAST = """
Okafor Smith Garcia Tanaka Müller Ivanov Haddad Patel Johnson Nguyen Silva Kowalski Andersson Rossi Dubois Kim
Mensah Cohen Ali Brown Petrov Sato Fernandez O'Neil Hoffman Lindqvist Marino Das Adeyemi Park Novak Jensen Lopez
Baker Khan Moreau Popescu Wright Yilmaz Costa Schmidt Abebe Larsen Murphy Chavez Wagner Ito Sharma Bauer Clark
Rahman Fischer Mora Zhang Becker Ruiz Evans Nakamura Farouk Hughes Varga Castillo Weiss Reid Hussein Keller
Bianchi Mwangi Stone Laurent Ortiz Foster Horvat Bell Sokolov Rivera Grant Amin Walsh Perez Chang Voss Duarte
Frost Malik Dean Karlsson Sousa Ward Levy Navarro Holt Jovanovic Page Torres Lund Banerjee Quinn Soto Beck
Ferrari Mbeki Cole Sandoval Roth Osman Blake Vidal Hart Demir Lane Gupta Crespo North Eriksen Flores Tan Marsh
Hale Ndiaye
""".split()
SOURCES = [
    "The Daily Courier",
    "Northern Gazette",
    "Harbour Times",
    "Metro Observer",
    "The Evening Ledger",
    "Capital & Country",
    "River Valley Post",
    "The Independent Standard",
    "Coastline News",
    "Financial Register",
    "The Weekly Dispatch",
    "Global Wire",
]
TOPIC_A = """
Climate Energy Water Food Health Trade Border Housing School Labour Railway Port Election Budget Tax Court
Police Defence Satellite Vaccine Fisheries Forest Mining Banking Currency Internet Privacy Robotics Museum
Cinema Football Cycling Tourism Migration Press Pension Flood Drought Wildfire Shipping
""".split()
TOPIC_B = ["", " Policy", " Reform"]  # 40 x 3 = 120 topics
FUNCTION_WORDS = """
the of and to in a that is for on with as was by at from it are be this have an has not were which said will or
but his their had they its who also after more been than new when would her one about into over there last first
two up out other people year could only time some most government city years state during before between while
under since against because through where three national percent public many week should may officials such
report members made million police country former plan world group company according month day local including
political president minister among both another including
""".split()

START, END = dt.date(2005, 1, 1), dt.date(2024, 12, 31)


def slugify(s: str) -> str:
    """Lower-case ASCII words joined by hyphens."""
    s = unicodedata.normalize("NFKD", s).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", s).strip("-")


def zipf_cum(n: int, s: float, shift: float = 0.0) -> list[float]:
    """Cumulative weights of a Zipf-Mandelbrot distribution over ``n`` ranks."""
    return list(itertools.accumulate(1.0 / (i + 1 + shift) ** s for i in range(n)))


def pseudo_words(n: int, rng: random.Random) -> list[str]:
    """Words that only sound like some."""
    on = [
        "b",
        "c",
        "d",
        "f",
        "g",
        "h",
        "j",
        "k",
        "l",
        "m",
        "n",
        "p",
        "r",
        "s",
        "t",
        "v",
        "w",
        "br",
        "cr",
        "dr",
        "fl",
        "gr",
        "pl",
        "pr",
        "sh",
        "sl",
        "sp",
        "st",
        "tr",
        "th",
    ]
    nu = ["a", "e", "i", "o", "u", "ai", "ea", "io", "ou"]
    co = ["", "", "n", "r", "s", "t", "l", "nd", "st", "m", "ck"]
    out, seen = [], set()
    while len(out) < n:
        w = "".join(rng.choice(on) + rng.choice(nu) + rng.choice(co) for _ in range(rng.choice((1, 2, 2, 3, 3))))
        if w not in seen and len(w) > 2:
            seen.add(w)
            out.append(w)
    return out


def vocabulary(size: int, rng: random.Random) -> list[str]:
    """Function words first, for the frequencies of real text; then words that only sound like some."""
    known = list(dict.fromkeys(FUNCTION_WORDS))
    return known + pseudo_words(size - len(known), rng)


class Corpus:
    """Draws articles from a vocabulary, people, topics and sources of skewed frequencies."""

    def __init__(self, n: int, seed: int = 1, vocab: int = 5000) -> None:
        self.n = n
        rng = self.rng = random.Random(f"{seed}:{n}")
        self.vocab = vocabulary(vocab, rng)
        self.vocab_cum = zipf_cum(len(self.vocab), 1.0, 2.7)  # Zipf-Mandelbrot
        names = [f"{a} {b}" for a in FIRST for b in LAST]
        rng.shuffle(names)
        npeople = max(50, n // 20)
        if npeople > len(names):
            names += [f"{a} {m}. {b}" for a in FIRST for m in "ABCDEFGHJKLMNPRST" for b in LAST]
        seen, self.people = set(), []
        for p in names:
            s = slugify(p)
            if s not in seen:
                seen.add(s)
                self.people.append(p)
                if len(self.people) == npeople:
                    break
        self.people_cum = zipf_cum(npeople, 1.0, 1.0)
        self.topics = [a + b for a in TOPIC_A for b in TOPIC_B]
        rng.shuffle(self.topics)
        self.topics_cum = zipf_cum(len(self.topics), 1.0, 1.0)
        self.sources_cum = zipf_cum(len(SOURCES), 0.5)

    def distinct(self, pool: list[str], cum: list[float], k: int) -> list[str]:
        out: dict = {}
        while len(out) < k:
            out[self.rng.choices(pool, cum_weights=cum)[0]] = None
        return list(out)

    def sentence(self, k: int, people: list[str]) -> str:
        rng = self.rng
        w = rng.choices(self.vocab, cum_weights=self.vocab_cum, k=k)
        r = rng.random()
        if r < 0.12:
            w[rng.randrange(k)] = rng.choice(people)
        elif r < 0.20:
            w[rng.randrange(k)] = str(
                rng.choice((rng.randrange(2, 99), rng.randrange(100, 9999), rng.randrange(1990, 2025)))
            )
        elif r < 0.24:
            i = rng.randrange(k)
            w[i] = w[i] + "'s"
        if k > 12:
            i = rng.randrange(4, k - 4)
            w[i] = w[i] + ","
        s = " ".join(w)
        return s[0].upper() + s[1:] + ("." if rng.random() < 0.97 else "?")

    def paragraph(self, k: int, people: list[str]) -> str:
        out = []
        while k > 0:
            n = self.rng.randint(9, 24)
            if k - n < 6:
                n = k
            out.append(self.sentence(max(n, 5), people))
            k -= n
        return " ".join(out)

    def articles(self) -> Iterator[dict[str, Any]]:
        rng = self.rng
        days = (END - START).days + 1
        for i in range(self.n):
            d = START + dt.timedelta(days=rng.randrange(days))
            t = dt.datetime(d.year, d.month, d.day, rng.randrange(24), rng.randrange(60))
            people = self.distinct(self.people, self.people_cum, rng.choices((1, 2, 3, 4), (35, 35, 20, 10))[0])
            topics = self.distinct(self.topics, self.topics_cum, rng.choices((1, 2, 3), (40, 40, 20))[0])
            source = rng.choices(SOURCES, cum_weights=self.sources_cum)[0]
            tw = rng.choices(self.vocab, cum_weights=self.vocab_cum, k=rng.randint(5, 10))
            title = " ".join(
                w if (w in ("the", "of", "and", "to", "in", "a") and j) else w.capitalize() for j, w in enumerate(tw)
            )
            r = rng.random()
            if r < 0.15:
                title = f"{rng.choice(people)}: {title}"
            elif r < 0.19:
                title = f"{title} & {rng.choice(self.vocab).capitalize()}"
            elif r < 0.22:
                title = f'"{title}," {rng.choice(people)} Says'
            nwords, npara = rng.randint(250, 700), rng.randint(6, 14)
            cuts = [rng.uniform(0.6, 1.4) for _ in range(npara)]
            total = sum(cuts)
            paras = [self.paragraph(max(12, round(nwords * c / total)), people) for c in cuts]
            summary = re.split(r"(?<=[.?]) ", paras[0])[0]
            if rng.random() < 0.10:
                for kind in rng.sample(("quote", "list", "link", "emph"), rng.choice((1, 1, 2, 3))):
                    j = rng.randrange(1, len(paras))
                    if kind == "quote":
                        paras.insert(j, "> " + self.paragraph(rng.randint(15, 40), people))
                    elif kind == "list":
                        paras.insert(
                            j,
                            "\n".join(
                                "- " + self.sentence(rng.randint(5, 12), people) for _ in range(rng.randint(3, 5))
                            ),
                        )
                    else:
                        if paras[j][0] in ">-":
                            continue
                        w = paras[j].split(" ")
                        k = rng.randrange(1, len(w) - 3)
                        a, z = (
                            ("[", f"](https://example.org/{rng.randrange(10**6)})")
                            if kind == "link"
                            else (("*", "*") if rng.random() < 0.5 else ("**", "**"))
                        )
                        w[k] = a + w[k]
                        w[k + 2] = w[k + 2] + z
                        paras[j] = " ".join(w)
            slug = f"{slugify(title)[:60].strip('-')}-{i:06d}"
            yield {
                "id": i,
                "slug": slug,
                "title": title,
                "date": t.strftime("%Y-%m-%dT%H:%M:00Z"),
                "source": source,
                "people": people,
                "topics": topics,
                "url": f"https://news.example.org/{slugify(source)}/{d:%Y/%m/%d}/{slug}",
                "summary": summary,
                "body": "\n\n".join(paras) + "\n",
            }


TOOLS = ("dateline", "hugo", "pelican")


def write_corpus(n: int, folder: Path, tools: Sequence[str] = TOOLS) -> None:
    """Write ``n`` articles in the dialect of front matter of each of the ``tools``."""
    corpus = Corpus(n)
    made: set[Path] = set()
    for a in corpus.articles():
        year, month = a["date"][:4], a["date"][5:7]
        for tool, path, head in (
            ("dateline", f"content/articles/{year}/{a['slug']}.md", front_matter_of_dateline(a)),
            ("hugo", f"content/articles/{year}/{month}/{a['slug']}.md", front_matter_of_hugo(a)),
            ("pelican", f"content/articles/{year}/{month}/{a['slug']}.md", front_matter_of_pelican(a)),
        ):
            if tool not in tools:
                continue
            file = folder / tool / path
            if file.parent not in made:
                file.parent.mkdir(parents=True, exist_ok=True)
                made.add(file.parent)
            file.write_text(head + a["body"], encoding="utf-8")
    for kind, names in (("people", corpus.people), ("topics", corpus.topics), ("sources", SOURCES)):
        records = folder / "dateline/content" / kind
        records.mkdir(parents=True)
        for name in names:
            (records / f"{slugify(name)}.md").write_text(f"---\nname: {quote(name)}\n---\n", encoding="utf-8")
    (folder / "dateline/site.toml").write_text('title = "News Archive"\nurl = "https://archive.example.org/"\n')


def quote(text: str) -> str:
    """A string that YAML and TOML read alike."""
    return json.dumps(text, ensure_ascii=False)


def quote_all(texts: list[str]) -> str:
    """A list of such strings."""
    return f"[{', '.join(map(quote, texts))}]"


def front_matter_of_dateline(a: dict[str, Any]) -> str:
    """Names by id."""
    return (
        f"---\ntitle: {quote(a['title'])}\nstandfirst: {quote(a['summary'])}\npublished: {a['date'][:10]}\n"
        f"source: {slugify(a['source'])}\nurl: {quote(a['url'])}\n"
        f"people: {quote_all(list(map(slugify, a['people'])))}\n"
        f"topics: {quote_all(list(map(slugify, a['topics'])))}\nlanguage: en\n---\n\n"
    )


def front_matter_of_hugo(a: dict[str, Any]) -> str:
    """Names as taxonomy terms; years, months and days too, as Hugo has no date archives of its own."""
    year, month, day = a["date"][:4], a["date"][:7], a["date"][:10]
    return (
        f"---\ntitle: {quote(a['title'])}\ndate: {a['date']}\nsummary: {quote(a['summary'])}\n"
        f"original: {quote(a['url'])}\npeople: {quote_all(a['people'])}\ntopics: {quote_all(a['topics'])}\n"
        f"sources: [{quote(a['source'])}]\nyears: ['{year}']\nmonths: ['{month}']\ndays: ['{day}']\n---\n\n"
    )


def front_matter_of_pelican(a: dict[str, Any]) -> str:
    """People as authors, topics as tags, the source as category."""
    tags = "; ".join(a["topics"]) + (";" if len(a["topics"]) == 1 else "")
    return (
        f"Title: {a['title']}\nDate: {a['date'][:10]} {a['date'][11:16]}\nSlug: {a['slug']}\nCategory: {a['source']}\n"
        f"Authors: {'; '.join(a['people'])}\nTags: {tags}\nSummary: {a['summary']}\nOriginal: {a['url']}\n\n"
    )


if __name__ == "__main__":
    write_corpus(int(sys.argv[1]), Path(sys.argv[2]))
