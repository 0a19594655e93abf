"""Honest verdicts: the right one in each case, with words that help, and never at the learner's cost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizzer.domain.card import Compute
from quizzer.domain.errors import JudgeError, UsageError
from quizzer.domain.text import Text
from quizzer.domain.verdict import GradeResult, Verdict
from quizzer.grader.client import Grader
from small_exercise import DOUBLES, HONEST, NOW, exercise


def text(result: GradeResult, check: int | None = None) -> str:
    message = result.message if check is None else result.checks[check].message
    assert message is not None
    return message.in_("en")


def test_a_right_solution_earns_every_point(warm_grader: Grader) -> None:
    result = warm_grader.grade(exercise(), HONEST, graded_at=NOW)

    assert result.accepted
    assert (result.score, result.max_score) == (3, 3)
    assert [check.verdict for check in result.checks] == [Verdict.AC, Verdict.AC]
    assert result.torch_version
    assert result.isolation in ("limits", "landlock", "full")


def test_a_wrong_solution_gets_partial_credit_a_reason_and_a_hint(warm_grader: Grader) -> None:
    result = warm_grader.grade(exercise(), "def double(x):\n    return x * 3\n", graded_at=NOW)

    assert result.verdict is Verdict.WA
    assert result.score == 1
    assert "Every value is 1.5 times" in text(result, 0)
    assert "1.5 倍" in result.checks[0].message.in_("zh-CN")  # type: ignore[union-attr]
    assert result.checks[0].hint is not None
    assert result.checks[1].hint is None


def test_a_traceback_shows_the_learners_own_lines_and_nothing_of_ours(warm_grader: Grader) -> None:
    source = "import torch\n\ndef helper(x):\n    return x @ torch.ones(7, 7)\n\ndef double(x):\n    return helper(x)\n"

    result = warm_grader.grade(exercise(), source, graded_at=NOW, filename="mine.py")

    assert result.verdict is Verdict.RTE
    assert "line 7, in double\n    return helper(x)" in text(result, 0)
    assert "line 4, in helper\n    return x @ torch.ones(7, 7)" in text(result, 0)
    assert "quizzer" not in text(result, 0)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("def double(x:\n", "line 1"),
        ("import no_such_module\n", "ModuleNotFoundError"),
        ("x = 1\n", "does not define double"),
        ("raise RuntimeError('at import')\n", "at import"),
        ("", "does not define double"),
    ],
)
def test_what_cannot_be_imported_is_a_compile_error(source: str, words: str, warm_grader: Grader) -> None:
    result = warm_grader.grade(exercise(), source, graded_at=NOW)

    assert result.verdict is Verdict.CE
    assert words in text(result)
    assert all(check.not_run for check in result.checks)


def test_a_main_block_is_not_run(warm_grader: Grader) -> None:
    source = HONEST + "\nif __name__ == '__main__':\n    raise SystemExit('not here')\n"

    assert warm_grader.grade(exercise(), source, graded_at=NOW).accepted


def test_a_broken_check_is_a_judge_error_and_costs_nothing(warm_grader: Grader) -> None:
    broken = DOUBLES + '\n@check("Broken")\ndef broken(learner, case):\n    case.no_such_thing()\n'

    result = warm_grader.grade(exercise(broken), HONEST, graded_at=NOW)

    assert result.verdict is Verdict.JE
    assert "not your" in text(result, 2) or "does not count against you" in text(result, 2)


def test_a_value_that_only_the_learners_code_makes_unusable_is_wrong_and_no_judge_error(warm_grader: Grader) -> None:
    careless = DOUBLES + (
        '\n@check("Careless")\ndef careless(learner, case):\n'
        '    y = learner.double(torch.ones(3))\n    expect.that(y.sum() == 6, "sum")\n'
    )

    result = warm_grader.grade(exercise(careless), "def double(x):\n    return None\n", graded_at=NOW)

    assert result.verdict is Verdict.WA
    assert "does not fit" in text(result, 2)


def test_a_student_edition_has_no_reference_and_its_checks_blame_the_value_that_they_cannot_use(
    warm_grader: Grader,
) -> None:
    checks = DOUBLES + '\n@check("Sums")\ndef sums(learner, case):\n    learner.double(torch.ones(2)).sum()\n'
    student = replace(exercise(checks, reference=""), withheld=3)

    honest = warm_grader.grade(student, HONEST, graded_at=NOW)
    odd = warm_grader.grade(student, "def double(x):\n    return 5 if x.dim() == 1 else x * 2\n", graded_at=NOW)

    assert (honest.verdict, honest.withheld) == (Verdict.AC, 3)
    assert [check.verdict for check in odd.checks] == [Verdict.AC, Verdict.AC, Verdict.WA]
    assert "sum" in text(odd, 2)


@pytest.mark.parametrize("body", ["import no_such_module\n", "raise SystemExit\n"])
def test_checks_that_do_not_load_are_a_judge_error(body: str, warm_grader: Grader) -> None:
    result = warm_grader.grade(exercise(body + DOUBLES), HONEST, graded_at=NOW)

    assert result.verdict is Verdict.JE


def test_checks_that_write_files_or_open_sockets_are_stopped_too(warm_grader: Grader, tmp_path) -> None:
    marker = tmp_path / "marker"
    hostile = DOUBLES + (
        f'\n@check("Hostile")\ndef hostile(learner, case):\n    open({str(marker)!r}, "w").write("x")\n'
        '\n@check("Network")\ndef network(learner, case):\n    import socket\n    socket.socket()\n'
    )

    result = warm_grader.grade(exercise(hostile), HONEST, graded_at=NOW)

    assert result.verdict is Verdict.JE
    assert "PermissionError" in text(result, 2)
    assert "PermissionError" in text(result, 3)
    assert not marker.exists()


def test_the_same_seed_gives_the_same_result_and_another_seed_other_inputs(warm_grader: Grader) -> None:
    wrong = "def double(x):\n    return x\n"

    first, again, other = (warm_grader.grade(exercise(), wrong, graded_at=NOW, seed=seed) for seed in (7, 7, 8))

    assert first.checks == again.checks
    assert first.checks != other.checks


def test_the_submission_cannot_predict_the_judges_draws(warm_grader: Grader) -> None:
    oracle = (
        "import torch\n\ndef double(x):\n    guess = torch.randn(3, 4)\n"
        "    print(torch.equal(guess, x))\n    return x * 2\n"
    )

    result = warm_grader.grade(exercise(), oracle, graded_at=NOW, seed=3)

    assert result.accepted
    assert result.output.split() == ["False", "False"]


def test_fixtures_live_beside_the_learners_code_and_their_objects_can_be_passed(warm_grader: Grader) -> None:
    checks = DOUBLES + (
        '\n@check("Fixture")\ndef fixture(learner, case):\n    model = learner.fixtures.make(3.0)\n'
        "    expect.close(learner.double(model), torch.tensor([6.0]))\n"
        "    expect.close(model.state_dict()['weight'], torch.tensor([3.0]))\n"
    )
    fixtures = (
        "class Box(nn.Module):\n    def __init__(self, v):\n        super().__init__()\n"
        "        self.weight = nn.Parameter(torch.tensor([v]))\n"
        "    def __mul__(self, k):\n        return self.weight * k\n"
        "def make(v):\n    return Box(v)\n"
    )

    assert warm_grader.grade(exercise(checks, fixtures=fixtures), HONEST, graded_at=NOW).accepted


def test_gradients_and_observations_come_from_the_far_side(warm_grader: Grader) -> None:
    checks = DOUBLES + (
        '\n@check("Gradient")\ndef gradient(learner, case):\n    x = case.randn(4)\n    u = case.randn(4)\n'
        "    expect.close(learner.vjp(learner.double, x, upstream=u).inputs[0], 2 * u)\n"
        '\n@check("Observed")\ndef observed(learner, case):\n'
        "    x = case.randn(4)\n    seen = learner.observe(learner.double, x)\n"
        "    expect.equal(seen.arguments[0], x)\n    expect.that(seen.shares_memory == (), 'copy')\n"
        "    expect.that(not seen.rng_changed and seen.is_argument is None, 'facts')\n"
    )

    assert warm_grader.grade(exercise(checks), HONEST, graded_at=NOW).accepted
    in_place = warm_grader.grade(exercise(checks), "def double(x):\n    return x.detach().mul_(2)\n", graded_at=NOW)
    assert [check.verdict for check in in_place.checks][2:] == [Verdict.WA, Verdict.WA]


def test_a_device_that_is_not_there_is_a_usage_error(warm_grader: Grader) -> None:
    with pytest.raises(UsageError, match="cuda"):
        warm_grader.grade(exercise(), HONEST, graded_at=NOW, device="cuda")


def compute(answer: str, *derive: tuple[str, str]) -> Compute:
    return Compute(Text.of("?"), (), (), derive, answer, "shape")


def test_a_compute_cards_answer_comes_from_torch_as_plain_values(warm_grader: Grader) -> None:
    body = compute("nn.Conv2d(1, k, 3)(torch.zeros(1, 1, n, n)).shape", ("side", "n - 2"), ("t", "torch.arange(3)"))

    found = warm_grader.evaluate(body, {"k": 4, "n": 8})

    assert found.answer == [1, 4, 6, 6]
    assert found.derived == {"side": 6, "t": [0, 1, 2]}


@pytest.mark.parametrize("expression", ["1 / 0", "open('/etc/passwd').read()", "__import__('os').fork()", "object()"])
def test_an_expression_that_fails_or_reaches_out_says_why(expression: str, warm_grader: Grader) -> None:
    with pytest.raises(JudgeError, match="Error"):
        warm_grader.evaluate(compute(expression), {})
