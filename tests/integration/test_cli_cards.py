"""``quizzer card``: acts on cards by their ids, told on stdout, and each taken back by one undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from quizzer.domain.card import CardId
from quizzer.storage.store import open_store

if TYPE_CHECKING:
    from conftest import Program

    from quizzer.domain.act import Standing

RANK, ROWS = "mini/rank", "mini/rows"


def standing(program: Program, card: str) -> Standing:
    with open_store(program.database) as store, store.read() as tx:
        return tx.standing(CardId(card))


def test_suspended_cards_are_named_and_come_back_with_one_undo(student: Program) -> None:
    done = student("card", "suspend", RANK, ROWS)

    assert (done.code, done.out.split()) == (0, [RANK, ROWS])
    assert "Suspended: 2." in done.err
    assert standing(student, RANK).suspended
    undone = student("undo")
    assert undone.out == "Taken back: suspended for mini/rank and 1 more.\n"
    assert not standing(student, RANK).suspended
    assert not standing(student, ROWS).suspended


def test_suspending_twice_changes_nothing_and_says_so(student: Program) -> None:
    student("card", "suspend", RANK)

    again = student("card", "suspend", RANK, "--json")

    assert again.json == {"schema_version": 1, "act": "suspend", "changed": []}
    assert student("card", "unsuspend", RANK).out == f"{RANK}\n"
    assert "so already" in student("card", "unsuspend", RANK).err


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (("flag", RANK), {"flag": 1}),
        (("flag", "--number", "5", RANK), {"flag": 5}),
        (("mark", RANK), {"marked": True}),
        (("tag", "hard", RANK), {"tags": ("hard",)}),
    ],
    ids=["flag", "flag 5", "mark", "tag"],
)
def test_flags_marks_and_tags_are_kept_and_undone(
    student: Program, arguments: tuple[str, ...], wanted: dict[str, object]
) -> None:
    before = standing(student, RANK)

    assert student("card", *arguments).code == 0

    now = standing(student, RANK)
    assert {name: getattr(now, name) for name in wanted} == wanted
    student("undo")
    assert standing(student, RANK) == before


def test_marks_and_tags_can_be_taken_away(student: Program) -> None:
    student("card", "mark", RANK)
    student("card", "tag", "hard", RANK)

    assert student("card", "unmark", RANK).code == 0
    assert student("card", "untag", "hard", RANK).code == 0

    assert standing(student, RANK).tags == ()


def test_a_buried_card_can_be_unburied(student: Program) -> None:
    now = {"QUIZZER_NOW": "2026-03-02T21:00:00+00:00"}
    student("card", "bury", RANK, env=now)
    assert standing(student, RANK).buried_until is not None

    assert student("card", "unbury", RANK, env=now).out == f"{RANK}\n"

    assert standing(student, RANK).buried_until is None


def test_a_card_that_is_not_there_stops_the_whole_act(student: Program) -> None:
    done = student("card", "suspend", RANK, "mini/nope")

    assert done.code == 2
    assert "There is no card mini/nope." in done.err
    assert "quizzer search" in done.err
    assert not standing(student, RANK).suspended


@pytest.mark.parametrize("name", ["two words", "a:b", "", "*", "x" * 65])
def test_a_tag_that_no_search_could_find_is_refused(student: Program, name: str) -> None:
    done = student("card", "tag", name, RANK)

    assert done.code == 2
    assert "no name for a tag" in done.err


def test_acts_are_told_in_chinese(student: Program) -> None:
    assert "已暂停 1 张" in student("--lang", "zh-CN", "card", "suspend", RANK).err
    assert student("--lang", "zh-CN", "undo").out == "已撤销：mini/rank 的“暂停”。\n"


def test_a_card_is_shown_in_the_language_asked_for_and_as_an_object(student: Program) -> None:
    student("card", "note", RANK, "no axis")

    shown = student("--lang", "zh-CN", "card", "show", RANK)
    found = student("card", "show", RANK, "--json").json

    assert (shown.code, shown.err) == (0, "")
    assert "标量的秩是多少？" in shown.out
    assert "no axis" in shown.out
    assert (found["card"]["id"], found["card"]["note"], found["history"], found["curve"]) == (RANK, "no axis", [], [])
    assert student("card", "show", "mini/nope").code == 2
