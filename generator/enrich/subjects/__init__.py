"""Subjects of the IPTC Media Topics vocabulary that texts are about."""

from generator.enrich.subjects.find import CONFIDENT, Subject, find_subjects

__all__ = ["CONFIDENT", "Subject", "find_subjects"]
