"""``quizzer simulate``: one sentence to decide by, and the table behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.text import Text as RichText

from quizzer.reports.card_page import sentence
from quizzer.reports.memory_words import say
from quizzer.reports.tables import table

if TYPE_CHECKING:
    from quizzer.domain.simulation import Cost, Simulation
    from quizzer.reports.card_page import PageStyle

STEP = 0.05
_MEASURED_FROM = 40


def simulation_page(found: Simulation, *, style: PageStyle) -> list[RichText]:
    """The sentence, the table, and what it rests on."""
    language = style.language
    if not found.cards:
        return sentence(say(language, "cost_none"), style=style)
    other = _other(found)
    told = say(
        language,
        "costs",
        now=_percent(found.current),
        minutes=_minutes(found.current.minutes, language=language),
        other=_percent(other),
        other_minutes=_minutes(other.minutes, language=language),
    )
    headings = [say(language, key) for key in ("cost_retention", "cost_minutes", "cost_reviews")]
    headings.append(say(language, "cost_remembered", cards=found.cards))
    rows = [_row(cost, found, language=language) for cost in found.costs]
    lines = [*sentence(told, style=style, text_style="bold"), RichText()]
    lines += table(headings, rows, wrapped=0, numbers=frozenset({1, 2, 3}), style=style)
    basis = ["cost_basis"] + ["cost_assumed"] * (found.habits.days < _MEASURED_FROM) + ["cost_set"]
    lines.append(RichText())
    for key in basis:
        lines += sentence(say(language, key, days=found.days, new=found.new_per_day), style=style)
    return lines


def simulation_object(found: Simulation) -> dict[str, Any]:
    """The object of ``simulate --json``."""
    habits = found.habits
    return {
        "days": found.days,
        "cards": found.cards,
        "new_per_day": found.new_per_day,
        "seed": found.seed,
        "current": _cost_object(found.current),
        "costs": [_cost_object(cost) for cost in found.costs],
        "habits": {
            "first": [round(share, 4) for share in habits.first],
            "passed": [round(share, 4) for share in habits.passed],
            "new_s": round(habits.new_s, 2),
            "review_s": [round(seconds, 2) for seconds in habits.review_s],
            "days": habits.days,
        },
    }


def _other(found: Simulation) -> Cost:
    """The cost of five points less, or more where less is not simulated."""
    # 0.85 - 0.05 is a little less than 0.8.
    wanted = round(found.current.retention - STEP, 6)
    if wanted < found.costs[0].retention:
        wanted = found.current.retention + STEP
    others = [cost for cost in found.costs if cost is not found.current]
    return min(others, key=lambda cost: abs(cost.retention - wanted))


def _row(cost: Cost, found: Simulation, *, language: str) -> list[str]:
    mark = f" ({say(language, 'costs_now')})" if cost is found.current else ""
    return [_percent(cost) + mark, f"{cost.minutes:.1f}", f"{cost.reviews:.0f}", f"{cost.remembered:.0f}"]


def _percent(cost: Cost) -> str:
    return f"{cost.retention * 100:.3g}%"


def _minutes(minutes: float, *, language: str) -> str:
    count = round(minutes)
    key = "minutes" if count > 1 else "minute" if count else "minute_less"
    return say(language, key, count=count)


def _cost_object(cost: Cost) -> dict[str, float]:
    return {
        "retention": cost.retention,
        "minutes": round(cost.minutes, 2),
        "reviews": round(cost.reviews, 1),
        "remembered": round(cost.remembered, 1),
    }
