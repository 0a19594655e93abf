"""Evaluations in the background: the judge is made once, late, and its failures reach the one who asks."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest

from quizzer.domain.card import Card, CardId, Compute, DeckId, NoteId, Parameter, TopicId
from quizzer.domain.errors import EnvironmentProblem, JudgeError
from quizzer.domain.question import Question, ask
from quizzer.domain.text import Text
from quizzer.services.study_torch import BackgroundTorch

if TYPE_CHECKING:
    from collections.abc import Callable


class SlowJudge:
    """Answers when it is told to."""

    def __init__(self, failure: Exception | None = None) -> None:
        self.may_answer = Event()
        self.closed = False
        self.server_ended = False
        self.failure = failure

    def evaluate(self, _body: Compute, values: object) -> SlowJudge:
        assert self.may_answer.wait(timeout=10)
        if self.failure:
            raise self.failure
        self.answer, self.derived = values["n"], {}
        return self

    def wait_until_warm(self) -> None:
        raise JudgeError("cold")

    def lend(self) -> SlowJudge:
        return self

    def close(self) -> None:
        self.closed = True


def question() -> Question:
    body = Compute(Text.of("{n}?"), (Parameter("n", (7,)),), (), (), "n", "number")
    card = Card(CardId("d/c"), NoteId("d/c"), DeckId("d"), TopicId("t"), body, Text.of(""), "")
    return ask(card, repetition=0, language="en")


def counting(judge: SlowJudge, made: list[SlowJudge]) -> Callable[[], SlowJudge]:
    def make() -> SlowJudge:
        made.append(judge)
        return judge

    return make


def test_no_judge_is_made_before_one_is_needed() -> None:
    made: list[SlowJudge] = []
    torch = BackgroundTorch(counting(SlowJudge(), made))

    torch.close()

    assert made == []


def test_an_evaluation_runs_while_the_caller_goes_on() -> None:
    judge, made = SlowJudge(), []
    torch = BackgroundTorch(counting(judge, made))

    first, second = torch.start(question()), torch.start(question())

    assert not first.done
    judge.may_answer.set()
    assert first.result().answer == second.result().answer == 7
    assert first.done
    assert made == [judge]


@pytest.mark.parametrize("failure", [JudgeError("broken"), EnvironmentProblem("no torch")])
def test_a_failure_is_raised_where_the_answer_is_wanted(failure: Exception) -> None:
    judge = SlowJudge(failure)
    judge.may_answer.set()

    pending = BackgroundTorch(lambda: judge).start(question())

    with pytest.raises(type(failure), match=str(failure)):
        pending.result()


@pytest.mark.parametrize("failure", [ConnectionResetError("gone"), ValueError("closed file")])
def test_a_connection_cut_off_is_a_judge_error(failure: Exception) -> None:
    judge = SlowJudge(failure)
    judge.may_answer.set()

    with pytest.raises(JudgeError, match="cannot be reached"):
        BackgroundTorch(lambda: judge).start(question()).result()


def test_a_warm_up_that_fails_stays_silent() -> None:
    made: list[SlowJudge] = []
    torch = BackgroundTorch(counting(SlowJudge(), made))

    torch.prepare()
    torch.prepare()
    judge_made = torch.start(question())

    assert not judge_made.done
    assert len(made) == 1
    made[0].may_answer.set()
    assert judge_made.result().answer == 7


def test_after_closing_nothing_is_started_any_more() -> None:
    judge = SlowJudge()
    judge.may_answer.set()
    torch = BackgroundTorch(lambda: judge)
    torch.start(question()).result()

    torch.close()

    assert judge.closed
    with pytest.raises(EnvironmentProblem, match="ended"):
        torch.start(question()).result()


def test_the_judge_of_the_cards_is_lent_for_code_and_replaced_where_it_has_ended() -> None:
    judges = [SlowJudge(), SlowJudge()]
    waiting = iter(judges)
    torch = BackgroundTorch(lambda: next(waiting))

    lent = [torch.lend(), torch.lend()]
    judges[0].server_ended = True
    lent.append(torch.lend())

    assert lent == [judges[0], judges[0], judges[1]]
    assert (judges[0].closed, judges[1].closed) == (True, False)
    torch.close()
    with pytest.raises(EnvironmentProblem, match="the session has ended"):
        torch.lend()
