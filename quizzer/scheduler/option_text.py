"""Settings as people write them: ``1m 10m``, ``85%``, ``sat=50% sun=0%``. What is written reads back."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from quizzer.domain.candidate import ReviewOrder, Work
from quizzer.domain.errors import UsageError
from quizzer.scheduler.options import WEEKDAYS, NewOrder, SchedulerOptions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_UNITS_S = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
_STEP = re.compile(r"(\d+(?:\.\d+)?)([smhd])", re.ASCII)
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ALL_DAYS = (1.0,) * WEEKDAYS
_SWITCH = {"on": True, "yes": True, "true": True, "off": False, "no": False, "false": False}


@dataclass(frozen=True, slots=True)
class OptionText:
    """How one field of ``SchedulerOptions`` is read and written; ``example`` is a text that it reads.

    ``read`` raises ValueError for what it cannot read; ranges are the business of the options themselves.
    """

    read: Callable[[str], Any]
    write: Callable[[Any], str]
    example: str
    per_deck: bool = False


def parse_option(name: str, text: str) -> Any:
    """The value that ``text`` stands for; UsageError where it stands for none, or for one that is not allowed."""
    option = OPTION_TEXTS[name]
    try:
        value = option.read(text.strip().lower())
    except ValueError:
        raise UsageError(f"{name}: {text!r} cannot be read", hint=f"write it like: {option.example}") from None
    # The options know their own ranges: a value alone among defaults meets all checks that concern it.
    SchedulerOptions(**{_FIELDS[name]: value})
    return value


def option_of(options: SchedulerOptions, name: str) -> Any:
    """The value of the setting ``name``."""
    return getattr(options, _FIELDS[name])


def with_options(values: Mapping[str, Any], base: SchedulerOptions | None = None) -> SchedulerOptions:
    """``base``, else the defaults, with these settings instead; UsageError where they do not go together."""
    known = {one.name: getattr(base, one.name) for one in fields(SchedulerOptions)} if base is not None else {}
    return SchedulerOptions(**{**known, **{_FIELDS[name]: value for name, value in values.items()}})


def _read_share(text: str) -> float:
    number = float(text.removesuffix("%").strip())
    return number / 100 if text.endswith("%") or number > 1 else number


def _write_share(share: float) -> str:
    return f"{share * 100:.12g}%"


def _read_steps(text: str) -> tuple[float, ...]:
    if text in ("", "none"):
        return ()
    found = [_STEP.fullmatch(word) for word in text.replace(",", " ").split()]
    if any(step is None for step in found):
        raise ValueError(text)
    return tuple(float(step[1]) * _UNITS_S[step[2]] for step in found if step is not None)


def _write_steps(steps_s: tuple[float, ...]) -> str:
    return " ".join(map(_write_step, steps_s)) or "none"


def _write_step(step_s: float) -> str:
    unit = next((unit for unit in ("d", "h", "m") if step_s % _UNITS_S[unit] == 0), "s")
    return f"{step_s / _UNITS_S[unit]:.12g}{unit}"


def _read_switch(text: str) -> bool:
    if text not in _SWITCH:
        raise ValueError(text)
    return _SWITCH[text]


def _write_switch(value: bool) -> str:  # noqa: FBT001 - the one argument
    return "on" if value else "off"


def _read_easy_days(text: str) -> tuple[float, ...]:
    shares = list(_ALL_DAYS)
    for day, share in _by_weekday(text):
        shares[day] = _read_share(share) if share is not None else 0.5
    return tuple(shares)


def _read_weekly_plan(text: str) -> tuple[Work, ...]:
    plan = [Work.ALL] * WEEKDAYS
    for day, work in _by_weekday(text):
        plan[day] = Work(work or "")
    return tuple(plan)


def _write_weekly_plan(plan: tuple[Work, ...]) -> str:
    planned = [f"{day}={work}" for day, work in zip(_DAYS, plan, strict=True) if work is not Work.ALL]
    return " ".join(planned) or "none"


def _by_weekday(text: str) -> Iterator[tuple[int, str | None]]:
    """The days of ``sat=50% sun``, 0 for a Monday, and what is said of each; ValueError for what is no day."""
    for word in () if text in ("", "none") else text.replace(",", " ").split():
        day, equals, value = word.partition("=")
        # The first three letters are enough, and the whole English name does no harm.
        yield _DAYS.index(day[:3]), value if equals else None


def _write_easy_days(shares: tuple[float, ...]) -> str:
    easy = [f"{day}={_write_share(share)}" for day, share in zip(_DAYS, shares, strict=True) if share < 1]
    return " ".join(easy) or "none"


def _read_weights(text: str) -> tuple[float, ...] | None:
    return None if text in ("", "default") else tuple(map(float, text.replace(",", " ").split()))


def _write_weights(weights: tuple[float, ...] | None) -> str:
    return "default" if weights is None else " ".join(map(repr, weights))


def _whole(example: str, *, per_deck: bool = False) -> OptionText:
    return OptionText(int, str, example, per_deck)


OPTION_TEXTS: Mapping[str, OptionText] = MappingProxyType(
    {
        "desired_retention": OptionText(_read_share, _write_share, "90%", per_deck=True),
        "learning_steps": OptionText(_read_steps, _write_steps, "1m 10m", per_deck=True),
        "relearning_steps": OptionText(_read_steps, _write_steps, "10m", per_deck=True),
        "maximum_interval_days": _whole("365", per_deck=True),
        "new_per_day": _whole("20", per_deck=True),
        "reviews_per_day": _whole("200", per_deck=True),
        "new_order": OptionText(NewOrder, str, "mixed, even or after", per_deck=True),
        "review_order": OptionText(ReviewOrder, str, "easiest or overdue", per_deck=True),
        "leech_lapses": _whole("8", per_deck=True),
        "exercise_credit": OptionText(_read_share, _write_share, "50%", per_deck=True),
        "rollover_hour": _whole("4"),
        "fuzz": OptionText(_read_switch, _write_switch, "on or off"),
        "balance": OptionText(_read_switch, _write_switch, "on or off"),
        "easy_days": OptionText(_read_easy_days, _write_easy_days, "sat=50% sun=0%"),
        "weekly_plan": OptionText(_read_weekly_plan, _write_weekly_plan, "mon=cards sat=code"),
        "weights": OptionText(_read_weights, _write_weights, "default, or 21 numbers"),
    }
)
"""Every setting of the scheduler by the name that people use."""

_FIELDS = {name: f"{name}_s" if name.endswith("_steps") else name for name in OPTION_TEXTS}
