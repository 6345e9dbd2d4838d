"""What the text itself tells: the people it names, the topics it is about."""

from generator.enrich.known import KnownNames
from generator.enrich.people import PersonFound, find_people
from generator.enrich.topics import TopicFound, Vocabulary

__all__ = ["KnownNames", "PersonFound", "TopicFound", "Vocabulary", "find_people"]
