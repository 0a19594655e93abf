"""What a path or an id leads ``quizzer verify`` to: exercises, decks, one file of a deck, one card."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from provable_deck import CARDS, write_deck
from quizzer.domain.errors import UsageError
from quizzer.services.paths import builtin_folders
from quizzer.services.verify import Plan
from quizzer.services.verify_targets import Targets, find_targets
from small_content import write_content

NOW = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """The deck of one card of each kind, beside a folder with another deck and an exercise."""
    write_content(tmp_path)
    return write_deck(tmp_path)


def found(*paths: Path | str, only: str | None = None) -> Targets:
    return find_targets([Path(path) for path in paths], Plan((1000,), NOW, only))


def exercises(targets: Targets) -> list[str]:
    return [one.folder.name for one in targets.exercises]


def cards(targets: Targets) -> list[str]:
    return [card.cards[0].note for deck in targets.decks for card in deck.cards]


def test_a_folder_means_the_exercises_and_decks_at_and_below_it(deck: Path) -> None:
    every = found(deck.parent)

    assert exercises(every) == ["double"]
    assert {one.folder.name for one in every.decks} == {"demo", "mini"}
    assert every.cards == len(CARDS) + 3


def test_without_a_path_all_that_ships_is_meant() -> None:
    every = found()

    assert len(every.exercises) == len(list(builtin_folders().exercises.glob("*/*/exercise.yaml")))
    assert len(every.decks) == len(list(builtin_folders().decks.glob("*/deck.yaml")))
    assert every.problems == ()


def test_ids_of_what_ships_are_as_good_as_paths() -> None:
    both = found("dropout", "math")

    assert exercises(both) == ["dropout"]
    assert [one.folder.name for one in both.decks] == ["math"]


def test_the_file_that_describes_a_whole_means_the_whole(deck: Path) -> None:
    exercise = deck.parent / "exercises/basics/double/exercise.yaml"

    assert len(cards(found(deck / "deck.yaml"))) == len(CARDS)
    assert exercises(found(exercise)) == ["double"]


def test_a_file_of_cards_means_those_cards_wherever_one_stands(deck: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(deck / "cards")

    assert cards(found(deck / "cards/cloze.yaml")) == cards(found("cloze.yaml")) == ["demo/weight"]


def test_what_is_named_twice_is_proved_once(deck: Path) -> None:
    assert len(found(deck, deck.parent, deck).decks) == 2


@pytest.mark.parametrize("name", ["step", "demo/step"])
def test_only_one_card_leaves_the_rest_alone(name: str, deck: Path) -> None:
    one = found(deck.parent, only=name)

    assert (exercises(one), cards(one), len(one.decks)) == ([], ["demo/step"], 1)


def test_only_one_solution_leaves_the_decks_alone(deck: Path) -> None:
    one = found(deck.parent, only="triples.py")

    assert (exercises(one), one.decks) == (["double"], ())


def test_what_cannot_be_read_is_a_problem_beside_the_others(deck: Path) -> None:
    (deck / "deck.yaml").write_text("schema: 2\n", encoding="utf-8")

    every = found(deck.parent)

    ((folder, problem),) = every.problems
    assert (folder, exercises(every), every.cards) == (deck, ["double"], 3)
    assert str(problem.diagnostics[0]).startswith(f"{deck}/deck.yaml:1:1 E202")


@pytest.mark.parametrize(
    ("path", "only", "said"),
    [
        ("no-such-thing", None, "no-such-thing: no exercise and no deck there"),
        ("{deck}/cards", None, "{deck}/cards: no exercise and no deck there"),
        ("{deck}", "no-such-card", "no solution's path and no card's id ends in 'no-such-card'"),
    ],
)
def test_what_leads_nowhere_is_a_mistake_of_usage(path: str, only: str | None, said: str, deck: Path) -> None:
    with pytest.raises(UsageError) as raised:
        found(path.format(deck=deck), only=only)

    assert raised.value.message == said.format(deck=deck)
    assert raised.value.hint
