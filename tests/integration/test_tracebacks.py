"""What a learner reads of an exception: the own lines with their numbers, what led to it, and nothing of ours."""

from __future__ import annotations

import re

import pytest

from quizzer.domain.text import Text
from quizzer.domain.verdict import GradeResult, Verdict
from quizzer.grader.client import Grader
from small_exercise import DOUBLES, NOW, exercise

OURS = re.compile(r"quizzer|site-packages|/lib/|host\.py|judge\.py|wire")


def told(grader: Grader, source: str, language: str = "en", *, checks: str = DOUBLES) -> str:
    """The message of the run, or else of its first check; never a word about our own files."""
    result = grader.grade(exercise(checks), source, graded_at=NOW, filename="mine.py")
    assert result.verdict in (Verdict.RTE, Verdict.CE)
    text = message(result).in_(language)
    assert not OURS.search(text)
    return text


def message(result: GradeResult) -> Text:
    found = result.message or result.checks[0].message
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (
            "import torch\n\ndef double(x:\n    return x\n",
            "  line 3\n    def double(x:\n              ^\nSyntaxError: '(' was never closed",
        ),
        (
            "def double(x):\n    y = x *\n    return y\n",
            "  line 2\n    y = x *\n           ^\nSyntaxError: invalid syntax",
        ),
        (
            "def double(x):\n    return x * 2\nreturn 3\n",
            "  line 3\n    return 3\n    ^^^^^^^^\nSyntaxError: 'return' outside function",
        ),
        (
            "def double(x):\n    名字 = (x +) * 2\n",
            "  line 2\n    名字 = (x +) * 2\n               ^\nSyntaxError: invalid syntax",
        ),
        (
            "def double(x):\nreturn x\n",
            "  line 2\n    return x\n    ^^^^^^\nIndentationError: expected an indented block",
        ),
    ],
)
def test_a_syntax_error_shows_its_line_and_a_caret(source: str, text: str, warm_grader: Grader) -> None:
    assert told(warm_grader, source).startswith("Your file cannot be imported:\n" + text)


def test_the_cause_of_an_exception_is_told_first(warm_grader: Grader) -> None:
    source = (
        "def double(x):\n    try:\n        return {}['a']\n    except KeyError as error:\n"
        "        raise ValueError('no a') from error\n"
    )

    assert told(warm_grader, source) == (
        "Your code raised an exception:\n"
        "  line 3, in double\n    return {}['a']\nKeyError: 'a'\n"
        "… which was the cause of:\n"
        "  line 5, in double\n    raise ValueError('no a') from error\nValueError: no a"
    )
    assert told(warm_grader, source, "zh-CN") == (
        "你的代码抛出了异常：\n"
        "  第 3 行，double 中\n    return {}['a']\nKeyError: 'a'\n"
        "……由此引发了：\n"
        "  第 5 行，double 中\n    raise ValueError('no a') from error\nValueError: no a"
    )


def test_an_exception_in_a_handler_is_told_with_what_was_handled(warm_grader: Grader) -> None:
    source = "def double(x):\n    try:\n        x @ x\n    except RuntimeError:\n        return x.no_such_thing\n"

    text = told(warm_grader, source)

    first, second = text.split("… and while this was handled:")
    assert "line 3, in double\n    x @ x\nRuntimeError: " in first
    assert "line 5, in double\n    return x.no_such_thing\nAttributeError: " in second


def test_what_is_raised_from_none_hides_what_was_handled(warm_grader: Grader) -> None:
    source = (
        "def double(x):\n    try:\n        x @ x\n    except RuntimeError:\n        raise ValueError('no') from None\n"
    )

    assert told(warm_grader, source).endswith(
        ":\n  line 5, in double\n    raise ValueError('no') from None\nValueError: no"
    )


def test_exceptions_that_cause_each_other_come_to_an_end(warm_grader: Grader) -> None:
    source = (
        "def double(x):\n    a, b = ValueError('a'), ValueError('b')\n"
        "    a.__cause__, b.__cause__ = b, a\n    raise a\n"
    )

    assert told(warm_grader, source).count("ValueError: ") == 2


def test_endless_recursion_is_told_in_few_lines_with_a_count(warm_grader: Grader) -> None:
    source = "def double(x):\n    return grow(x)\n\ndef grow(x):\n    return grow(x + 1)\n"

    text = told(warm_grader, source)

    assert re.fullmatch(
        r"Your code raised an exception:\n  line 2, in double\n    return grow\(x\)\n"
        r"  line 5, in grow\n    return grow\(x \+ 1\)\n  … this line repeats \d{3} more times\n"
        r"RecursionError: maximum recursion depth exceeded.*",
        text,
    )


def test_functions_that_call_each_other_without_end_are_told_as_one_cycle(warm_grader: Grader) -> None:
    source = "def double(x):\n    return odd(x)\n\ndef odd(x):\n    return even(x)\n\ndef even(x):\n    return odd(x)\n"

    assert re.search(
        r"line 5, in odd\n    return even\(x\)\n  line 8, in even\n    return odd\(x\)\n"
        r"  … these 2 lines repeat \d{3} more times\n",
        told(warm_grader, source),
    )
    assert re.search(r"……上面这 2 行又重复了 \d{3} 次", told(warm_grader, source, "zh-CN"))


def test_an_exception_without_a_readable_message_is_told_by_its_name(warm_grader: Grader) -> None:
    source = (
        "class Nasty(Exception):\n    def __str__(self):\n        return 1 / 0\n\ndef double(x):\n    raise Nasty\n"
    )

    assert told(warm_grader, source).endswith(
        "line 6, in double\n    raise Nasty\nNasty: (its __str__ raises ZeroDivisionError)"
    )


@pytest.mark.parametrize(
    "body",
    [
        "    @property\n    def __cause__(self):\n        raise SystemExit\n",
        "    __traceback__ = 5\n",
        "    __notes__ = 7\n",
        "    def __str__(self):\n        return type('Text', (str,), {'__getitem__': None})('hm')\n",
    ],
)
def test_an_exception_made_to_break_the_telling_is_an_exception_all_the_same(body: str, warm_grader: Grader) -> None:
    source = f"class Nasty(Exception):\n{body}\ndef double(x):\n    raise Nasty\n"

    assert "Your code raised an exception:\n" in told(warm_grader, source)


def test_every_member_of_a_group_is_told(warm_grader: Grader) -> None:
    source = (
        "def one():\n    raise ValueError('first')\n\n"
        "def double(x):\n    errors = []\n    for part in (one, lambda: {}['b']):\n        try:\n            part()\n"
        "        except Exception as error:\n            errors.append(error)\n"
        "    raise ExceptionGroup('both failed', errors)\n"
    )

    text = told(warm_grader, source)

    assert "line 11, in double\n    raise ExceptionGroup('both failed', errors)\n" in text
    assert "ExceptionGroup: both failed (2 sub-exceptions)\n  exception 1 of the group:\n" in text
    assert "      line 2, in one\n        raise ValueError('first')\n    ValueError: first\n" in text
    assert "exception 2 of the group:\n" in text
    assert text.endswith("KeyError: 'b'")


def test_notes_are_told(warm_grader: Grader) -> None:
    source = "def double(x):\n    error = ValueError('no')\n    error.add_note('x was empty')\n    raise error\n"

    assert told(warm_grader, source).endswith("ValueError: no\nx was empty")


def test_own_lines_keep_their_numbers_through_torchs_frames(warm_grader: Grader) -> None:
    source = (
        "import torch\nfrom torch import nn\n\n\nclass Broken(nn.Module):\n    def forward(self, x):\n"
        "        # a comment\n        return x.reshape(\n            5, -1\n        )\n\n\n"
        "model = nn.Sequential(nn.Identity(), Broken())\n\n\ndef double(x):\n    return model(x)\n"
    )

    assert told(warm_grader, source).startswith(
        "Your code raised an exception:\n  line 17, in double\n    return model(x)\n"
        "  line 8, in forward\n    return x.reshape(\nRuntimeError: shape '[5, -1]' is invalid"
    )


def test_own_lines_are_found_in_a_backward_pass(warm_grader: Grader) -> None:
    source = (
        "import torch\n\n\nclass Twice(torch.autograd.Function):\n    @staticmethod\n    def forward(ctx, x):\n"
        "        return x * 2\n\n    @staticmethod\n    def backward(ctx, upstream):\n"
        "        return upstream @ upstream\n\n\ndef double(x):\n    return Twice.apply(x)\n"
    )
    checks = (
        "from quizzer.checks import check, expect\n\n@check('Gradient')\n"
        "def gradient(learner, case):\n    learner.vjp(learner.double, case.randn(2, 3))\n"
    )

    text = told(warm_grader, source, checks=checks)

    assert "line 11, in backward\n    return upstream @ upstream\nRuntimeError: " in text


def test_an_exception_at_import_is_told_with_its_line(warm_grader: Grader) -> None:
    source = "import torch\n\nWIDTH = 1 / 0\n"

    assert told(warm_grader, source) == (
        "Your file cannot be imported:\n  line 3\n    WIDTH = 1 / 0\nZeroDivisionError: division by zero"
    )


def test_a_check_may_say_what_it_asked_for(warm_grader: Grader) -> None:
    checks = (
        "from quizzer.checks import check, expect\n\n@check('All sizes')\n"
        "def sizes(learner, case):\n"
        "    expect.smallest((4, 9, 2), lambda n: learner.double(n), size=lambda n: n,\n"
        "                    simpler=lambda n: (n - 1,) if n > 1 else (), shown=lambda n: f'`double({n})`')\n"
    )
    source = "def double(x):\n    return 1 / (x < 3)\n"

    assert told(warm_grader, source, checks=checks).startswith(
        "Your code raised an exception in `double(3)`:\n  line 2, in double\n"
    )
    assert told(warm_grader, source, "zh-CN", checks=checks).startswith("执行 `double(3)` 时，你的代码抛出了异常：\n")
