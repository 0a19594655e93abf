"""Sentences of the program in another language, found by the English ones that it made.

Help and errors are written in English where they belong; only where they reach a reader are they looked up. So no path
that has no reader pays for another language, and no code that raises has to know who reads. A sentence that the table
lacks stays English.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from quizzer.domain.text import DEFAULT_LANGUAGE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from quizzer.domain.errors import Diagnostic

_VALUE = "{}"
_FEW_LETTERS = 3


class Phrasebook:
    """A table from English sentences, ``{}`` for each value, to those of another language."""

    def __init__(self, *tables: Mapping[str, str]) -> None:
        self._exact = {english: other for table in tables for english, other in table.items() if _VALUE not in english}
        templates = [item for table in tables for item in table.items() if _VALUE in item[0]]
        # What says most of the sentence itself comes first: "{} is {}" would fit too much.
        self._templates = sorted(templates, key=lambda item: -len(item[0].replace(_VALUE, "")))

    def said(self, english: str) -> str:
        """``english`` in the other language, and as it is where the table has nothing like it."""
        if english in self._exact:
            return self._exact[english]
        for template, other in self._templates:
            values = _values(template, english)
            if values is not None:
                return other.format(*(value if named else self.said(value) for value, named in values))
        return english

    def begins(self, english: str) -> str | None:
        """The first sentence of what begins like ``english``: how click shortens a text for a listing."""
        for text, other in self._exact.items():
            if text.startswith(english):
                return other.partition("。")[0].rstrip("：") + "。"
        return None


def _values(template: str, english: str) -> list[tuple[str, bool]] | None:
    """The values of a sentence made by ``template``, each with whether it stands between quotes: then it is a name."""
    parts = template.split(_VALUE)
    if not all(part in english for part in parts):
        return None
    gaps = ["(.*?)"] * (len(parts) - 1)
    if sum(character.isalpha() for part in parts for character in part) < _FEW_LETTERS:
        gaps[0] = r"(\S+)"
    pattern = re.escape(parts[0]) + "".join(gap + re.escape(part) for gap, part in zip(gaps, parts[1:], strict=True))
    match = re.fullmatch(pattern, english, re.DOTALL)
    named = [before.endswith(("'", "‘")) for before in parts[:-1]]
    return list(zip(match.groups(), named, strict=True)) if match else None


@cache
def phrasebook(language: str) -> Phrasebook:
    """Everything that help and errors can say in ``language``; nothing for English."""
    if language == DEFAULT_LANGUAGE:
        return Phrasebook()
    from quizzer.reports import chinese  # noqa: PLC0415 - only for its readers

    return Phrasebook(*chinese.tables())


def in_words_of(language: str, diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """What lint found, said in ``language``; places and codes stay."""
    found = list(diagnostics)
    if language == DEFAULT_LANGUAGE or not found:
        return found
    from quizzer.reports.chinese import lint  # noqa: PLC0415 - only for its readers

    said = Phrasebook(lint.CHINESE).said
    return [replace(one, message=said(one.message), hint=said(one.hint) if one.hint else None) for one in found]


def doctor_phrasebook(language: str) -> Phrasebook:
    """What ``quizzer doctor`` can say beside that: names too, which elsewhere are names of settings and files."""
    if language == DEFAULT_LANGUAGE:
        return Phrasebook()
    from quizzer.reports import chinese  # noqa: PLC0415 - only for its readers
    from quizzer.reports.chinese import doctor  # noqa: PLC0415 - as above

    return Phrasebook(*chinese.tables(), doctor.CHINESE)
