"""What an import from another program did or would do, as a page and as a JSON object."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.text import Text as RichText

from quizzer.domain.exchange import Fate
from quizzer.reports.exchange_words import say
from quizzer.reports.tables import table

if TYPE_CHECKING:
    from quizzer.domain.exchange import ExchangeReport
    from quizzer.reports.card_page import PageStyle

_LISTED = 20


def import_page(report: ExchangeReport, *, style: PageStyle) -> list[RichText]:
    """A row for each deck, then what was left out, and why."""
    language = style.language
    lines = [RichText(say(language, "dry_run"))] if report.dry_run else []
    if report.fates:
        lines += _table(report, style=style)
    else:
        lines.append(RichText(say(language, "nothing")))
    lines += _conflicts(report, language=language)
    lines += _skipped(report, language=language)
    if report.media_folder is not None:
        lines.append(RichText(say(language, "media_kept", count=report.media, folder=report.media_folder)))
    lines += [RichText(say(language, remark.value, count=count)) for remark, count in report.remarks.items()]
    return lines


def import_object(report: ExchangeReport) -> dict[str, Any]:
    """The object of ``deck import FILE --json``."""
    decks = dict.fromkeys(deck for _, deck, _ in report.fates)
    return {
        "dry_run": report.dry_run,
        "backup": report.backup,
        "decks": [
            {
                "id": deck,
                "title": report.titles.get(deck, deck),
                **{fate.value: report.count(fate, deck) for fate in Fate},
                "with_schedule": report.histories.get(deck, 0),
                "reviews": report.reviews.get(deck, 0),
            }
            for deck in decks
        ],
        "cards": [{"id": card, "deck": deck, "fate": fate.value} for card, deck, fate in report.fates],
        "skipped": [{"what": one.what, "reason": one.reason.value} for one in report.skipped],
        "media": report.media,
        "media_folder": report.media_folder,
        "remarks": {remark.value: count for remark, count in report.remarks.items()},
    }


def _table(report: ExchangeReport, *, style: PageStyle) -> list[RichText]:
    fates = [fate for fate in Fate if fate in (Fate.NEW, Fate.UPDATED, Fate.UNCHANGED) or report.count(fate)]
    keys = ("deck", *(fate.value for fate in fates), "histories", "reviews")
    headings = [say(style.language, key) for key in keys]
    rows = [
        (
            report.titles.get(deck, deck),
            *(str(report.count(fate, deck)) for fate in fates),
            str(report.histories.get(deck, 0)),
            str(report.reviews.get(deck, 0)),
        )
        for deck in dict.fromkeys(deck for _, deck, _ in report.fates)
    ]
    return table(headings, rows, wrapped=0, numbers=frozenset(range(1, len(headings))), style=style)


def _conflicts(report: ExchangeReport, *, language: str) -> list[RichText]:
    ids = [card for card, _, fate in report.fates if fate is Fate.CONFLICT]
    if not ids:
        return []
    return [RichText(say(language, "conflict_note")), *_some([f"  = {card}" for card in ids], language=language)]


def _skipped(report: ExchangeReport, *, language: str) -> list[RichText]:
    if not report.skipped:
        return []
    heading = RichText(say(language, "skipped_heading", count=len(report.skipped)))
    lines = [f"  - {one.what}: {say(language, one.reason.value)}" for one in report.skipped]
    return [heading, *_some(lines, language=language)]


def _some(lines: list[str], *, language: str) -> list[RichText]:
    shown = [RichText(line) for line in lines[:_LISTED]]
    more = len(lines) - len(shown)
    return [*shown, RichText("  " + say(language, "more", count=more))] if more else shown
