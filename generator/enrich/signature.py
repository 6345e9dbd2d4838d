"""Signatures: the few words that set a text apart, by which related articles are found.

What is common in an archive is for the archive to say, when signatures are compared; here only words are passed over
that say nothing anywhere. So the signature of a text never depends on other texts.
"""

from collections import Counter

from generator.enrich.words import word_set

LENGTH = 8
"""Words of a signature."""

_SHORTEST, _LONGEST = 5, 24
"""Letters of a word that may be taken."""
_MARKS, _OTHER_MARKS = '.,;:!?()[]*_#"-/', "“”„«»‘—–"
"""What parts words, or stands around them, in ASCII and not; to replace them is several times faster than a pattern."""
_SPACED = bytes.maketrans(_MARKS.encode(), b" " * len(_MARKS))
_READ = 1500
"""Characters of a text that are read: news says first what it is about."""
_HEADLINE = 3
"""How often a word of the headline counts beside those of the text."""

_EMPTY = word_set(
    """
about above according account across action actually added adding after afternoon again against agency ahead allow
allowed almost alone along already although always amid among amount announced another answer anyone anything appear
appeared april areas around article asked asking august authorities available became because become becoming before
began begin behind being believe below beside besides better between beyond billion bring broke brought build building
built called calling calls came cannot cause center central centre certain chance change changed changes chief children
choice city claim claimed claims clear close closed coming comment comments common community company concern concerned
concerns conditions conference consider considered continue continued control could countries country couple course
current currently daily death december decided decision describe described despite details develop developed
development different difficult director discuss discussed doing dollar dollars during earlier early effort efforts
eight either eleven emerged ended ending enough ensure entire especially established evening event events eventually
every everybody everyone everything exactly example executive expect expected experience explained extra facing failed
family father february fewer field fifth figure figures final finally finding first focus follow followed following
follows force forced former forward found fourth friday friend friends front further future general gives given giving
goods government great greater group groups growing happen happened happening having heard help hers herself highest
himself history hold holding hours house however hundred hundreds immediately importance important include included
includes including increase increased indeed information inside instead interest international interview involved
issue issues itself january joined july june just keeping killed known large larger largest later latest launch
launched leader leaders leading least leave leaving letter level levels likely limited little lives living local longer
looked looking major majority makes making manager march matter means meant measures meeting member members message
middle might million minute minutes moment monday money month monthly months morning mostly mother moved moving nation
national nations nearby nearly necessary needed never news newspaper nights nobody nothing notice november number
numbers october offer offered office officer officers official officials often older opened opening order other others
ought outside overall parents parts party passed people percent perhaps period person personal place placed plan planned
planning plans played playing please point pointed points police possible power powers present president press
pressure previous previously prime private probably problem problems process programme project promised provide
provided public published quarter question questions quickly quite raise raised rather reach reached reaction read
ready really reason reasons received recent recently record reduce region regional related release released remain
remained remains report reported reporter reporters reporting reports required response responsible result results
return returned reuters right rising running saturday saying says school second secretary security seeing seemed seems
senior sense september series serious service services seven several shall shared should showed showing shown shows
similar simple simply since single situation slightly small social society some somebody someone something sometimes
source sources south speak speaking special spent spoke spokesman spokesperson spokeswoman staff stand standing start
started starting state stated statement states still stood story street strong struck subject successful suggest
suggested summer sunday support supported system taken taking talks tell telling thank that their theirs them
themselves then there therefore these they thing things think thinking third this those though thought thousand
thousands three through throughout thursday times today together told tomorrow tonight toward towards tried trying
tuesday turned twelve twenty twice under understand unless until upon using usually value very video voice wanted wants
warned watch wednesday weekend weeks welcome welcomed went were western whatever when where whether which while white
whole whose will winter wish with within without woman women words worked worker workers working works world worried
worse worst worth would write writing written wrote yards year years yesterday young younger yours yourself north
northern southern eastern minister ministry deputy republic foreign administration council committee department
"""
)


def find_signature(headline: str, text: str) -> tuple[str, ...]:
    """The words that a text repeats most, or has in its headline and again, in order of the alphabet.

    >>> find_signature("Harbour strike ends", "Dockers ended the strike in the harbour. No docker had been asked.")
    ('docker', 'harbour', 'strike')
    """
    text = text[:_READ]
    counts = Counter(_split(text))
    counts.update(_split(headline) * _HEADLINE)
    repeated = {}
    for word, count in counts.items():
        if word[-1] == "s" and word[:-1] in counts:
            repeated[word[:-1]] = count + counts[word[:-1]]
        elif count > 1:
            repeated.setdefault(word, count)
    ranked = [(count, len(word), word) for word, count in repeated.items() if word not in _EMPTY and word.isalpha()]
    ranked.sort(reverse=True)
    return tuple(sorted(_as_printed(word, text) for _, _, word in ranked[:LENGTH]))


def _as_printed(word: str, text: str) -> str:
    """A word with a capital where the text never prints it without."""
    name = word.capitalize()
    return name if name in text and word not in text else word


def _split(text: str) -> list[str]:
    """The words of a text that are long enough, in lower case, without possessives."""
    if text.isascii():
        text = text.lower().replace("'s ", " ").encode().translate(_SPACED).decode()
    else:
        text = text.replace("’", "'").lower().replace("'s ", " ")
        for mark in _MARKS + _OTHER_MARKS:
            text = text.replace(mark, " ")
    return [word for word in text.split() if _SHORTEST <= len(word) <= _LONGEST]
