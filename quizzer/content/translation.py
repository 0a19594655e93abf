"""Translation rules (W5xx): one card, one meaning in every language."""

from __future__ import annotations

import re
from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING

from quizzer.content.bodies import deletions
from quizzer.content.deck_models import (
    BasicEntry,
    BugEntry,
    ChoiceEntry,
    ClozeEntry,
    CodeEntry,
    ComputeEntry,
    OrderEntry,
)
from quizzer.content.prose import CHINESE, inline_code, numbers, same_code, same_numbers, without_code, words
from quizzer.domain.text import DEFAULT_LANGUAGE, LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from quizzer.content.deck_models import CardEntry, MistakeEntry
    from quizzer.content.ignores import Warnings

_ONLY_PROMPTED = (OrderEntry, BugEntry)
# Inline code, numbers, and the ends of texts that were joined; all first characters in one set, which is quick to find.
_EXACT = re.compile(r"[`\d\0](?:(?<=`)[^`\n\0]*`|(?<=\d)\d*(?:\.\d+)?|(?<=\0))")
# Where a number would go on behind inline code, were the code left out.
_GLUED = re.compile(r"[\d.](?:`[^`\n]*`)+[\d.]")
_END = "\0"
_SENTENCE = 3
"""So many words in a text that is given once make it prose, not code or a name."""


def compare_versions(entry: CardEntry, warnings: Warnings, *, languages: frozenset[str]) -> None:
    """Note texts that lack a language of the deck (those of its title), or whose versions differ in substance."""
    texts = list(_texts(entry))
    if not agree([text for _, text in texts]):
        for loc, text in texts:
            versions_warnings(text, warnings, *loc, languages=languages)
    if entry.translated is not None and entry.translated != translated_mark(entry):
        message = f"the {DEFAULT_LANGUAGE} texts are not those that were translated"
        hint = f"once the translation fits again, write {translated_mark(entry)}"
        warnings.add("W506", message, "translated", hint=hint)


def agree(texts: Sequence[Mapping[str, str]]) -> bool:
    """Tell quickly, of all texts of a card at once, that no rule has anything to say; False takes a closer look."""
    source, translation = LANGUAGES
    ones, others = [], []
    for text in texts:
        if len(text) != len(LANGUAGES) or text[translation].isascii():
            return False
        ones.append(text[source])
        others.append(text[translation])
    one, other = _END.join(ones), _END.join(others)
    return (one.isascii() or not CHINESE.search(one)) and _same_exactly(one, other)


def _same_exactly(one: str, other: str) -> bool:
    """Tell whether joined texts have, each in its place, the same code and numbers in any order."""
    ones, others = _EXACT.findall(one), _EXACT.findall(other)
    if ones == others:
        return True
    if len(ones) != len(others) or any("```" in text or _GLUED.search(text) for text in (one, other)):
        return False
    return _by_text(ones) == _by_text(others)


def _by_text(pieces: Sequence[str]) -> list[list[str]]:
    texts: list[list[str]] = [[]]
    for piece in pieces:
        if piece == _END:
            texts.append([])
        else:
            texts[-1].append(piece)
    return [sorted(text) for text in texts]


def translated_mark(entry: CardEntry) -> str:
    """What ``translated`` says of a card whose translation fits its English texts: a hash of these."""
    texts = "\0".join(text.get(DEFAULT_LANGUAGE, "") for _, text in _texts(entry))
    # Letters in front: YAML would take some bare hashes for numbers.
    return f"{DEFAULT_LANGUAGE}-{sha256(texts.encode()).hexdigest()[:8]}"


def versions_warnings(text: Mapping[str, str], warnings: Warnings, *loc: str | int, languages: frozenset[str]) -> None:
    """The same for one text at ``loc``."""
    if not languages <= text.keys() and (set(text) != {DEFAULT_LANGUAGE} or words(text[DEFAULT_LANGUAGE]) >= _SENTENCE):
        missing = ", ".join(sorted(languages - text.keys()))
        warnings.add("W501", f"the {missing} version is missing", *loc)
    for language, version in text.items():
        if version.isascii() is language.startswith("zh"):
            _check_script(version, warnings, *loc, language=language)
    if len(text) == len(LANGUAGES):
        _compare(text, warnings, *loc)


def _texts(entry: CardEntry) -> Iterator[tuple[tuple[str | int, ...], Mapping[str, str]]]:
    if entry.why:
        yield ("why",), entry.why
    if type(entry) is ClozeEntry:
        yield ("text",), {language: _opened(text) for language, text in entry.text.items()}
    elif type(entry) is ChoiceEntry:
        yield ("prompt",), entry.prompt
        for number, option in enumerate(entry.options):
            yield ("options", number, "text"), option.text
            if option.feedback:
                yield ("options", number, "feedback"), option.feedback
    elif type(entry) is BasicEntry:
        yield ("prompt",), entry.prompt
        yield ("answer",), entry.answer
    elif isinstance(entry, CodeEntry | ComputeEntry):
        yield ("prompt",), entry.prompt
        mistakes: Sequence[MistakeEntry] = entry.mistakes
        for number, wrong in enumerate(mistakes):
            yield ("mistakes", number, "feedback"), wrong.feedback
    elif type(entry) in _ONLY_PROMPTED:
        yield ("prompt",), entry.prompt  # type: ignore[attr-defined]


def _opened(text: str) -> str:
    for number, content in deletions(text):
        text = text.replace(f"{{{{c{number}::{content}}}}}", content, 1)
    return text


def _check_script(version: str, warnings: Warnings, *loc: str | int, language: str) -> None:
    """For a Chinese text all in ASCII, or an English one that is not."""
    if language.startswith("zh"):
        if words(version) >= _SENTENCE:
            warnings.add("W503", "there is no Chinese in the Chinese version", *loc, language)
    elif CHINESE.search(without_code(version)):
        warnings.add("W502", f"there is Chinese in the {language} version", *loc, language)


def _compare(text: Mapping[str, str], warnings: Warnings, *loc: str | int) -> None:
    source, translation = LANGUAGES
    one, other = text[source], text[translation]
    if not same_code(one, other):
        _note_missing("W504", inline_code(one), inline_code(other), warnings, *loc)
    elif not same_numbers(one, other):
        _note_missing("W505", numbers(one), numbers(other), warnings, *loc)


def _note_missing(code: str, ones: list[str], others: list[str], warnings: Warnings, *loc: str | int) -> None:
    """Name what one version has and the other lacks, at the version that lacks it."""
    source, translation = LANGUAGES
    lacking, extra = Counter(ones) - Counter(others), Counter(others) - Counter(ones)
    if not lacking:
        warnings.add(code, f"the {source} version lacks {_listed(extra, there=ones)}", *loc, source)
        return
    message = f"the {translation} version lacks {_listed(lacking, there=others)}"
    if extra:
        message += f", and has {_listed(extra, there=ones)} instead"
    warnings.add(code, message, *loc, translation)


def _listed(pieces: Counter[str], *, there: list[str]) -> str:
    """The pieces; one that is there, but not as often, says how many more of it are meant."""
    return ", ".join(f"{piece} ({times} more)" if piece in there else piece for piece, times in pieces.items())
