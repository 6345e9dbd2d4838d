"""Which language a text is in, told by its script and by its most common words.

For a page, of which there is plenty; a headline alone may be in any of several. Chinese and Japanese, Korean, Greek and
Hebrew are told by their letters.
"""

import re
from collections.abc import Sequence

_LOOKED_AT = 20_000
"""Characters by which a language is told."""
_PLAIN_ENGLISH = (" the ", " and ")
_ENGLISH_EVERY = 1500
"""Characters: a text that has one of these words more often than so, and twice, is English at a glance."""
_LETTERS = re.compile(r"[^\W\d_]+")
_LEAST = 0.06
"""Share of a text's words that the common words of a language make up at least, for the language to be believed."""
_DIFFERENT = 4
"""How many of them stand in it: a menu may hold one again and again."""
_CLEARLY = 1.3
"""How many times as many there must be as English ones."""

_IDEOGRAPH = re.compile("[\u3400-\u9fff\u3040-\u30ff]")
_KANA = re.compile("[\u3040-\u309f]")
_IDEOGRAPHIC = 0.2
"""Share of a text's letters that are ideographs, from which on it is Chinese or Japanese."""

_SCRIPTS = (
    (re.compile("[\u0400-\u04ff]"), ("ru", "uk", "bg")),
    (re.compile("[\u0370-\u03ff]"), ("el",)),
    (re.compile("[\u0600-\u06ff]"), ("ar", "fa")),
    (re.compile("[\u0590-\u05ff]"), ("he",)),
    (re.compile("[\uac00-\ud7af]"), ("ko",)),
)
"""Scripts but for the Latin one, with the languages that are written in them."""

_COMMON_WORDS = {
    "ar": "في من على إلى أن عن التي مع هذا الذي ما لا كان بعد هذه كما",
    "bg": "и на в за от да се е не по с че като са до към но това",
    "ca": "de la el que els les del un una en per amb no es al ha més com dels són",
    "cs": "se na je že do to ve by za si po ale pro jako podle který také",
    "da": "og det er på som en at til af for med ikke de den har et fra men var han om sig der efter blev "
    "bliver mellem noget vil blive",
    "de": "der die das den dem des und in zu mit ist nicht ein eine einen auf für von im sich auch als an es er "
    "sie hat dass wird",
    "en": "the and of to in is that for on with as was it by be at from are this have has not but he they an",
    "es": "el la los las de del en que un una por con no se para al lo su es como más pero sus fue ha",
    "fa": "و در به از که این را با است برای آن یک خود تا بر هم",
    "fi": "ja on ei että se oli hän mutta kun ovat myös joka kuin sen tai jo vain hänen ole niin oli myös "
    "mukaan ovat tämä mitä siitä vielä",
    "fr": "le la les des de du et un une en dans est que qui pour pas au aux sur par plus ce il elle ne se avec sont",
    "he": "של את על לא הוא עם כי גם זה היא או כל אם אל יותר",
    "hr": "je na se da su za od kako koji što nije ili će iz do",
    "hu": "az és hogy nem is egy meg volt de ez már csak azt mint el még szerint ha vagy",
    "id": "yang dan di dari dengan untuk ini itu pada dalam tidak akan juga oleh sebagai karena kata",
    "it": "il la di che un una in per del della non le da con si al dei nel sono ha alla lo gli anche",
    "nb": "og det er på som en til av for med at ikke de den har et fra men var han om seg vil ha etter ble "
    "bli mellom noe",
    "nl": "de het een en van in dat is op te voor met zijn niet aan die er om ook als door naar bij was",
    "pl": "na się nie do to że jest od za jak po przez dla są przy ale oraz był",
    "pt": "os as de do da que em um uma para com não no na por se mais dos das ao foi como",
    "ro": "și de în la cu pe care nu din să se un este mai au pentru fost că prin sau",
    "ru": "и в на не что с по как это за из его для но он от к же то у",
    "sk": "sa na je že do to aj vo by za si po ale pre ako podľa ktorý",
    "sv": "och att det en som är på av för med den till inte om har de ett var från men",
    "tr": "ve bir bu da de için ile olarak daha çok en ne gibi ama olan sonra kadar yeni son ise her ki var "
    "değil iki göre etti oldu dedi söyledi eden yapılan",
    "uk": "і в на не що з та до як це за у про його для але від й під також",
}  # fmt: skip
"""Some of the most common words of each language; in Latin letters none of one letter, which may be an initial too."""
_COMMON = {code: frozenset(words.split()) for code, words in _COMMON_WORDS.items()}
_LATIN = [code for code in _COMMON if not any(code in codes for _, codes in _SCRIPTS)]


def tell_language(text: str) -> str:
    """The language of most of a text, as ISO 639 has it; "en" where it is not clear.

    >>> tell_language("Der Rat hat die Brücke gesperrt, und das ist nicht alles.")
    'de'
    """
    text = text[:_LOOKED_AT]
    if sum(map(text.count, _PLAIN_ENGLISH)) * _ENGLISH_EVERY > max(len(text), _ENGLISH_EVERY):
        return "en"
    words = _LETTERS.findall(text.lower())
    letters = sum(map(len, words))
    if len(_IDEOGRAPH.findall(text)) > _IDEOGRAPHIC * letters:
        return "ja" if _KANA.search(text) else "zh"
    candidates = _candidates(text, letters)
    if len(candidates) == 1:
        return candidates[0]
    counts = {code: sum(word in _COMMON[code] for word in words) for code in ("en", *candidates)}
    best = max(candidates, key=lambda code: counts[code])
    is_clear = counts[best] >= _LEAST * len(words) and counts[best] > _CLEARLY * counts["en"]
    return best if is_clear and len(_COMMON[best].intersection(words)) >= _DIFFERENT else "en"


def _candidates(text: str, letters: int) -> Sequence[str]:
    """The languages that are written in the script of most of a text's ``letters``."""
    return next((codes for script, codes in _SCRIPTS if 2 * len(script.findall(text)) > letters), _LATIN)
