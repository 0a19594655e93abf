"""What running the code of a card must show: a bug fails and its fix does not, orders and options are what they say."""

from __future__ import annotations

import math
import random
import re
from itertools import permutations
from typing import TYPE_CHECKING

from quizzer.domain.card import Bug, Choice, Code, Order
from quizzer.domain.card_proof import CardFault, CardIssue
from quizzer.domain.code_answer import CodeRuns, first_difference, mistake_made, same_runs
from quizzer.domain.question import respects

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizzer.domain.card_trial import Script, ScriptRun, Trial
    from quizzer.domain.code_answer import Runs
    from quizzer.domain.text import Text

NOTHING = "pass"
_ALL_ORDERS = 720
_SAMPLED_ORDERS = 100
_CODE = re.compile(r"`(?P<inline>[^`\n]+)`|```\w*\n(?P<block>.*?)\n?```", re.DOTALL)
_BUG_PARTS = ("setup", "code", "check")


def bug_scripts(body: Bug) -> tuple[Script, ...]:
    """The code as it stands, mended, and with the fix in the place of each other line."""
    lines = body.lines
    others = ["\n".join([*lines[:number], body.fix, *lines[number + 1 :]]) for number in _other_lines(body)]
    return tuple((body.setup, code, body.check) for code in (body.code, body.fixed, *others))


def issues_of_bug(body: Bug, runs: Sequence[ScriptRun]) -> Iterator[CardIssue]:
    """What is wrong with a bug card, by how its scripts ended."""
    broken, fixed, *others = runs
    if broken.error is None:
        yield CardIssue(CardFault.BUG_RUNS, "the code as it stands raises nothing", ("check",), _TELL_BY_CHECK)
    elif (body.error or "") not in broken.error:
        message = f"the code should fail with {body.error!r}, and fails with {broken.told}"
        yield CardIssue(CardFault.OTHER_ERROR, message, ("error",))
    if fixed.error is not None:
        part = 1 if fixed.part is None else fixed.part
        loc, line = (("fix",), None) if part == 1 else ((_BUG_PARTS[part],), fixed.line)
        message = f"with the fix it should run through, and fails with {fixed.told}"
        yield CardIssue(CardFault.FIX_FAILS, message, loc, line=line)
        return
    for number, run in zip(_other_lines(body), others, strict=True):
        if run.error is None:
            message = f"the fix in the place of line {number + 1} helps too, so line {body.line} is not the one to name"
            yield CardIssue(CardFault.OTHER_LINE, message, ("line",), _TELL_BY_CHECK)


_TELL_BY_CHECK = "have 'check' assert what goes wrong"


def _other_lines(body: Bug) -> list[int]:
    return [number for number in range(len(body.lines)) if number != body.line - 1]


def code_lines(body: Code) -> tuple[str, ...]:
    """The lines of a code card to run: its answer, the other right ones, its mistakes, and one that does nothing."""
    return (body.answer, *body.accept, *(wrong.code for wrong in body.mistakes), NOTHING)


def issues_of_code(body: Code, ran: Sequence[Runs]) -> Iterator[CardIssue]:
    """What is wrong with a code card, by what its lines left behind."""
    answer, accepted = ran[0], ran[1 : 1 + len(body.accept)]
    mistakes, nothing = tuple(ran[1 + len(body.accept) : -1]), ran[-1]
    for number, run in enumerate(answer):
        if run.error is not None and nothing[number].error == run.error:
            message = f"case {number + 1} fails whatever the line is: {run.error}"
            yield CardIssue(CardFault.CASE_FAILS, message, ("cases", number))
            return
        if run.error is not None:
            message = f"the answer fails in case {number + 1}: {run.error}"
            yield CardIssue(CardFault.ANSWER_FAILS, message, ("answer",))
            return
    for number, runs in enumerate(accepted):
        if not same_runs(runs, answer, tolerance=body.tolerance):
            message = f"this line should do what the answer does, and {_difference(body, answer, runs)}"
            yield CardIssue(CardFault.ACCEPT_WRONG, message, ("accept", number))
    for number, runs in enumerate(mistakes):
        yield from _mistake(body, CodeRuns(answer, mistakes, runs), number)
    if same_runs(nothing, answer, tolerance=body.tolerance):
        message = f"a line that does nothing ('{NOTHING}') is judged right"
        yield CardIssue(CardFault.NOTHING_PASSES, message, ("compare",), "compare what the answer changes")


def _mistake(body: Code, runs: CodeRuns, number: int) -> Iterator[CardIssue]:
    loc = ("mistakes", number, "code")
    name = body.mistakes[number].mistake
    if same_runs(runs.typed, runs.answer, tolerance=body.tolerance):
        yield CardIssue(CardFault.MISTAKE_RIGHT, f"'{name}' does what the answer does", loc, "add a case that differs")
    elif mistake_made(body, runs) is None:
        message = f"'{name}' cannot be told from another mistake"
        yield CardIssue(CardFault.MISTAKES_ALIKE, message, loc, "add a case that tells them apart, or delete one")


def _difference(body: Code, answer: Runs, typed: Runs) -> str:
    found = first_difference(body, CodeRuns(answer, (), typed))
    if found is None:
        return "does not"
    if found.error is not None:
        return f"fails: {found.error}"
    return f"{found.expression} is {found.got} instead of {found.want}"


def orders_to_try(body: Order) -> tuple[tuple[int, ...], ...]:
    """Every order of the lines, up to six of them; of more lines those next to the one written, and a sample."""
    written = tuple(range(len(body.lines)))
    if math.factorial(len(written)) <= _ALL_ORDERS:
        return tuple(permutations(written))
    chance = random.Random(0)  # noqa: S311 - a sample, not a secret; and it must be reproducible
    found = {written: None}
    for first in written:
        for second in written[first + 1 :]:
            rest = [line for line in written if line not in (first, second)]
            found[*rest[:first], second, first, *rest[first:]] = None
            found[*rest[: second - 1], second, first, *rest[second - 1 :]] = None
    for _ in range(_SAMPLED_ORDERS):
        found[_drawn_order(body, chance)] = None
    return tuple(found)


def _drawn_order(body: Order, chance: random.Random) -> tuple[int, ...]:
    """An order that the pairs accept: one of the lines that may come next, drawn each time."""
    left = set(range(len(body.lines)))
    order: list[int] = []
    while left:
        free = [line for line in sorted(left) if not any(b == line and a in left for a, b in body.before)]
        order.append(chance.choice(free))
        left.discard(order[-1])
    return tuple(order)


def order_scripts(body: Order, trial: Trial) -> tuple[Script, ...]:
    """The lines in each order to try, between the code that prepares and the code that checks them."""
    return tuple(
        (trial.setup, "\n".join(body.lines[line] for line in order), trial.check) for order in orders_to_try(body)
    )


def issues_of_order(body: Order, runs: Sequence[ScriptRun]) -> Iterator[CardIssue]:
    """Orders that the pairs accept and that fail, or that the pairs refuse and that run through."""
    tried = list(zip(orders_to_try(body), runs, strict=True))
    failing = [(order, run) for order, run in tried if run.error is not None and respects(order, body.before)]
    if failing:
        order, run = failing[0]
        message = f"the order {_shown(order)} is right by 'before', and fails: {run.told}{_more(len(failing))}"
        yield CardIssue(CardFault.ORDER_FAILS, message, ("before",), "add the pair that it breaks")
    running = [order for order, run in tried if run.error is None and not respects(order, body.before)]
    if running:
        message = f"the order {_shown(running[0])} is wrong by 'before', and runs through{_more(len(running))}"
        hint = "drop the pair that it breaks, or have 'check' assert what goes wrong"
        yield CardIssue(CardFault.ORDER_RUNS, message, ("before",), hint)


def _shown(order: tuple[int, ...]) -> str:
    return ", ".join(map(str, order))


def _more(count: int) -> str:
    return "" if count == 1 else f" ({count} such orders)"


def option_scripts(body: Choice, trial: Trial) -> tuple[Script, ...]:
    """Each option's code between the code that prepares and the code that checks it; none where one is no code."""
    codes = [option_code(option.text) for option in body.options]
    return tuple((trial.setup, code, trial.check) for code in codes if code is not None) if all(codes) else ()


def option_code(text: Text) -> str | None:
    """The code that an option is, in all its languages alike; None where it is none."""
    found = {_CODE.fullmatch(version.strip()) for _, version in text.versions}
    codes = {None if match is None else match["inline"] or match["block"] for match in found}
    return codes.pop() if len(codes) == 1 else None


def issues_of_options(body: Choice, runs: Sequence[ScriptRun]) -> Iterator[CardIssue]:
    """Whether the right option alone runs through; ``runs`` is empty where some option is no code."""
    if not runs:
        number = next(number for number, option in enumerate(body.options) if option_code(option.text) is None)
        message = "'check' is there to run the options, and this one is not code alone, the same in each language"
        yield CardIssue(CardFault.NOT_CODE, message, ("options", number, "text"), "write `code`, or leave out 'check'")
    for number, (option, run) in enumerate(zip(body.options, runs, strict=False)):
        loc = ("options", number, "text")
        if option.correct and run.error is not None:
            message = f"the right option should run through, and fails with {run.told}"
            yield CardIssue(CardFault.RIGHT_FAILS, message, loc)
        if not option.correct and run.error is None:
            message = "this option is wrong, and runs through as the right one should"
            yield CardIssue(CardFault.WRONG_RUNS, message, loc, _TELL_BY_CHECK)
