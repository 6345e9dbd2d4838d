"""What the text itself tells: the people it names, the topics and subjects it is about."""

from generator.enrich.known import KnownNames
from generator.enrich.people import PersonFound, find_people
from generator.enrich.subjects import Subject, find_subjects
from generator.enrich.topics import TopicFound, Vocabulary

__all__ = ["KnownNames", "PersonFound", "Subject", "TopicFound", "Vocabulary", "find_people", "find_subjects"]
