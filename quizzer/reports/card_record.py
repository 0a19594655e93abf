"""``quizzer card show``: the card as its learner sees it, where it stands, its history, and its memory as a curve."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from rich.text import Text as RichText

from quizzer.domain.card import Compute
from quizzer.domain.draw import DrawError, render
from quizzer.domain.marking import mark
from quizzer.domain.memory import Review
from quizzer.domain.question import ask
from quizzer.reports.card_page import DIM, MARGIN, code_block, labelled, paragraph, sentence
from quizzer.reports.card_words import rating_word
from quizzer.reports.collection_words import say
from quizzer.reports.json_format import instant
from quizzer.reports.markdown import inline
from quizzer.reports.memory_curve import curve_lines
from quizzer.reports.search_view import card_object, due_text, headline, recall_text, state_text
from quizzer.reports.tables import pairs, table

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from quizzer.domain.card import Card
    from quizzer.domain.collection import CardRecord, PastAnswer
    from quizzer.domain.credit import PastCredit
    from quizzer.domain.question import Question
    from quizzer.reports.card_page import PageStyle

_DAY_S, _HOUR_S, _MINUTE_S = 86_400, 3600, 60


def record_page(record: CardRecord, *, now: datetime, style: PageStyle) -> list[RichText]:
    """Everything about one card, top to bottom."""
    lines = [RichText(record.found.card.id, style=DIM), RichText(), *_card_lines(record.found.card, style=style)]
    lines += [RichText(), *pairs(_facts(record, now=now, language=style.language), style=style)]
    if record.history:
        lines += [RichText(), *_history_table(record.history, style=style)]
        lines += _credit_lines(record, style=style)
        lines += [RichText(), RichText(say(style.language, "curve"), style="bold"), *curve_lines(record, style=style)]
    return lines


def record_object(record: CardRecord, *, language: str) -> dict[str, Any]:
    """The object of ``card show --json``."""
    return {
        "card": card_object(record.found, language=language),
        "history": [_answer_object(answer) for answer in record.history],
        "credits": [_credit_object(credit) for credit in record.credits],
        "curve": [
            {"day": round(point.day - record.today, 3), "recall": round(point.recall, 4)} for point in record.curve
        ],
    }


def _card_lines(card: Card, *, style: PageStyle) -> list[RichText]:
    """The first asking of the card with its answer, reason and source."""
    language = style.language
    try:
        question = ask(card, repetition=0, language=language)
    except DrawError:
        return [RichText(headline(card, language=language))]
    lines = paragraph(question.prompt or headline(card, language=language), style=style)
    for place, text in enumerate(question.lines):
        label = question.letters[place] if question.letters else str(place + 1)
        lines.append(RichText(f"{' ' * MARGIN}{label}) ").append_text(inline(text, ticks=style.ticks)))
    marked = mark(question, "")
    answer = code_block("\n".join(marked.answer_lines), style=style) if marked.answer_lines else marked.answer
    if isinstance(card.body, Compute):
        drawn = ", ".join(f"{name} = {value}" for name, value in question.values.items())
        # What torch would evaluate: nothing is computed to look at a card.
        answer = f"`{card.body.answer}` ({drawn})"
    parts = (("answer", answer), ("why", _why(card, question)), ("source", card.source))
    lines.append(RichText())
    for key, body in parts:
        if body:
            lines += labelled(say(language, key), body, style=style, label_cells=6)
    return lines


def _why(card: Card, question: Question) -> str:
    why = card.why.in_(question.language)
    if not isinstance(card.body, Compute):
        return why
    return render(why, {**{name: f"`{code}`" for name, code in card.body.derive}, **question.values})


def _facts(record: CardRecord, *, now: datetime, language: str) -> list[tuple[str, str]]:
    found = record.found
    card, progress, schedule = found.card, found.progress, found.progress.schedule
    facts = [
        ("topic", card.topic),
        ("tags", ", ".join(found.standing.tags)),
        ("state", state_text(progress, found.standing, language=language)),
        ("due", due_text(progress, now=now, today=record.today, language=language)),
        ("recall", recall_text(found.recall)),
        ("note", found.standing.remark),
    ]
    memory = getattr(schedule, "memory", None)
    if memory is not None:
        value = say(
            language, "memory_value", stability=f"{memory.stability:.1f}", difficulty=f"{memory.difficulty:.1f}"
        )
        facts.append(("memory", value))
    if isinstance(schedule, Review):
        facts.append(("interval", say(language, "days_value", days=schedule.interval_days)))
    if progress.repetitions:
        facts.append(("answers", say(language, "answers_value", answers=progress.repetitions, lapses=progress.lapses)))
    return [(say(language, key), value) for key, value in facts if value]


def _history_table(history: Sequence[PastAnswer], *, style: PageStyle) -> list[RichText]:
    language = style.language
    headings = [say(language, key) for key in ("day", "rating", "after", "next", "took", "stability", "difficulty")]
    rows = [
        (
            date.fromordinal(answer.answered_on).isoformat(),
            rating_word(language, answer.rating) + (f" ({say(language, 'hinted')})" if answer.hints else ""),
            say(language, "days_value", days=answer.elapsed_days),
            _wait(answer.interval_s, language=language),
            say(language, "seconds_value", seconds=round(answer.duration_s)),
            f"{answer.memory.stability:.1f}",
            f"{answer.memory.difficulty:.1f}",
        )
        for answer in history
    ]
    return table(headings, rows, wrapped=1, numbers=frozenset({2, 3, 4, 5, 6}), style=style)


def _credit_lines(record: CardRecord, *, style: PageStyle) -> list[RichText]:
    """Why the card is due later than its last answer alone would make it."""
    if not record.credits:
        return []
    lines = [RichText(), RichText(say(style.language, "credits"), style="bold")]
    for credit in record.credits:
        days = {
            name: date.fromordinal(day).isoformat()
            for name, day in (("day", credit.passed_on), ("before", credit.due_before), ("after", credit.due_after))
        }
        lines += sentence(say(style.language, "credit_value", exercise=credit.exercise, **days), style=style)
    return lines


def _wait(seconds: float, *, language: str) -> str:
    if seconds >= _DAY_S:
        return say(language, "days_value", days=round(seconds / _DAY_S))
    if seconds >= _HOUR_S:
        return say(language, "hours_value", hours=round(seconds / _HOUR_S))
    return say(language, "minutes_value", minutes=max(1, round(seconds / _MINUTE_S)))


def _credit_object(credit: PastCredit) -> dict[str, Any]:
    return {
        "exercise": credit.exercise,
        "passed_at": instant(credit.passed_at),
        "day": date.fromordinal(credit.passed_on).isoformat(),
        "due_before": date.fromordinal(credit.due_before).isoformat(),
        "due_after": date.fromordinal(credit.due_after).isoformat(),
    }


def _answer_object(answer: PastAnswer) -> dict[str, Any]:
    return {
        "answered_at": instant(answer.answered_at),
        "day": date.fromordinal(answer.answered_on).isoformat(),
        "rating": answer.rating.value,
        "state_before": answer.state.value,
        "elapsed_days": answer.elapsed_days,
        "interval_s": answer.interval_s,
        "duration_s": answer.duration_s,
        "correct": answer.correct,
        "hints": answer.hints,
        "stability": round(answer.memory.stability, 4),
        "difficulty": round(answer.memory.difficulty, 4),
    }
