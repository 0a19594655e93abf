"""``quizzer optimise``: what a fit led to, in words that need no theory and numbers for those who want them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.text import Text as RichText

from quizzer.domain.fitting import FitResult
from quizzer.reports.card_page import sentence
from quizzer.reports.memory_words import say
from quizzer.reports.tables import table

if TYPE_CHECKING:
    from quizzer.domain.fitting import Fit, Quality
    from quizzer.reports.card_page import PageStyle


def fit_page(fit: Fit, *, style: PageStyle) -> list[RichText]:
    """The verdict, the two measures before and after, and how to go on."""
    language = style.language
    lines = sentence(say(language, _verdict(fit), reviews=fit.reviews, wanted=fit.wanted), style=style)
    if fit.before is None or fit.after is None:
        return lines + sentence(say(language, "fit_wait"), style=style)
    measure = say(language, "fit_measure", count=fit.held_out)
    headings = [measure, say(language, "fit_before"), say(language, "fit_after")]
    rows = [
        [say(language, "fit_log_loss"), f"{fit.before.log_loss:.4f}", f"{fit.after.log_loss:.4f}"],
        [say(language, "fit_rmse"), f"{fit.before.rmse_bins:.1%}", f"{fit.after.rmse_bins:.1%}"],
    ]
    lines += [RichText(), *table(headings, rows, wrapped=0, numbers=frozenset({1, 2}), style=style)]
    if fit.stored:
        lines += [RichText(), *sentence(say(language, "fit_cards", cards=fit.cards), style=style)]
        lines += sentence(say(language, "fit_next"), style=style)
    return lines


def offer_lines(*, style: PageStyle) -> list[RichText]:
    """One sentence at the end of a session."""
    return sentence(say(style.language, "fit_offer"), style=style)


def fit_object(fit: Fit) -> dict[str, Any]:
    """The object of ``optimise --json``; measures and weights are null where there were too few reviews."""
    return {
        "result": fit.result.value,
        "stored": fit.stored,
        "reviews": fit.reviews,
        "wanted": fit.wanted,
        "held_out": fit.held_out,
        "before": _quality_object(fit.before),
        "after": _quality_object(fit.after),
        "weights": None if fit.weights is None else list(fit.weights),
        "cards": fit.cards,
    }


def _verdict(fit: Fit) -> str:
    if fit.result is FitResult.TOO_FEW:
        return "fit_too_few"
    if fit.result is FitResult.KEPT:
        return "fit_kept"
    return "fit_better" if fit.stored else "fit_would"


def _quality_object(quality: Quality | None) -> dict[str, float] | None:
    return None if quality is None else {"log_loss": quality.log_loss, "rmse_bins": quality.rmse_bins}
