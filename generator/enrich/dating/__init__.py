"""Dating: when a story was published, by evidence, claiming no more than the evidence holds."""

from generator.enrich.dating.addresses import read_address, read_file_name
from generator.enrich.dating.belief import infer_dating, is_contradiction
from generator.enrich.dating.clues import STATING, Clues, Kind, Neighbour, Statement
from generator.enrich.dating.terms import Terms

__all__ = [
    "STATING",
    "Clues",
    "Kind",
    "Neighbour",
    "Statement",
    "Terms",
    "infer_dating",
    "is_contradiction",
    "read_address",
    "read_file_name",
]
