"""A handout as a page and as a JSON object: what is in it, and what bringing it in did or would do."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from rich.text import Text as RichText

from quizzer.domain.handout import Edition
from quizzer.reports.exchange_words import say
from quizzer.reports.json_format import sync_object
from quizzer.reports.tables import sync_page

if TYPE_CHECKING:
    from quizzer.domain.handout import Handout, HandoutReport
    from quizzer.reports.card_page import PageStyle


def handout_page(handout: Handout, *, style: PageStyle) -> list[RichText]:
    """A line for the whole, then one for each deck and exercise."""
    language = style.language
    lines = [say(language, f"edition_{handout.edition.value}", name=handout.name)]
    lines += [
        say(language, "packed_deck", id=deck.id, version=deck.version, cards=deck.cards) for deck in handout.decks
    ]
    key = "packed_visible" if handout.edition is Edition.STUDENT else "packed_exercise"
    lines += [
        say(language, key, id=one.id, checks=one.checks, all=one.checks + one.withheld) for one in handout.exercises
    ]
    return [RichText(line) for line in lines]


def handout_object(handout: Handout) -> dict[str, Any]:
    """What every object about a handout has in it."""
    return {
        "name": handout.name,
        "edition": handout.edition.value,
        "decks": [asdict(deck) for deck in handout.decks],
        "exercises": [asdict(exercise) for exercise in handout.exercises],
    }


def handout_import_page(report: HandoutReport, *, style: PageStyle) -> list[RichText]:
    """What the handout is, then what changed."""
    dry = [RichText(say(style.language, "dry_run"))] if report.dry_run else []
    return [*dry, *handout_page(report.handout, style=style), *sync_page(report.sync, style=style)]


def handout_import_object(report: HandoutReport) -> dict[str, Any]:
    """The object of ``deck import HANDOUT --json``."""
    return {
        "dry_run": report.dry_run,
        "backup": report.backup,
        "handout": handout_object(report.handout),
        **sync_object(report.sync),
    }
