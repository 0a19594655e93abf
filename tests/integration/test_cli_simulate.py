"""``quizzer simulate``: a sentence to decide by."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Program


def test_a_sentence_and_a_table_say_what_remembering_costs(student: Program) -> None:
    page = student("simulate", "--days", "60").out

    assert re.search(r"At 90% this costs you \d+ minutes a day; at 85% it is \d+ minutes\.", page)
    assert [line.split()[0] for line in page.splitlines() if re.match(r"\d+%", line)] == [
        "80%", "83%", "85%", "87%", "90%", "92%", "95%", "97%",
    ]  # fmt: skip
    assert "90% (now)" in page
    assert "part of the times and ratings is assumed" in page


def test_json_has_the_figures_and_what_they_rest_on(student: Program) -> None:
    found = student("simulate", "--days", "60", "--new", "3", "--seed", "5", "--json").json

    assert (found["days"], found["new_per_day"], found["seed"]) == (60, 3, 5)
    assert found["current"] in found["costs"]
    assert found["habits"]["days"] == 0
    assert student("simulate", "--days", "60", "--new", "3", "--seed", "5", "--json").json == found


def test_the_page_is_there_in_chinese_and_plain(student: Program) -> None:
    page = student("--lang", "zh-CN", "--plain", "simulate", "--days", "30").out

    assert re.search(r"90% 时每天约需 \d+ 分钟；85% 时约需 \d+ 分钟。", page)
    assert "─" not in page


def test_the_first_command_of_all_may_be_a_simulation_of_the_built_in_cards(quizzer: Program) -> None:
    assert quizzer("simulate", "--days", "3", "--json").json["cards"] > 0


def test_without_cards_there_is_nothing_to_simulate(student: Program) -> None:
    ran = student("simulate", "--days", "30", "--new", "0")

    assert (ran.code, "no cards to study" in ran.out) == (0, True)
