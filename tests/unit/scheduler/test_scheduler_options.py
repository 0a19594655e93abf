"""Options refuse what would make the scheduler's promises impossible."""

from __future__ import annotations

import math

import pytest

from quizzer.domain.errors import UsageError
from quizzer.scheduler.options import SchedulerOptions


def test_the_defaults_are_valid():
    options = SchedulerOptions()

    assert options.desired_retention == 0.9
    assert options.learning_steps_s == (60.0, 600.0)


@pytest.mark.parametrize(
    "settings",
    [
        {"desired_retention": 1.0},
        {"desired_retention": 0.5},
        {"desired_retention": math.nan},
        {"maximum_interval_days": 0},
        {"maximum_interval_days": 36501},
        {"new_per_day": -1},
        {"reviews_per_day": -1},
        {"rollover_hour": 24},
        {"rollover_hour": -1},
        {"leech_lapses": 0},
    ],
)
def test_a_value_outside_its_range_is_refused_by_name(settings):
    with pytest.raises(UsageError, match=next(iter(settings))):
        SchedulerOptions(**settings)


@pytest.mark.parametrize(
    "steps_s", [(0.0,), (-60.0,), (math.nan,), (math.inf,), (600.0, 60.0), (60.0, 36501 * 86400.0)]
)
@pytest.mark.parametrize("name", ["learning_steps_s", "relearning_steps_s"])
def test_steps_that_do_not_grow_or_never_end_are_refused(name, steps_s):
    with pytest.raises(UsageError, match=name):
        SchedulerOptions(**{name: steps_s})


@pytest.mark.parametrize("steps_s", [(), (1.0,), (60.0, 60.0), (60.0, 600.0, 3 * 86400.0)])
def test_no_steps_equal_steps_and_steps_of_days_are_allowed(steps_s):
    options = SchedulerOptions(learning_steps_s=steps_s, relearning_steps_s=steps_s)

    assert options.learning_steps_s == steps_s


@pytest.mark.parametrize("weights", [(), (1.0,) * 20, (*[1.0] * 20, math.nan), (*[1.0] * 20, math.inf)])
def test_weights_of_a_wrong_number_or_not_finite_are_refused(weights):
    with pytest.raises(UsageError, match="FSRS weights"):
        SchedulerOptions(weights=weights)
