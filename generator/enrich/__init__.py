"""What the text itself tells: the people it names, the topics and subjects it is about."""

from generator.enrich.known import KnownNames
from generator.enrich.nouns import capitalises_nouns, lower_nouns
from generator.enrich.people import PersonFound, find_people
from generator.enrich.recognisers import OWN, Recogniser, load_recogniser
from generator.enrich.signature import find_signature
from generator.enrich.subjects import Subject, find_subjects
from generator.enrich.topics import NO_MATCHES, Matches, TopicFound, Vocabulary

__all__ = [
    "NO_MATCHES",
    "OWN",
    "KnownNames",
    "Matches",
    "PersonFound",
    "Recogniser",
    "Subject",
    "TopicFound",
    "Vocabulary",
    "capitalises_nouns",
    "find_people",
    "find_signature",
    "find_subjects",
    "load_recogniser",
    "lower_nouns",
]
