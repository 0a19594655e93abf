"""``quizzer deck report``: from one's own database, and from the exports that learners have handed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from quizzer.content.decks import read_deck
from quizzer.domain.card import CardId, CardKind, DeckId
from quizzer.domain.memory import Memory, Progress, Rating, Review, StudyDay
from quizzer.domain.review import AnswerRecord
from quizzer.interchange.writers import Format
from quizzer.scheduler.options import SchedulerOptions
from quizzer.services.exchange_out import export_deck
from quizzer.storage.store import open_store
from study_home import MINI

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Program

NOON = datetime(2026, 3, 10, 12, tzinfo=UTC)
TODAY = StudyDay(NOON.date().toordinal())
DECK = read_deck(MINI)
CARDS = [card for card in DECK.cards if card.kind is not CardKind.EXERCISE]
CLOZE = next(card.id for card in CARDS if card.kind is CardKind.CLOZE)
CHOICE = next(card for card in CARDS if card.kind is CardKind.CHOICE)
MISTAKES = [option.mistake for option in CHOICE.body.options if option.mistake is not None]


@dataclass(frozen=True)
class Try:
    """One first answer to a card."""

    card: CardId
    right: bool
    typed: str | None = None
    mistake: str | None = None


def study(database: Path, tries: list[Try]) -> None:
    """A database in which these answers were given today."""
    with open_store(database) as store, store.write() as tx:
        tx.apply_content([DECK], [], origin="test", retire_missing=False, at=NOON)
        for one in tries:
            before = tx.progress(one.card)
            after = Progress(Review(Memory(2.0, 5.0), 2, StudyDay(TODAY + 2), NOON, TODAY), 1, 0)
            rating = Rating.GOOD if one.right else Rating.AGAIN
            words = {"correct": one.right, "typed": one.typed, "mistake": one.mistake}
            tx.record_answer(AnswerRecord(one.card, rating, before, after, NOON, TODAY, 172_800, 0, 2, 4.0, **words))


def export(folder: Path, name: str, tries: list[Try], *, how: Format = Format.JSON) -> Path:
    """What a learner of that name hands in."""
    study(folder / f"{name}.db", tries)
    path = folder / f"{name}.{'json' if how is Format.JSON else 'apkg'}"
    with open_store(folder / f"{name}.db") as store:
        export_deck(
            store, DeckId("mini"), path, how=how, language="en", now=NOON, zone=UTC, options=SchedulerOptions()
        )  # fmt: skip
    return path


@pytest.fixture
def exports(tmp_path: Path) -> list[Path]:
    """Six learners; who knows more of the other cards is right at the cloze card."""
    others = [card.id for card in CARDS if card.id not in (CLOZE, CHOICE.id)][:6]
    paths = []
    for number in range(6):
        tries = [Try(card, place < number) for place, card in enumerate(others)]
        right = number > 2
        tries.append(Try(CLOZE, right, typed=None if right else ("5" if number else "seven")))
        tries.append(Try(CHOICE.id, right=False, mistake=MISTAKES[0]))
        paths.append(export(tmp_path, f"learner-{number}", tries))
    return paths


def test_a_class_is_counted_from_its_exports_alone(exports: list[Path], quizzer: Program) -> None:
    ran = quizzer("deck", "report", "mini", *exports)
    made = quizzer("deck", "report", "mini", *exports, "--json").json
    chinese = quizzer("deck", "report", "mini", *exports, "--lang", "zh-CN")

    cloze, choice = (next(one for one in made["cards"] if one["id"] == card) for card in (CLOZE, CHOICE.id))
    assert (made["deck"], made["learners"]) == ("mini", 6)
    assert (cloze["first_tries"], cloze["first_right"], cloze["success"], cloze["difficulty"]) == (6, 3, 0.5, 5)
    assert cloze["discrimination"] > 0.5
    assert cloze["typed"] == [{"text": "5", "times": 2}, {"text": "seven", "times": 1}]
    assert choice["mistakes"][0] == {"name": MISTAKES[0], "times": 6}
    assert ran.code == 0, ran.err
    assert ran.out.startswith("mini: learners 6, cards answered ")
    assert "typed: “5” ×2, “seven” ×1" in ran.out
    assert f"mistakes: {MISTAKES[0]} ×6" in ran.out
    assert chinese.out.startswith("mini：学习者 6，")


def test_ones_own_answers_are_counted_from_the_database(quizzer: Program) -> None:
    study(quizzer.database, [Try(CLOZE, right=False, typed="seven"), Try(CHOICE.id, right=True)])

    made = quizzer("deck", "report", "mini", "--json").json
    unknown = quizzer("deck", "report", "minu")

    answered = {one["id"]: one for one in made["cards"] if one["answers"]}
    assert made["learners"] == 1
    assert set(answered) == {CLOZE, CHOICE.id}
    assert answered[CLOZE]["typed"] == [{"text": "seven", "times": 1}]
    assert answered[CLOZE]["discrimination"] is None
    assert unknown.code == 2
    assert "did you mean mini?" in unknown.err


def test_a_learner_does_not_count_twice_and_other_files_are_refused(tmp_path: Path, quizzer: Program) -> None:
    mine = export(tmp_path, "anna", [Try(CLOZE, right=True)])
    copied = tmp_path / "copied.json"
    copied.write_bytes(mine.read_bytes())
    package = export(tmp_path, "bo", [Try(CLOZE, right=True)], how=Format.ANKI)
    text = tmp_path / "notes.txt"
    text.write_text("front\tback\n", encoding="utf-8")

    ran = {
        "twice": quizzer("deck", "report", "mini", mine, copied),
        "other": quizzer("deck", "report", "layers", mine),
        "package": quizzer("deck", "report", "mini", package),
        "text": quizzer("deck", "report", "mini", text),
        "missing": quizzer("deck", "report", "mini", tmp_path / "nobody.json"),
    }

    assert {one.code for one in ran.values()} == {3}
    assert f"{copied} this is the same file as {mine}" in ran["twice"].err
    assert f"{mine} this is no export of the deck 'layers'" in ran["other"].err
    assert "quizzer deck export layers -o mine.json" in ran["other"].err
    assert "only quizzer's own JSON has what a report needs" in ran["package"].err
    assert "no export of the deck 'mini'" in ran["text"].err
    assert "there is no such file" in ran["missing"].err
