"""The screens around the cards: the keys, nothing due, and the summary at the end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text as RichText

from quizzer.reports.card_page import (
    DIM,
    padded,
    rule,
    sentence,
)
from quizzer.reports.card_words import say

if TYPE_CHECKING:
    from quizzer.domain.learning_path import Waiting
    from quizzer.reports.card_page import PageStyle

MOST_DECKS = 4
MINUTE_S, HOUR_S = 60, 3600

_KEYS = (
    ("key_space", "help_show"),
    ("1 2 3 4", "help_rate"),
    ("h", "help_hint"),
    ("c", "help_code"),
    ("g", "help_judge"),
    ("u", "help_undo"),
    ("s", "help_skip"),
    ("-", "help_bury"),
    ("@", "help_suspend"),
    ("*", "help_flag"),
    ("m", "help_mark"),
    ("e", "help_edit"),
    ("?", "help_help"),
    ("q", "help_quit"),
)


@dataclass(frozen=True, slots=True)
class Ahead:
    """What comes after a session; ``next_in_s`` is the wait for a card of today, ``at`` its local time.

    ``days_ahead`` is the number of study days until the next card where today has none; both may be None.
    """

    left_today: int
    due_tomorrow: int
    next_in_s: float | None = None
    at: str = ""
    days_ahead: int | None = None
    new_waiting: int = 0
    """New cards that only the day's limit holds back."""
    waiting: Waiting | None = None
    """New cards of the deck studied that wait for other decks."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is left, and nothing will come by itself."""
        return not self.left_today and not self.due_tomorrow and self.next_in_s is None and self.days_ahead is None


@dataclass(frozen=True, slots=True)
class Summary:
    """A session in numbers; ``stopped`` means that cards are left."""

    answered: int
    right: int
    duration_s: float
    skipped: int
    exercises: int
    stopped: bool


def help_page(*, style: PageStyle) -> list[RichText]:
    """All keys of a session."""
    language = style.language
    named = [(say(language, key) if key.startswith("key_") else key, say(language, text)) for key, text in _KEYS]
    if style.plain:
        lines = [RichText(f"{key}: {text}") for key, text in named]
    else:
        cells = max(cell_len(key) for key, _ in named)
        lines = [
            RichText(f"  {padded(key, cells)}  ", style="bold").append(text, style="not bold") for key, text in named
        ]
    return [*lines, *sentence(say(language, "help_typed"), style=style, text_style=DIM), RichText()]


def nothing_due_page(ahead: Ahead, *, has_cards: bool, style: PageStyle) -> list[RichText]:
    """Why there is nothing to study now, and when there will be."""
    if not has_cards:
        return sentence(say(style.language, "no_cards"), style=style)
    told = "nothing_yet" if ahead.is_empty and ahead.waiting else "nothing_due"
    lines = sentence(say(style.language, told), style=style, text_style="bold")
    if told == "nothing_yet":
        return lines + _waiting_lines(ahead, style=style)
    return lines + _ahead_lines(ahead, style=style)


def summary_page(summary: Summary, ahead: Ahead, *, style: PageStyle) -> list[RichText]:
    """What the session came to, and when to come back."""
    language = style.language
    lines = [] if style.plain else [rule(style)]
    lines += sentence(say(language, "stopped" if summary.stopped else "done"), style=style, text_style="bold")
    if summary.answered:
        took = _duration(summary.duration_s, language=language)
        counted = say(language, "summary", answered=summary.answered, right=summary.right, minutes=took)
        lines += sentence(counted, style=style)
    else:
        lines += sentence(say(language, "summary_none"), style=style)
    if summary.skipped:
        lines += sentence(say(language, "skipped_count", count=summary.skipped), style=style)
    if summary.exercises:
        lines += sentence(say(language, "waiting_exercises", count=summary.exercises), style=style)
    return lines + _ahead_lines(ahead, style=style)


def _ahead_lines(ahead: Ahead, *, style: PageStyle) -> list[RichText]:
    language = style.language
    lines: list[RichText] = []
    when = _when(ahead, language=language)
    if ahead.left_today:
        lines += sentence(say(language, "left_today", count=ahead.left_today), style=style)
    else:
        lines += sentence(say(language, "next_due", when=when) if when else say(language, "no_next"), style=style)
    lines += sentence(say(language, "due_tomorrow", count=ahead.due_tomorrow), style=style)
    if ahead.new_waiting:
        more = min(ahead.new_waiting, 10)
        lines += sentence(say(language, "limit_reached", count=more), style=style, text_style=DIM)
    return lines + _waiting_lines(ahead, style=style)


def _waiting_lines(ahead: Ahead, *, style: PageStyle) -> list[RichText]:
    """What new cards wait for, and the command that begins with it."""
    waiting = ahead.waiting
    if waiting is None:
        return []
    language = style.language
    more = " …" if len(waiting.decks) > MOST_DECKS else ""
    decks = ", ".join(waiting.decks[:MOST_DECKS]) + more
    lines = sentence(say(language, "new_wait", count=waiting.cards, decks=decks), style=style)
    return lines + sentence(say(language, "wait_begin", deck=waiting.decks[0]), style=style, text_style=DIM)


def _when(ahead: Ahead, *, language: str) -> str:
    if ahead.next_in_s is not None:
        if ahead.next_in_s < HOUR_S:
            return say(language, "in_minutes", count=max(1, round(ahead.next_in_s / MINUTE_S)))
        return say(language, "today_at", time=ahead.at)
    if ahead.days_ahead is None:
        return ""
    return say(language, "tomorrow") if ahead.days_ahead <= 1 else say(language, "in_days", count=ahead.days_ahead)


def _duration(seconds: float, *, language: str) -> str:
    if seconds < MINUTE_S:
        return say(language, "seconds", count=round(seconds))
    return say(language, "minutes", count=round(seconds / MINUTE_S))
