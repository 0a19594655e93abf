"""What ``config list``, ``optimise``, ``simulate`` and ``reschedule`` print of figures that are known, line by line."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from quizzer.domain.card import DeckId
from quizzer.domain.fitting import Fit, FitResult, Quality
from quizzer.domain.rescheduling import Rescheduling
from quizzer.domain.setting import Setting
from quizzer.domain.simulation import Cost, Habits, Simulation
from quizzer.reports.card_page import PageStyle
from quizzer.reports.config_view import settings_page
from quizzer.reports.optimise_view import fit_object, fit_page
from quizzer.reports.reschedule_view import rescheduling_object, rescheduling_page
from quizzer.reports.simulate_view import simulation_object, simulation_page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.text import Text as RichText

WIDE, CHINESE = PageStyle(100), PageStyle(100, "zh-CN")
FIT = Fit(
    FitResult.BETTER, 812, 400, 162, Quality(0.5123, 0.0712), Quality(0.4011, 0.0234), (1.0, 2.0),
    stored=True, cards=59,
)  # fmt: skip
COSTS = (Cost(0.8, 1.2, 10.4, 80.6), Cost(0.85, 7.6, 20.7, 85.4), Cost(0.9, 14.4, 31.2, 90.5), Cost(0.95, 0.3, 40, 96))
SIMULATED = Simulation(60, 123, 7, Habits(days=39), COSTS[2], COSTS, 5)
MOVED = Rescheduling(30, 4, 7, (3, 2, 1, 0, 5, 6, 7, 8), (8, 7, 6, 5, 0, 1, 2, 3), stored=True)


def words(page: Sequence[RichText]) -> list[str]:
    """The lines that say something, each blank run as one space."""
    lines = [" ".join(line.plain.split()) for line in page]
    return [line for line in lines if line.strip("─")]


def test_settings_say_their_value_cut_where_it_is_long_and_who_chose_it() -> None:
    found = [
        Setting("new_per_day", "7", own=True),
        Setting("fuzz", "on", own=False),
        Setting("new_per_day", "7", own=False, deck=DeckId("mini")),
        Setting("reviews_per_day", "9", own=True, deck=DeckId("mini")),
        Setting("easy_days", "mon=50% tue=50% wed=50% thu=50%", own=False),
        Setting("fuzz", "x" * 24, own=False),
    ]

    assert words(settings_page(found, style=WIDE)) == [
        "Setting Value Set What it does",
        "new_per_day 7 by you new cards a day",
        "fuzz on default spread cards that were learned together",
        "new_per_day 7 as in general new cards a day",
        "reviews_per_day 9 by you reviews a day",
        "easy_days mon=50% tue=50% wed=50 … default weekdays with fewer reviews",
        f"fuzz {'x' * 24} default spread cards that were learned together",
    ]


MEASURES = [
    "On the last 162 reviews, lower is better Before After",
    "How surprising your answers were (log loss) 0.5123 0.4011",
    "How far off the predicted share was (RMSE in bins) 7.1% 2.3%",
]


def test_a_fit_that_is_in_force_says_what_it_rests_on_what_it_changed_and_the_way_back() -> None:
    assert words(fit_page(FIT, style=WIDE)) == [
        "Your schedule now follows your own memory, as 812 reviews show it.",
        *MEASURES,
        "The memory of 59 cards was computed anew; no due date has moved.",
        "To move due dates: quizzer reschedule --dry-run. To take this back: quizzer optimise --undo",
    ]


def test_a_fit_that_was_only_tried_and_one_that_is_no_better_change_nothing_and_say_so() -> None:
    tried, kept = replace(FIT, stored=False), replace(FIT, result=FitResult.KEPT, stored=False)

    assert words(fit_page(tried, style=WIDE)) == [
        "Your own memory, as 812 reviews show it, would serve you better. Nothing was changed (--dry-run).",
        *MEASURES,
    ]
    assert words(fit_page(kept, style=WIDE)) == [
        "Nothing was changed: numbers fitted to your 812 reviews do not predict the latest of them better.",
        *MEASURES,
    ]


def test_too_few_reviews_are_told_with_no_measure_at_all() -> None:
    page = words(fit_page(Fit(FitResult.TOO_FEW, 12, 400), style=WIDE))

    assert page[0] == "Nothing was changed: 12 reviews on a later day are there, 400 are needed."
    assert not any("log loss" in line for line in page)
    assert fit_object(Fit(FitResult.TOO_FEW, 12, 400))["before"] is None


def test_the_object_of_a_fit_has_both_qualities_each_under_its_own_name() -> None:
    assert fit_object(FIT) == {
        "result": "better",
        "stored": True,
        "reviews": 812,
        "wanted": 400,
        "held_out": 162,
        "before": {"log_loss": 0.5123, "rmse_bins": 0.0712},
        "after": {"log_loss": 0.4011, "rmse_bins": 0.0234},
        "weights": [1.0, 2.0],
        "cards": 59,
    }


def test_a_simulation_begins_with_the_sentence_to_decide_by_and_has_the_table_behind_it() -> None:
    assert words(simulation_page(SIMULATED, style=WIDE)) == [
        "At 90% this costs you 14 minutes a day; at 85% it is 8 minutes.",
        "Retention Minutes a day Reviews a day Remembered of 123 in the end",
        "80% 1.2 10 81",
        "85% 7.6 21 85",
        "90% (now) 14.4 31 90",
        "95% 0.3 40 96",
        "An average of the next 60 days with 7 new cards a day, from your own cards, times and ratings.",
        "You have answered little yet: part of the times and ratings is assumed.",
        "To choose: quizzer config set desired_retention 85%",
    ]


@pytest.mark.parametrize(
    ("current", "told"),
    [
        (0, "At 80% this costs you 1 minute a day; at 85% it is 8 minutes."),
        (1, "At 85% this costs you 8 minutes a day; at 80% it is 1 minute."),
        (3, "At 95% this costs you less than a minute a day; at 90% it is 14 minutes."),
    ],
)
def test_it_is_compared_with_five_points_less_and_only_where_there_is_no_less_with_more(
    current: int, told: str
) -> None:
    found = replace(SIMULATED, current=COSTS[current])

    assert words(simulation_page(found, style=WIDE))[0] == told


def test_from_forty_days_of_cards_on_nothing_is_called_assumed() -> None:
    measured = replace(SIMULATED, habits=Habits(days=40))

    assert not any("assumed" in line for line in words(simulation_page(measured, style=WIDE)))


def test_the_object_of_a_simulation_has_every_cost_and_what_it_rests_on() -> None:
    found = simulation_object(SIMULATED)

    assert found["current"] == found["costs"][2] == {
        "retention": 0.9, "minutes": 14.4, "reviews": 31.2, "remembered": 90.5,
    }  # fmt: skip
    assert [cost["retention"] for cost in found["costs"]] == [0.8, 0.85, 0.9, 0.95]
    assert (found["days"], found["cards"], found["new_per_day"], found["seed"]) == (60, 123, 7, 5)
    assert found["habits"]["days"] == 39


def test_rescheduling_tells_what_moved_the_days_before_and_after_and_the_way_back() -> None:
    assert words(rescheduling_page(MOVED, style=WIDE)) == [
        "11 of 30 cards in review were moved: 4 come earlier, 7 later.",
        "Reviews due Before After",
        "today, with all overdue 3 8",
        "tomorrow 2 7",
        "in 2 days 1 6",
        "in 3 days 0 5",
        "in 4 days 5 0",
        "in 5 days 6 1",
        "in 6 days 7 2",
        "in 7 days 8 3",
        "To take this back: quizzer reschedule --undo",
    ]


def test_rescheduling_that_was_only_tried_names_no_way_back() -> None:
    page = words(rescheduling_page(replace(MOVED, stored=False), style=CHINESE))

    assert page[0] == "30 张复习卡片中将移动 11 张，其中提前 4 张。未作更改（--dry-run）。"
    assert not any("--undo" in line for line in page)


def test_where_nothing_moves_the_number_of_cards_is_all_there_is_to_say() -> None:
    still = replace(MOVED, earlier=0, later=0, stored=False)

    assert words(rescheduling_page(still, style=WIDE)) == [
        "Nothing was moved: all 30 cards in review are due when your settings say."
    ]


def test_the_object_of_a_rescheduling_tells_earlier_from_later_and_before_from_after() -> None:
    assert rescheduling_object(MOVED) == {
        "cards": 30,
        "moved": 11,
        "earlier": 4,
        "later": 7,
        "due_before": [3, 2, 1, 0, 5, 6, 7, 8],
        "due_after": [8, 7, 6, 5, 0, 1, 2, 3],
        "stored": True,
    }
