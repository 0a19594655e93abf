"""A pattern of failed checks names a mistake, or nothing at all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizzer.domain.exercise import Exercise, Mutant
from quizzer.domain.mistakes import known_mistake, solutions_digest
from quizzer.domain.text import Text
from small_exercise import exercise

KEEP, SCALE = Text.of({"en": "You keep p.", "zh-CN": "保留了 p。"}), Text.of("You scale by p.")


def mutant(name: str, always: str, sometimes: str = "", mistake: Text | None = KEEP) -> Mutant:
    return Mutant(name, "", None, "WA", mistake, frozenset(always), frozenset(always + sometimes))


def known(*mutants: Mutant) -> Exercise:
    return replace(exercise(), mutants=mutants)


@pytest.mark.parametrize(
    ("failed", "told"), [("ab", KEEP), ("abc", KEEP), ("a", None), ("abd", None), ("abcd", None), ("", None)]
)
def test_a_mistake_is_told_when_all_that_always_fails_does_and_nothing_that_never_does(
    failed: str, told: object
) -> None:
    assert known_mistake(known(mutant("one", "ab", "c")), failed) == told


def test_two_mistakes_of_one_pattern_are_both_told() -> None:
    told = known_mistake(known(mutant("one", "ab", mistake=KEEP), mutant("two", "ab", mistake=SCALE)), "ab")

    assert told == Text.of("You keep p. Or: You scale by p.")


def test_more_mistakes_of_one_pattern_are_met_with_silence() -> None:
    three = [mutant(name, "ab", mistake=Text.of(f"You {name}.")) for name in ("add", "cut", "mix")]

    assert known_mistake(known(*three), "ab") is None


def test_what_always_fails_so_goes_before_what_may_fail_so() -> None:
    assert known_mistake(known(mutant("one", "ab"), mutant("two", "a", "b", mistake=SCALE)), "ab") == KEEP
    assert known_mistake(known(mutant("one", "ab"), mutant("two", "a", "b", mistake=SCALE)), "a") == SCALE


def test_one_mistake_made_in_two_ways_is_told() -> None:
    assert known_mistake(known(mutant("one", "ab"), mutant("two", "a", "b")), "ab") == KEEP


def test_a_solution_without_words_silences_those_of_its_pattern() -> None:
    assert known_mistake(known(mutant("one", "ab"), mutant("two", "ab", mistake=None)), "ab") is None


def test_a_solution_whose_pattern_nobody_found_out_takes_no_part() -> None:
    assert known_mistake(known(mutant("one", "ab"), mutant("two", "", mistake=SCALE)), "ab") == KEEP


def test_the_digest_follows_solutions_and_checks_but_not_their_comments() -> None:
    one = Mutant("m.py", "# caught-by: a\n# mistake: You seem.\nx = 1\n", "a", "WA")
    reworded = replace(one, source="# caught-by: a\n# mistake: It seems.\nx = 1\n")
    changed = replace(one, source="# caught-by: a\nx = 2\n")

    assert solutions_digest("v", [one]) == solutions_digest("v", [reworded])
    assert len({solutions_digest(*what) for what in (("v", [one]), ("w", [one]), ("v", [changed]), ("v", []))}) == 4
