"""Listings: columns that line up in any script, lines that end where their text ends."""

from __future__ import annotations

from rich.cells import cell_len

from quizzer.domain.card import CardId, DeckId, ExerciseId
from quizzer.domain.exercise import ExerciseKind
from quizzer.domain.library import DeckSummary, ExerciseSummary, SyncReport
from quizzer.domain.text import Text
from quizzer.reports.card_page import PageStyle
from quizzer.reports.tables import decks_table, exercises_table, sync_page

DECKS = (
    DeckSummary(DeckId("layers"), Text.of({"en": "Layers", "zh-CN": "层"}), "1", 120, 100, 15, 5),
    DeckSummary(DeckId("optimizers"), Text.of({"en": "Optimizers and schedules", "zh-CN": "优化器"}), "1", 8, 8, 0, 0),
)


def plain(lines: list[object]) -> list[str]:
    return [line.plain for line in lines]  # type: ignore[attr-defined]


def test_numbers_stand_under_each_other_in_both_languages() -> None:
    for language in ("en", "zh-CN"):
        lines = plain(decks_table(DECKS, style=PageStyle(80, language, colour=False)))

        widths = {cell_len(line) for line in lines}

        assert len(widths) == 1, lines


def test_a_narrow_terminal_wraps_the_title_and_keeps_the_numbers() -> None:
    lines = plain(decks_table(DECKS, style=PageStyle(55, "en", colour=False)))

    assert max(map(cell_len, lines)) <= 55
    assert "  8    8        0    0" in "\n".join(lines)
    assert any(line.strip() == "schedules" for line in lines)


def test_an_empty_listing_says_what_to_do() -> None:
    assert plain(decks_table((), style=PageStyle())) == ["There are no decks yet. Add one: quizzer deck import PATH"]


def test_an_exercise_is_solved_tried_or_untouched() -> None:
    def one(submissions: int, *, accepted: bool) -> ExerciseSummary:
        return ExerciseSummary(ExerciseId("e"), "1", Text.of("E"), ExerciseKind.FIX, 1, (), 1.0, submissions, accepted)

    rows = [one(3, accepted=True), one(3, accepted=False), one(0, accepted=False)]
    lines = plain(exercises_table(rows, style=PageStyle(plain=True)))

    assert [line.split()[-1] for line in lines] == ["State", "solved", "tried", "-"]
    assert [line for line in lines if line.endswith(" ")] == []


def test_an_import_names_what_changed_and_what_retired() -> None:
    report = SyncReport(
        added=(CardId("d/a"),), changed=(CardId("d/b"),), retired=(CardId("d/c"),), unchanged=(CardId("d/d"),)
    )

    lines = plain(sync_page(report, style=PageStyle()))

    assert lines[0] == "1 cards added, 1 changed, 1 retired, 1 unchanged"
    assert lines[1:3] == ["  ~ d/b", "  - d/c"]
    assert "history stays" in lines[-1]
