"""A name of the submission is looked up once in a run: the judge keeps what it was first given."""

from __future__ import annotations

from dataclasses import dataclass, field

from quizzer.grader.child.host import Host
from quizzer.grader.child.remote import Channel, Learner


@dataclass
class Counting:
    """Carries requests to a host in this process, and keeps them."""

    host: Host
    requests: list[bytes] = field(default_factory=list)

    def exchange(self, request: bytes) -> bytes:
        self.requests.append(request)
        return self.host.answer(request)


def learner_of(namespace: dict[str, object], fixtures: dict[str, object]) -> tuple[Learner, Counting]:
    transport = Counting(Host(namespace=namespace, fixtures=fixtures, filename="submission.py"))
    return Learner(Channel(transport), source=""), transport


def test_the_second_call_of_a_function_asks_for_no_name() -> None:
    learner, transport = learner_of({"double": lambda x: x * 2}, {"three": lambda: 3})

    results = [learner.double(2), learner.fixtures.three(), learner.double(5), learner.fixtures.three()]

    assert results == [4, 3, 10, 3]
    assert len(transport.requests) == 6


def test_a_name_that_is_bound_anew_changes_nothing_within_the_run() -> None:
    namespace: dict[str, object] = {}

    def honest(x: int) -> int:
        namespace["double"] = lambda x: x * 3
        return x * 2

    namespace["double"] = honest
    learner, _ = learner_of(namespace, {})

    assert [learner.double(2), learner.double(2)] == [4, 4]


def test_a_plain_value_is_asked_for_each_time() -> None:
    namespace: dict[str, object] = {"count": 1}
    learner, _ = learner_of(namespace, {})

    first = learner.count
    namespace["count"] = 2

    assert (first, learner.count) == (1, 2)
