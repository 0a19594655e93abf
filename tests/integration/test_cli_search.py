"""``quizzer search``: what is typed at a shell, what comes out, and where a mistake is pointed at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Program

RANK, ROWS, DOUBLE = "mini/rank", "mini/rows", "mini/exercise-double"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (("deck:mini",), [RANK, ROWS, DOUBLE]),
        (("deck:mini", "AXIS"), [RANK, ROWS]),
        (('deck:mini "axis 0"',), [ROWS]),
        (("deck:mini", "-axis"), [DOUBLE]),
        (("-axis", "deck:mini"), [DOUBLE]),
        (("deck:mini", "标量"), [RANK]),
        (("deck:mini", "-kind:exercise"), [RANK, ROWS]),
        (("id:mini/r*",), [RANK, ROWS]),
        (("deck:mini", "is:due"), []),
    ],
    ids=" ".join,
)
def test_a_search_prints_the_ids_that_it_finds(student: Program, query: tuple[str, ...], found: list[str]) -> None:
    ran = student("search", "--ids", *query)

    assert ran.out.split() == found
    assert ran.code == (0 if found else 1)


def test_a_found_card_is_an_object_with_all_that_is_known_of_it(student: Program) -> None:
    student("card", "flag", "--number", "3", RANK)
    student("card", "tag", "hard", RANK)

    found = student("search", "tag:hard", "--json").json

    assert (found["schema_version"], found["total"]) == (1, 1)
    assert found["cards"][0] == {
        "id": RANK,
        "deck": "mini",
        "topic": "tensors",
        "kind": "basic",
        "question": "What is a scalar's rank?",
        "tags": ["hard"],
        "state": "new",
        "due_on": None,
        "due_at": None,
        "interval_days": None,
        "stability": None,
        "difficulty": None,
        "retrievability": None,
        "repetitions": 0,
        "lapses": 0,
        "suspended": False,
        "flag": 3,
        "buried_until": None,
        "note": None,
    }


def test_a_listing_has_a_line_for_each_card_in_the_language_asked_for(student: Program) -> None:
    student("card", "suspend", ROWS)

    plain = student("--plain", "search", "deck:mini")
    chinese = student("--lang", "zh-CN", "search", "deck:mini")

    assert plain.out.splitlines()[2].split() == [ROWS, "Which", "axis", "counts", "rows?", "suspended"]
    assert "3 found." in plain.err
    assert "哪个轴是行？" in chinese.out
    assert "已暂停" in chinese.out
    assert "共 3 张。" in chinese.err


def test_more_than_the_limit_are_counted_and_not_shown(student: Program) -> None:
    ran = student("search", "deck:mini", "--limit", "1", "--json")

    assert (ran.json["total"], len(ran.json["cards"])) == (3, 1)
    assert "1 of 3 shown" in ran.err
    assert len(student("search", "--ids", "--limit", "0").out.split()) > 100


def test_a_mistake_is_pointed_at(student: Program) -> None:
    ran = student("search", "deck:mini", "is:leach")

    assert ran.code == 2
    assert "column 14 of the search: there is no ‘is:leach’; did you mean ‘leech’?" in ran.err
    assert "  deck:mini is:leach\n               ^\n" in ran.err
    assert "choose one of: new, learning" in ran.err


def test_what_is_typed_never_reaches_the_database_as_a_statement(student: Program) -> None:
    for text in ("'; DROP TABLE card; --", '" OR 1=1', "%", "_", "\\"):
        assert student("search", "--ids", "--", text).code != 4

    assert len(student("search", "--ids", "deck:mini").out.split()) == 3


def test_help_is_shown_and_not_searched_for(quizzer: Program) -> None:
    assert "Words side by side" in quizzer("search", "-h").out
