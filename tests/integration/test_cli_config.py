"""``quizzer config``: what is set holds in every later command, in general or for one deck."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Program


def test_a_setting_is_kept_and_read_back_as_it_is_written(student: Program) -> None:
    ran = student("config", "set", "learning_steps", "1m", "10m", "1d")

    assert (ran.code, ran.out) == (0, "learning_steps is 1m 10m 1d now.\n")
    assert student("config", "get", "learning_steps").out == "1m 10m 1d\n"
    assert student("config", "get", "learning_steps", "--json").json == {
        "schema_version": 1,
        "name": "learning_steps",
        "deck": None,
        "value": "1m 10m 1d",
        "set": True,
    }


def test_a_list_says_what_holds_and_who_set_it(student: Program) -> None:
    student("config", "set", "new_per_day", "7")
    student("config", "set", "desired_retention", "95%", "--deck", "mini")

    page = student("config", "list").out
    deck = {one["name"]: one for one in student("config", "list", "--deck", "mini", "--json").json["settings"]}

    assert next(line for line in page.splitlines() if line.startswith("new_per_day")).split()[1:4] == ["7", "by", "you"]
    assert (deck["desired_retention"]["value"], deck["desired_retention"]["set"]) == ("95%", True)
    assert (deck["new_per_day"]["value"], deck["new_per_day"]["set"]) == ("7", False)
    assert "language" not in deck


def test_the_page_is_there_in_chinese(student: Program) -> None:
    page = student("--lang", "zh-CN", "config", "list").out

    assert "新卡第一天的间隔" in page


def test_a_refusal_is_one_error_that_says_what_to_write(student: Program) -> None:
    ran = student("config", "set", "desired_retention", "always")

    assert ran.code == 2
    assert ran.err == "quizzer: desired_retention: 'always' cannot be read\n  write it like: 90%\n"
    assert student("config", "set", "desired_retention", "85%", "--deck", "minj").code == 2
    assert student("config", "get", "nothing").code == 2


def test_the_new_cards_of_a_day_are_those_that_were_set(student: Program) -> None:
    before = student("stats", "--json").json["new_today"]

    student("config", "set", "new_per_day", "1")

    assert before > 1
    assert student("stats", "--json").json["new_today"] == 1


def test_the_language_that_was_set_is_spoken_unless_another_is_asked_for(student: Program) -> None:
    assert student("config", "set", "language", "zh_CN").code == 0

    assert "现在到期" in student("stats").out
    assert "Due now" in student("--lang", "en", "stats").out
    assert "Due now" in student("stats", env={"QUIZZER_LANG": "en"}).out
    student("config", "unset", "language")
    assert "Due now" in student("stats").out


def test_unset_says_what_holds_again_and_that_nothing_was_set(student: Program) -> None:
    student("config", "set", "rollover_hour", "0")

    assert student("config", "unset", "rollover_hour").out == "rollover_hour is 4 again.\n"
    assert student("config", "unset", "rollover_hour").out == "rollover_hour was not set; it is 4.\n"


def test_a_new_retention_says_how_scheduled_cards_follow(student: Program) -> None:
    assert "quizzer reschedule" in student("config", "set", "desired_retention", "85%").err
    assert student("config", "set", "new_per_day", "5").err == ""


def test_a_deck_s_own_setting_is_told_with_its_deck_and_unset_for_that_deck_alone(student: Program) -> None:
    student("config", "set", "new_per_day", "7")

    ran = student("config", "set", "new_per_day", "3", "--deck", "mini")

    assert ran.out == "new_per_day of the deck mini is 3 now.\n"
    assert student("config", "get", "new_per_day", "--deck", "mini", "--json").json["deck"] == "mini"
    assert student("config", "unset", "new_per_day", "--deck", "mini").out == "new_per_day is 7 again.\n"
    assert student("config", "get", "new_per_day").out == "7\n"


def test_the_first_command_of_all_may_be_about_a_built_in_deck(quizzer: Program) -> None:
    assert quizzer("config", "set", "new_per_day", "3", "--deck", "autograd").code == 0


def test_a_week_is_planned_as_people_write_it_and_read_back_in_order(student: Program) -> None:
    assert student("config", "set", "weekly_plan", "Sunday=code", "mon=cards").code == 0

    assert student("config", "get", "weekly_plan").out == "mon=cards sun=code\n"
    refused = student("config", "set", "weekly_plan", "mon=reading")
    assert (refused.code, refused.err.splitlines()[1]) == (2, "  write it like: mon=cards sat=code")
