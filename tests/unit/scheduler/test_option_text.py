"""Settings are read as people write them, and what is written reads back."""

from __future__ import annotations

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.domain.candidate import ReviewOrder, Work
from quizzer.domain.errors import UsageError
from quizzer.scheduler.option_text import OPTION_TEXTS, option_of, parse_option, with_options
from quizzer.scheduler.options import NewOrder, SchedulerOptions

NOT_SET_BY_NAME = {"decks"}


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("desired_retention", "85%", 0.85),
        ("desired_retention", " 0.85 ", 0.85),
        ("desired_retention", "85", 0.85),
        ("learning_steps", "1m 10m", (60.0, 600.0)),
        ("learning_steps", "30s, 1.5h, 2d", (30.0, 5400.0, 172_800.0)),
        ("learning_steps", "none", ()),
        ("relearning_steps", "15M", (900.0,)),
        ("maximum_interval_days", "365", 365),
        ("new_per_day", "0", 0),
        ("new_order", "after", NewOrder.AFTER),
        ("review_order", "overdue", ReviewOrder.OVERDUE),
        ("rollover_hour", "0", 0),
        ("fuzz", "off", False),
        ("balance", "yes", True),
        ("easy_days", "sat=50% sun=0", (1, 1, 1, 1, 1, 0.5, 0)),
        ("easy_days", "Sunday", (1, 1, 1, 1, 1, 1, 0.5)),
        ("easy_days", "none", (1,) * 7),
        ("weekly_plan", "mon=cards, Saturday=CODE", ("cards", *["all"] * 4, "code", "all")),
        ("weekly_plan", "none", ("all",) * 7),
        ("weekly_plan", "sun=all", ("all",) * 7),
        ("exercise_credit", "50%", 0.5),
        ("exercise_credit", "0", 0.0),
        ("weights", "default", None),
    ],
)
def test_a_setting_is_read_as_people_write_it(name, text, value):
    assert parse_option(name, text) == value


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("desired_retention", "much"),
        ("learning_steps", "1m ten"),
        ("learning_steps", "10"),
        ("new_per_day", "1.5"),
        ("new_order", "before"),
        ("review_order", "hardest"),
        ("fuzz", "maybe"),
        ("easy_days", "someday"),
        ("easy_days", "sat=often"),
        ("weekly_plan", "sat"),
        ("weekly_plan", "sat=reading"),
        ("weekly_plan", "someday=code"),
        ("weights", "1 2 x"),
    ],
)
def test_what_cannot_be_read_is_refused_with_an_example_that_can(name, text):
    with pytest.raises(UsageError, match=name) as refused:
        parse_option(name, text)

    assert OPTION_TEXTS[name].example in refused.value.hint


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("desired_retention", "50%"),
        ("learning_steps", "10m 1m"),
        ("new_per_day", "-1"),
        ("rollover_hour", "24"),
        ("leech_lapses", "0"),
        ("weights", "1 2 3"),
        ("easy_days", "sun=-1"),
        ("desired_retention", "nan"),
    ],
)
def test_what_can_be_read_but_not_be_meant_is_refused_by_name(name, text):
    with pytest.raises(UsageError, match=name if name != "weights" else "FSRS weights"):
        parse_option(name, text)


@pytest.mark.parametrize("name", OPTION_TEXTS)
def test_every_default_reads_back_as_itself(name):
    default = option_of(SchedulerOptions(), name)

    assert parse_option(name, OPTION_TEXTS[name].write(default)) == default


SECONDS = st.integers(1, 10_000_000).map(float)


@given(
    steps=st.lists(SECONDS, max_size=5).map(sorted).map(tuple),
    shares=st.tuples(*[st.integers(0, 100).map(lambda percent: percent / 100)] * 7),
    retention=st.integers(70, 99).map(lambda percent: percent / 100),
    weights=st.lists(st.floats(0.001, 50), min_size=21, max_size=21).map(tuple),
    plan=st.tuples(*[st.sampled_from(Work)] * 7),
)
def test_whatever_is_written_reads_back(steps, shares, retention, weights, plan):
    values = {
        "learning_steps": steps,
        "easy_days": shares,
        "desired_retention": retention,
        "weights": weights,
        "weekly_plan": plan,
    }

    assert {name: parse_option(name, OPTION_TEXTS[name].write(value)) for name, value in values.items()} == values


def test_every_field_of_the_options_has_a_name_to_set_it_by():
    options = with_options({name: option_of(SchedulerOptions(), name) for name in OPTION_TEXTS})

    assert options == SchedulerOptions()
    assert len(OPTION_TEXTS) == len(fields(SchedulerOptions)) - len(NOT_SET_BY_NAME)


def test_settings_replace_those_of_the_base_and_keep_the_others():
    base = SchedulerOptions(new_per_day=7, desired_retention=0.8)

    options = with_options({"learning_steps": (30.0,), "desired_retention": 0.95}, base)

    assert (options.new_per_day, options.desired_retention, options.learning_steps_s) == (7, 0.95, (30.0,))


def test_settings_that_do_not_go_together_are_refused():
    with pytest.raises(UsageError, match="learning_steps_s"):
        with_options({"learning_steps": (86_400.0 * 3,), "maximum_interval_days": 2})
