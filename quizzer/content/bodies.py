"""From a card's entry to what it asks, and the rules of cloze, choice and order cards.

Compute cards and those answered in code have modules of their own. What a card asks is made only of an entry that
was checked: lint checks thousands of cards and makes none.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from quizzer.content.code_cards import bug_body, check_bug, check_code, code_body
from quizzer.content.compute import check_compute, compute_body
from quizzer.content.deck_models import (
    BasicEntry,
    BugEntry,
    ChoiceEntry,
    ClozeEntry,
    CodeEntry,
    ComputeEntry,
    ExerciseCardEntry,
    OrderEntry,
)
from quizzer.domain.card import Basic, Choice, Cloze, ExerciseId, ExerciseRef, Option, Order
from quizzer.domain.question import DELETION
from quizzer.domain.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from quizzer.content.deck_models import CardEntry, OptionEntry
    from quizzer.content.problems import Problems
    from quizzer.content.yaml_nodes import Place
    from quizzer.domain.card import Body

_BROKEN_DELETION = re.compile(r"\{\{\s*c\s*\d+\s*:|\bc\d+::")


def check_body(entry: CardEntry, *, place: Place, problems: Problems) -> None:
    """Note everything that keeps the cards of an entry, which fits the format, from being asked."""
    check = _CHECKS.get(type(entry))
    if check is not None:
        check(entry, place=place, problems=problems)


def bodies(entry: CardEntry) -> tuple[Body, ...]:
    """What each card of a checked entry asks: one body, or one for each deletion of a cloze."""
    if type(entry) is BasicEntry:
        return (Basic(Text.of(entry.prompt), Text.of(entry.answer)),)
    if type(entry) is ClozeEntry:
        return _clozes(entry)
    if type(entry) is ChoiceEntry:
        return (Choice(Text.of(entry.prompt), tuple(map(_option, entry.options))),)
    if type(entry) is OrderEntry:
        return (_order(entry),)
    if type(entry) is ComputeEntry:
        return (compute_body(entry),)
    if type(entry) is BugEntry:
        return (bug_body(entry),)
    if type(entry) is CodeEntry:
        return (code_body(entry),)
    if type(entry) is ExerciseCardEntry:
        return (ExerciseRef(ExerciseId(entry.exercise)),)
    raise TypeError(f"no card is made of a {entry.subject}")


@lru_cache(maxsize=16_384)
def deletions(text: str) -> tuple[tuple[int, str], ...]:
    """Number and content of each ``{{c1::deletion}}`` of a cloze text."""
    return tuple((int(number), content) for number, content in DELETION.findall(text))


def _clozes(entry: ClozeEntry) -> tuple[Cloze, ...]:
    text, accept = Text.of(entry.text), tuple(entry.accept)
    numbers = {number for number, _ in deletions(next(iter(entry.text.values())))}
    return tuple(Cloze(text, number, accept) for number in sorted(numbers))


def _check_cloze(entry: ClozeEntry, *, place: Place, problems: Problems) -> None:
    numbers = {
        language: _numbers(language, text, place=place, problems=problems) for language, text in entry.text.items()
    }
    first, *others = numbers.items()
    for language, found in others:
        if found != first[1]:
            message = f"the deletions differ: {_named(first[1])} in {first[0]}, {_named(found)} in {language}"
            problems.error("E306", place.location("text", language), message)


def _numbers(language: str, text: str, *, place: Place, problems: Problems) -> frozenset[int]:
    found = deletions(text)
    numbers = frozenset(number for number, _ in found)

    def refuse(message: str, *, hint: str | None = None) -> None:
        problems.error("E306", place.location("text", language), message, hint=hint)

    # Where each '{{' and each '::' belongs to a deletion, none is broken: so it nearly always is.
    counted = text.count("{{") == text.count("::") == len(found)
    if not numbers or (not counted and _BROKEN_DELETION.search(DELETION.sub("", text))):
        what = "a deletion is not closed" if numbers else "a cloze card needs a deletion"
        refuse(what, hint="write {{c1::what is hidden}}")
    elif numbers != frozenset(range(1, len(numbers) + 1)):
        refuse(f"deletions are numbered from c1 on, not {_named(numbers)}")
    for number, content in found:
        if not content.strip():
            refuse(f"deletion c{number} hides nothing")
        elif "::" in content:
            refuse(f"deletion c{number} has '::' in it, which would end it")
    return numbers


def _named(numbers: frozenset[int]) -> str:
    return ", ".join(f"c{number}" for number in sorted(numbers)) or "none"


def _check_choice(entry: ChoiceEntry, *, place: Place, problems: Problems) -> None:
    correct = sum(option.correct for option in entry.options)
    if correct != 1:
        message = f"{correct or 'no'} options are correct; exactly one must be"
        problems.error("E307", place.location("options"), message)
    seen: dict[tuple[tuple[str, str], ...], int] = {}
    for number, option in enumerate(entry.options):
        _check_option(option, number, place=place, problems=problems)
        text = tuple(option.text.items())
        if text in seen:
            message = f"option {number + 1} repeats option {seen[text] + 1}"
            problems.error("E307", place.location("options", number, "text"), message)
        seen.setdefault(text, number)


def _check_option(option: OptionEntry, number: int, *, place: Place, problems: Problems) -> None:
    if option.correct:
        if option.mistake:
            location = place.location("options", number, "mistake")
            problems.error("E307", location, "the correct option names a mistake")
        return
    if option.mistake is None or option.feedback is None:
        missing = [key for key in ("mistake", "feedback") if getattr(option, key) is None]
        message = f"a wrong option needs {' and '.join(missing)}"
        hint = "name the misconception and answer it"
        problems.error("E307", place.location("options", number), message, hint=hint)


def _option(option: OptionEntry) -> Option:
    feedback = Text.of(option.feedback) if option.feedback else None
    return Option(Text.of(option.text), option.correct, option.mistake, feedback)


def _order(entry: OrderEntry) -> Order:
    before = tuple((earlier, later) for earlier, later in entry.before)
    return Order(Text.of(entry.prompt), tuple(line.rstrip() for line in entry.lines), before)


def _check_order(entry: OrderEntry, *, place: Place, problems: Problems) -> None:
    last = len(entry.lines) - 1
    for number, (earlier, later) in enumerate(entry.before):
        if 0 <= earlier < later <= last:
            continue
        location = place.location("before", number)
        if not (0 <= earlier <= last and 0 <= later <= last):
            problems.error("E308", location, f"lines are numbered 0 to {last}")
        else:
            message = f"line {earlier} does not come before line {later} in the order written"
            problems.error("E308", location, message, hint="'lines' must itself be a valid order")


_CHECKS: Mapping[type[CardEntry], Callable[..., None]] = {
    ClozeEntry: _check_cloze,
    ChoiceEntry: _check_choice,
    OrderEntry: _check_order,
    ComputeEntry: check_compute,
    BugEntry: check_bug,
    CodeEntry: check_code,
}
