"""A claim about many inputs that tells the learner the smallest one that fails."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from typing import TypeVar

from quizzer.checks.clue import are_wanted
from quizzer.checks.errors import CheckFailed, Message, RemoteError, in_languages

Input = TypeVar("Input")

_MOST_TRIES = 100
# Looking for a simpler input must not turn a wrong answer into one that takes too long.
_MOST_S = 1.0


def smallest(
    inputs: Iterable[Input],
    claim: Callable[[Input], None],
    *,
    size: Callable[[Input], float] | None = None,
    simpler: Callable[[Input], Iterable[Input]] | None = None,
    shown: Callable[[Input], Message] | None = None,
) -> None:
    """``claim`` holds for each of ``inputs``, which are tried from the smallest on.

    ``size`` orders them; without it they come in order. Where one fails, ``simpler(input)`` is asked for inputs that
    are easier to think about, and the first of them that fails in the same way takes its place, until none does. The
    message is that of the input found, with a sentence that says so. It must name the input: use ``what=`` in the
    claim, and ``shown`` for what the learner reads where the code raises.
    """
    ordered = list(inputs) if size is None else sorted(inputs, key=size)
    for passed, one in enumerate(ordered):
        failure = _failure(one, claim)
        if failure is None:
            continue
        if simpler is not None and are_wanted():
            one, failure = _simplified(one, failure, claim, simpler=simpler)  # noqa: PLW2901 - it takes its place
        if isinstance(failure, RemoteError):
            failure.asked = in_languages(shown(one)) if shown is not None else failure.asked
            raise failure
        raise _told(failure, passed=passed, simplified=simpler is not None) from failure


def _failure(one: Input, claim: Callable[[Input], None]) -> CheckFailed | RemoteError | None:
    try:
        claim(one)
    except (CheckFailed, RemoteError) as failure:
        return failure
    return None


def _simplified(
    one: Input,
    failure: CheckFailed | RemoteError,
    claim: Callable[[Input], None],
    *,
    simpler: Callable[[Input], Iterable[Input]],
) -> tuple[Input, CheckFailed | RemoteError]:
    """The simplest failing input that is found, a step at a time, and its failure."""
    tries, began, found = 0, time.monotonic(), True
    while found:
        found = False
        for other in simpler(one):
            tries += 1
            if tries > _MOST_TRIES or time.monotonic() - began > _MOST_S:
                return one, failure
            came = _failure(other, claim)
            if came is not None and type(came) is type(failure):
                one, failure, found = other, came, True
                break
    return one, failure


def _told(failure: CheckFailed, *, passed: int, simplified: bool) -> CheckFailed:
    """The failure with a sentence on how small its input is."""
    english, chinese = "This is the simplest input found that fails.", "在找到的出错输入中，这是最简单的一个。"
    if not simplified:
        english = f"This is the smallest of the inputs that fail; {passed} smaller ones pass."
        chinese = f"这是出错的输入中最小的一个；比它小的 {passed} 个都通过了。"
    message = failure.message
    return CheckFailed({"en": f"{message['en']} {english}", "zh-CN": f"{message.get('zh-CN', message['en'])}{chinese}"})
