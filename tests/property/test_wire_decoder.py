"""The wire decoder survives any bytes, and round trips hold for any plain value."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from quizzer.grader.child.wire import Decoder, Encoder, Handle, Reference, WireError

plain_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(min_value=-(2**300), max_value=2**300)
    | st.floats(allow_nan=False)
    | st.text()
    | st.binary(),
    lambda inner: st.lists(inner) | st.tuples(inner, inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)
tags = st.sampled_from([bytes([tag]) for tag in b"NTFEiIdcsbtlzmSyvHRX"])
near_misses = st.lists(tags | st.binary(max_size=12), max_size=12).map(b"".join)


def refuse(found: Handle | Reference) -> object:
    raise WireError(str(found))


@given(plain_values)
def test_any_plain_value_comes_back_equal(value: object) -> None:
    assert Decoder(refuse).decode(Encoder().encode(value)) == value


@settings(max_examples=1000)
@given(st.binary(max_size=200) | near_misses)
def test_any_bytes_give_a_value_or_a_wire_error(payload: bytes) -> None:
    try:
        value = Decoder(refuse).decode(payload)
    except WireError:
        return
    assert Encoder().encode(value)


@given(plain_values, st.data())
def test_a_value_with_bytes_changed_never_does_worse_than_a_wire_error(value: object, data: st.DataObject) -> None:
    payload = bytearray(Encoder().encode(value))
    place = data.draw(st.integers(0, len(payload) - 1))
    payload[place] ^= data.draw(st.integers(1, 255))

    try:
        again = Decoder(refuse).decode(bytes(payload))
    except WireError:
        return
    assert Encoder().encode(again) is not None
