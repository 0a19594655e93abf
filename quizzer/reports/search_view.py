"""``quizzer search``: the cards found, a line each; and a card as an object, for its JSON and that of ``card show``."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from rich.text import Text as RichText

from quizzer.domain.card import ExerciseRef
from quizzer.domain.draw import DrawError
from quizzer.domain.memory import Learning, New, Relearning, Review, State
from quizzer.domain.question import ask
from quizzer.reports.collection_words import say
from quizzer.reports.json_format import instant
from quizzer.reports.tables import table

if TYPE_CHECKING:
    from datetime import datetime

    from quizzer.domain.act import Standing
    from quizzer.domain.card import Card
    from quizzer.domain.collection import Found, FoundCard
    from quizzer.domain.memory import Memory, Progress, StudyDay
    from quizzer.reports.card_page import PageStyle

QUESTION_CELLS = 56
"""What a listing shows of a question: about a line."""
STATE_KEYS = {
    State.NEW: "state_new",
    State.LEARNING: "state_learning",
    State.REVIEW: "state_review",
    State.RELEARNING: "state_relearning",
}
_NEAR = {1: "tomorrow"}


def search_page(found: Found, *, now: datetime, today: StudyDay, style: PageStyle) -> list[RichText]:
    """The cards found: id, question, where it stands, when it is due, how well it is remembered."""
    language = style.language
    headings = [say(language, name) for name in ("card", "question", "state", "due", "recall")]
    rows = [
        (
            one.card.id,
            _shortened(headline(one.card, language=language)),
            state_text(one.progress, one.standing, language=language),
            due_text(one.progress, now=now, today=today, language=language),
            recall_text(one.recall),
        )
        for one in found.cards
    ]
    return table(headings, rows, wrapped=1, numbers=frozenset({4}), style=style) if rows else []


def headline(card: Card, *, language: str) -> str:
    """The question on one line, as it would be asked first; the exercise of a card that has no other question."""
    if isinstance(card.body, ExerciseRef):
        return f"{say(language, 'exercise')}: {card.body.exercise}"
    try:
        prompt = ask(card, repetition=0, language=language).prompt
    except DrawError:
        prompt = ""
    return " ".join(prompt.split())


def _shortened(line: str) -> str:
    text = RichText(line)
    text.truncate(QUESTION_CELLS, overflow="ellipsis")
    return text.plain


def state_text(progress: Progress, standing: Standing, *, language: str) -> str:
    """New, learning…, and what the learner made of it."""
    words = [say(language, "suspended")] if standing.suspended else [say(language, STATE_KEYS[progress.state])]
    words += [say(language, "flag", number=standing.flag)] * (standing.flag > 0)
    words += [say(language, name) for name in ("leech", "marked") if getattr(standing, name)]
    return ", ".join(words)


def due_text(progress: Progress, *, now: datetime, today: StudyDay, language: str) -> str:
    """When the card is due, as one says it."""
    match progress.schedule:
        case New():
            return ""
        case Review(due_on=due_on):
            days = due_on - today
            return say(language, "day_in", days=days) if days > 1 else say(language, _NEAR.get(days, "day_today"))
        case Learning(due_at=due_at) | Relearning(due_at=due_at):
            minutes = round((due_at - now).total_seconds() / 60)
            return say(language, "in_minutes", count=minutes) if minutes > 0 else say(language, "day_today")


def recall_text(recall: float | None) -> str:
    """A probability as whole percent."""
    return "" if recall is None else f"{round(100 * recall)} %"


def search_object(found: Found, *, language: str) -> dict[str, Any]:
    """The object of ``search --json``; ``total`` counts those beyond the limit too."""
    return {"total": found.total, "cards": [card_object(one, language=language) for one in found.cards]}


def card_object(found: FoundCard, *, language: str) -> dict[str, Any]:
    """A card, where it stands and what the learner made of it; null where a new card has nothing."""
    card, progress, standing = found.card, found.progress, found.standing
    schedule = progress.schedule
    memory: Memory | None = None if isinstance(schedule, New) else schedule.memory
    until = standing.buried_until
    return {
        "id": card.id,
        "deck": card.deck,
        "topic": card.topic,
        "kind": card.kind.value,
        "question": headline(card, language=language),
        "tags": list(standing.tags),
        "state": progress.state.value,
        "due_on": date.fromordinal(schedule.due_on).isoformat() if isinstance(schedule, Review) else None,
        "due_at": instant(schedule.due_at) if isinstance(schedule, Learning | Relearning) else None,
        "interval_days": schedule.interval_days if isinstance(schedule, Review) else None,
        "stability": None if memory is None else round(memory.stability, 4),
        "difficulty": None if memory is None else round(memory.difficulty, 4),
        "retrievability": None if found.recall is None else round(found.recall, 4),
        "repetitions": progress.repetitions,
        "lapses": progress.lapses,
        "suspended": standing.suspended,
        "flag": standing.flag,
        "buried_until": None if until is None else date.fromordinal(until).isoformat(),
        "note": standing.remark or None,
    }
