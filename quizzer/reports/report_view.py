"""``quizzer deck report``: what answers say about the cards of a deck, as a page and as a JSON object."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.text import Text as RichText

from quizzer.domain.card_figures import MIN_LEARNERS
from quizzer.reports.card_wrap import wrap
from quizzer.reports.markdown import without_controls
from quizzer.reports.report_words import say
from quizzer.reports.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quizzer.domain.card_figures import CardFigures, DeckReport
    from quizzer.domain.review import Retention
    from quizzer.reports.card_page import PageStyle

MOST_SHOWN = 5
_COLUMNS = ("card", "answers", "first", "success", "difficulty", "discrimination", "leeches")
_NONE = "–"


def report_page(report: DeckReport, *, style: PageStyle) -> list[RichText]:
    """The cards that were answered, those that go wrong most first, then in which way each goes wrong."""
    language = style.language
    answered = _answered(report)
    head = say(
        language,
        "head",
        deck=report.deck,
        learners=report.learners,
        answered=len(answered),
        cards=len(report.cards),
    )
    if not answered:
        return [RichText(head), RichText(say(language, "nothing"))]
    headings = [say(language, name) for name in _COLUMNS]
    lines = [RichText(head), RichText()]
    rows = list(map(_row, answered))
    lines += table(headings, rows, wrapped=0, numbers=frozenset(range(1, 7)), style=style, whole=True)
    lines += [RichText(), *wrap(RichText(say(language, "note", learners=MIN_LEARNERS), style="dim"), style.usable)]
    wrong = [line for one in answered for line in _wrong(one, style=style)]
    if wrong:
        lines += [RichText(), RichText(say(language, "wrong"), style="bold"), *wrong]
    return lines


def report_object(report: DeckReport) -> dict[str, Any]:
    """The object of ``deck report --json``: every card, in the deck's order."""
    return {"deck": report.deck, "learners": report.learners, "cards": list(map(_card_object, report.cards))}


def _answered(report: DeckReport) -> list[CardFigures]:
    found = [one for one in report.cards if one.answers]
    return sorted(found, key=lambda one: (one.success.rate or 0.0, one.card.id))


def _row(one: CardFigures) -> tuple[str, ...]:
    return (
        one.card.id,
        str(one.answers),
        _percent(one.first),
        _percent(one.success),
        _number(one.difficulty, ".1f"),
        _number(one.discrimination, "+.2f"),
        str(one.leeches or _NONE),
    )


def _percent(share: Retention) -> str:
    return _NONE if share.rate is None else f"{share.rate:.0%}"


def _number(value: float | None, form: str) -> str:
    return _NONE if value is None else format(value, form)


def _wrong(one: CardFigures, *, style: PageStyle) -> Iterator[RichText]:
    told = list(_told(one, style.language))
    if not told:
        return
    yield RichText(one.card.id)
    for line in told:
        yield from (RichText("    ").append_text(part) for part in wrap(RichText(line), style.usable - 4))


def _told(one: CardFigures, language: str) -> Iterator[str]:
    typed = _counted(((f"“{without_controls(text)}”", times) for text, times in one.typed), language)
    mistakes = _counted(((name, times) for name, times in one.mistakes.items() if times), language)
    for key, what in (("typed", typed), ("mistakes", mistakes), ("unchosen", ", ".join(one.unchosen))):
        if what:
            yield say(language, key, what=what)


def _counted(found: Iterable[tuple[str, int]], language: str) -> str:
    shown = [say(language, "times", what=what, count=times) for what, times in found]
    return ", ".join(shown[:MOST_SHOWN]) + (" …" if len(shown) > MOST_SHOWN else "")


def _card_object(one: CardFigures) -> dict[str, Any]:
    return {
        "id": one.card.id,
        "kind": one.card.kind.value,
        "topic": one.card.topic,
        "learners": one.learners,
        "answers": one.answers,
        "first_tries": one.first.total,
        "first_right": one.first.remembered,
        "right": one.success.remembered,
        "success": _rounded(one.success.rate),
        "difficulty": _rounded(one.difficulty),
        "discrimination": _rounded(one.discrimination),
        "leeches": one.leeches,
        "typed": [{"text": text, "times": times} for text, times in one.typed],
        "mistakes": [{"name": name, "times": times} for name, times in one.mistakes.items()],
        "unchosen": list(one.unchosen),
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
