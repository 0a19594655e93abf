"""``quizzer verify`` of decks, from the command line: what is read, printed and returned."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import junitparser
import pytest

from provable_deck import CARDS, write_deck
from small_content import rewrite, write_content

if TYPE_CHECKING:
    from conftest import Program

FALSE = ("x.shape[0] == 2", "x.shape[0] == 3")
WEAK = ("assert x.shape[0] == 2", "x.shape[0] == 2")


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """The deck of one card of each kind, all of them sound."""
    return write_deck(tmp_path / "content")


def test_a_deck_is_proved_in_one_row_and_exits_with_0(quizzer: Program, deck: Path) -> None:
    ran = quizzer("verify", deck)

    row = next(line for line in ran.out.splitlines() if line.startswith("demo"))
    assert ran.code == 0, ran.err
    assert row.split()[:3] == ["demo", "7", "6"]
    assert row.endswith("proved")
    assert ran.out.endswith("7 of 7 cards proved.\n")
    assert "exercises" not in ran.out
    assert ran.err == ""


def test_what_is_not_proved_is_told_with_file_line_and_column_and_exits_with_1(quizzer: Program, deck: Path) -> None:
    path = deck / "cards/basic.yaml"
    rewrite(path, *FALSE)

    ran = quizzer("verify", deck, env={"COLUMNS": "400"})

    assert ran.code == 1
    assert "NOT PROVED" in ran.out
    assert f" ✗ {path}:11:7 demo/rows [snippet-fails]\n    the snippet should run through, and fails at " in ran.out
    assert ran.out.endswith("6 of 7 cards proved.\n")


def test_a_warning_leaves_a_card_proved(quizzer: Program, deck: Path) -> None:
    rewrite(deck / "cards/basic.yaml", *WEAK)

    ran = quizzer("verify", deck / "cards/basic.yaml")

    assert ran.code == 0
    assert "basic.yaml:9:13 demo/rows [asserts-nothing]" in ran.out
    assert ran.out.endswith("1 of 1 cards proved.\n")


def test_a_program_reads_each_card_with_what_is_wrong(quizzer: Program, deck: Path) -> None:
    rewrite(deck / "cards/basic.yaml", *FALSE)

    ran = quizzer("verify", deck, "--json", "--draws", "120")

    assert ran.code == 1
    assert (ran.json["schema_version"], ran.json["draws"], ran.json["exercises"]) == (1, 120, [])
    (found,) = ran.json["decks"]
    cards = {one["card"]: one for one in found["cards"]}
    assert (found["deck"], found["folder"], found["proved"]) == ("demo", str(deck), False)
    assert [card["kind"] for card in found["cards"]] == sorted(CARDS)
    assert {name for name, card in cards.items() if not card["ran"]} == {"demo/weight"}
    assert 50 < cards["demo/sides"]["questions"] <= 120
    (finding,) = cards["demo/rows"]["findings"]
    assert (finding["code"], finding["line"], finding["column"]) == ("snippet-fails", 11, 7)
    assert finding["warning"] is False


def test_a_junit_reader_sees_a_suite_for_each_exercise_and_deck(quizzer: Program, deck: Path) -> None:
    write_content(deck.parent)
    rewrite(deck / "cards/basic.yaml", *FALSE)
    rewrite(deck / "cards/compute.yaml", "[24, 63]", "[24, 32]")
    broken = deck.parent / "broken"
    broken.mkdir()
    (broken / "deck.yaml").write_text("schema: 2\n", encoding="utf-8")

    ran = quizzer("verify", deck.parent, "--format", "junit", "--seeds", "1")

    suites = {suite.name: suite for suite in junitparser.JUnitXml.fromstring(ran.out.encode())}
    assert ran.code == 3
    assert set(suites) == {"double", "mini", "demo", str(broken)}
    exercise, found = suites["double"], {case.name: case for case in suites["demo"]}
    assert {case.name for case in exercise} >= {"starter.py", "submissions/wrong_answer/triples.py"}
    assert (found["demo/weight"].result, suites["demo"].tests, suites["demo"].failures) == ([], 7, 1)
    (told,) = found["demo/rows"].result
    assert (type(told), told.type) == (junitparser.Failure, "snippet-fails")
    assert f"{deck}/cards/basic.yaml:11:7" in told.text
    assert "warning [few-questions]" in found["demo/sides"].system_out
    (error,) = next(iter(suites[str(broken)])).result
    assert (type(error), error.type) == (junitparser.Error, "unreadable")


def test_built_in_decks_go_by_their_ids_and_in_chinese(quizzer: Program) -> None:
    ran = quizzer("verify", "schedules", "--only", "step-lr-value", "--lang", "zh-CN")

    assert ran.code == 0, ran.out
    assert "卡组" in ran.out
    assert ran.out.endswith("1 张卡片中有 1 张通过验证。\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["no-such-thing"], "no-such-thing: no exercise and no deck there"),
        (["{deck}", "--only", "nothing"], "no solution's path and no card's id ends in 'nothing'"),
        (["{deck}", "--mutate"], "{deck}: no exercise there"),
        (["dropout", "--mutate", "--format", "junit"], "--format junit does not go with --mutate"),
        (["{deck}", "--json", "--format", "junit"], "--json and --format junit are two formats"),
    ],
)
def test_what_makes_no_sense_is_a_mistake_of_usage(
    quizzer: Program, deck: Path, arguments: list[str], said: str
) -> None:
    ran = quizzer("verify", *(one.format(deck=deck) for one in arguments))

    assert ran.code == 2
    assert said.format(deck=deck) in ran.err


def test_the_first_failure_ends_it_where_that_is_wanted(quizzer: Program, deck: Path) -> None:
    write_content(deck.parent)
    rewrite(deck / "cards/basic.yaml", *FALSE)

    ran = quizzer("verify", deck, deck.parent, "--seeds", "1", "--fail-fast", "--json")

    assert ran.code == 1
    assert [one["deck"] for one in ran.json["decks"]] == ["demo"]
    assert ran.json["exercises"] == []


def test_a_snippet_runs_in_no_process_of_the_command(quizzer: Program, deck: Path) -> None:
    """Not even one that may read what the command may."""
    secret = quizzer.home / "secret"
    secret.write_text("mine", encoding="utf-8")
    reads = f"      assert open({str(secret)!r}).read() == 'mine'\n"
    rewrite(deck / "cards/basic.yaml", "      assert x.shape[0] == 2\n", reads)

    ran = quizzer("verify", deck / "cards/basic.yaml", env={"COLUMNS": "400"})

    assert ran.code == 1
    assert "PermissionError" in ran.out or "FileNotFoundError" in ran.out
