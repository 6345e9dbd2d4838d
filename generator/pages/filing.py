"""Filing: the word of a person's name under which an index has it.

That is the family name, as in library catalogues (IFLA, "Names of Persons", 4th edition): the last word in most of the
world, after the particles; the first where family names come first, as in China, Korea and Vietnam; the only name of
popes and monarchs. Where the rules would err, a variant "Family name, Given name" of the person's record decides.
"""

import re

from generator.model.authority import Person
from generator.model.slug import slugify


def _word_set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_NUMERAL = re.compile(r"[IVX]+\.?")
_SUFFIX = re.compile(r"(?:Jr|Sr|Jnr|Snr|Junior|Senior)\.?")
_MONARCHS = _word_set("pope king queen emperor patriarch tsar saint")
_PARTICLES = _word_set(
    """
    af av bin bint da dal das de degli dei del della den der di do dos du el ibn la le los ter ten til van vom von y zu
    """
)
_ARTICLE = re.compile(r"(?i)(?:al|el|ad|an|ar|as|ash|az)[-‐‑]")

# The most frequent family names, in the spellings of the press.
_CHINESE = _word_set(
    """
    bai bo cai cao chen cheng cui dai deng ding dong du fan fang feng fu gao gu guo han hao he hou hu hua huang jia
    jiang jin kong lei li liang liao lin liu long lu luo ma mao meng mo pan peng qi qian qiao qin qiu ren shao shen shi
    song su sun tan tang tao tian wan wang wei wen wu xi xia xiao xie xiong xu xue yan yang yao ye yin yu yuan zeng
    zhai zhang zhao zheng zhong zhou zhu zou
    """
)
_KOREAN = _word_set(
    """
    ahn bae ban chang cho choi chung han hong hwang hyun jang jeong jo jung kang kim ko kwon lee lim min moon na nam
    noh oh pak park rhee ri roh ryu seo shin sohn song suh yang yi yoo yoon yun
    """
)
_VIETNAMESE = _word_set(
    "bui dang dinh doan duong ha ho hoang huynh le luong ly ngo nguyen pham phan ta to tran truong vo vu"
)

# A Chinese given name is one or two syllables of pinyin, written together.
_PINYIN = re.compile(
    r"(?:(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?"
    r"(?:i?ang|i?ong|u?ang|eng|ing|ian|iao|uai|uan|ai|an|ao|ei|en|ia|ie|in|iu|ou|ua|ue|ui|un|uo|a|e|i|o|u)){1,2}"
)
_KOREAN_GIVEN = re.compile(r"[a-z]{1,5}-[a-z]{1,5}")


def filing_word(person: Person) -> str:
    """The name as an index sorts it, in lower-case ASCII with hyphens: what it is filed under, then the whole name.

    >>> [filing_word(Person(id="x", name=n)) for n in ("Jaap de Hoop Scheffer", "Ban Ki-moon", "Leo XIV")]
    ['hoop-scheffer-jaap-de-hoop-scheffer', 'ban-ban-ki-moon', 'leo-leo-xiv']
    """
    inverted = next((variant for variant in person.variants if _is_inverted(variant)), None)
    family = inverted.split(",")[0] if inverted else family_name(person)
    return slugify(f"{_ARTICLE.sub('', family)} {person.name}")


def _is_inverted(variant: str) -> bool:
    """Whether a variant is written "Family name, Given name", and not "Martin Luther King, Jr"."""
    family, comma, given = variant.partition(",")
    return bool(family.strip() and comma and given.strip()) and not _SUFFIX.fullmatch(given.strip())


def family_name(person: Person) -> str:
    """The part of a name that it is filed under, as printed; see the head of this module."""
    words = [word.strip(",") for word in person.name.split()]
    if len(words) > 1 and words[0].lower() in _MONARCHS:
        return words[1]
    if len(words) > 1 and _NUMERAL.fullmatch(words[-1]):
        words.pop()
        if _reigns(person):
            return words[0]
    elif len(words) > 2 and _SUFFIX.fullmatch(words[-1]):
        words.pop()
    if _family_comes_first([slugify(word) for word in words]):
        return words[0]
    start = next((at + 1 for at in range(len(words) - 2, 0, -1) if words[at] in _PARTICLES), len(words) - 1)
    return " ".join(words[start:])


def _reigns(person: Person) -> bool:
    """Whether a variant or an office says that the person is called by a given name alone."""
    said = (*person.variants, *(office.title for office in person.offices))
    return any(words.lower().split(" ", 1)[0] in _MONARCHS for words in said)


def _family_comes_first(words: list[str]) -> bool:
    """Whether a name, of several words, is written in the order of East Asia."""
    family, *given = words
    if not given:
        return False
    if len(given) == 1:
        if _KOREAN_GIVEN.fullmatch(given[0]) and family in _KOREAN:
            return True
        return family in _CHINESE and _PINYIN.fullmatch(given[0].replace("-", "")) is not None
    if len(given) == 2 and family in _KOREAN:
        return all(len(word) <= 5 for word in given)
    return family in _VIETNAMESE and all(len(word) <= 6 for word in given)
