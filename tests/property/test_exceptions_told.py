"""Whatever a submission's process says of an exception, the judge reads it, and the text stays short."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quizzer.grader.child.exceptions import error_facts, remote_error
from quizzer.grader.child.tracebacks import raised_text
from quizzer.grader.child.wire import Decoder, Encoder

junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4),
    max_leaves=12,
)
pairs = st.none() | st.lists(st.integers(-(10**6), 10**6), min_size=2, max_size=2) | junk
lines = st.tuples(st.integers(), st.text(max_size=9), st.text(max_size=9), pairs, pairs).map(list) | junk
links = st.sampled_from(["", "cause", "context", "else"])
raised = st.recursive(
    st.tuples(st.text(max_size=9), st.text(max_size=9), st.lists(lines, max_size=3), links, st.just([])).map(list),
    lambda inner: st.tuples(
        st.text(max_size=9), st.text(max_size=9), st.lists(lines, max_size=3), links, st.lists(inner | junk, max_size=3)
    ).map(list),
    max_leaves=6,
)
facts = st.tuples(st.lists(junk, max_size=3), st.booleans(), st.lists(raised | junk, max_size=6)).map(list)


@given(facts | st.lists(junk, max_size=5))
def test_any_facts_give_an_exception_to_tell_or_none(plain: list[object]) -> None:
    error = remote_error(plain)

    if error is not None:
        assert set(raised_text(error)) == {"en", "zh-CN"}


def test_what_is_told_without_end_is_told_in_short() -> None:
    line = [1, "f" * 10_000, "x" * 10_000, [0, 10**9], [5, 10**9]]
    one: list[object] = ["E" * 10_000, "m" * 100_000, [line] * 1000, "cause", []]
    one[4] = [list(one) for _ in range(100)]

    error = remote_error([["E"] * 1000, False, [one] * 100])

    assert error is not None
    assert len(raised_text(error)["en"]) < 21_000
    assert len(error.chain) == 4


@given(st.text(max_size=30), st.integers(1, 5))
def test_an_exception_comes_over_the_wire_as_it_is(message: str, depth: int) -> None:
    def fail(left: int) -> None:
        if left == 0:
            raise ValueError(message)
        try:
            fail(left - 1)
        except Exception as error:
            raise KeyError(left) from error

    try:
        fail(depth)
    except (KeyError, ValueError) as error:
        told = Encoder().encode(error_facts(error, __file__))

    read = remote_error(list(Decoder(lambda _: None).decode(told)))

    assert read is not None
    assert read.type_names[:2] == ("KeyError", "LookupError")
    assert [one.type_name for one in read.chain] == (["ValueError", *["KeyError"] * depth])[-4:]
    assert [line.function for line in read.lines] == ["test_an_exception_comes_over_the_wire_as_it_is", "fail"]
