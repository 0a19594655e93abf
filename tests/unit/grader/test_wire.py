"""The codec between judge and submission: what goes in comes out, and nothing else does."""

from __future__ import annotations

import struct
from collections import OrderedDict

import pytest
import torch

from quizzer.grader.child.wire import Decoder, Encoder, Handle, Reference, WireError


def refuse(found: Handle | Reference) -> object:
    raise WireError(str(found))


def there_and_back(value: object, *, keep_requires_grad: bool = False) -> object:
    return Decoder(refuse, keep_requires_grad=keep_requires_grad).decode(Encoder().encode(value))


@pytest.mark.parametrize(
    "value",
    [
        None, True, False, ..., 0, -1, 2**63 - 1, -(2**63), 2**200, -(2**200), 0.0, -1.5, float("inf"), 1 + 2j,
        "", "张量", b"\x00\xff", (), (1, (2, [3, "x"])), [], {"a": 1, 2: [None]}, torch.Size([2, 3]),
        slice(1, None, 2), torch.float16, torch.device("cpu"), torch.device("meta"),
    ],
    ids=repr,
)  # fmt: skip
def test_plain_values_survive_with_their_type(value: object) -> None:
    back = there_and_back(value)

    assert type(back) is type(value)
    assert back == value


@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16, torch.int64, torch.bool, torch.complex64])
@pytest.mark.parametrize("shape", [(), (0,), (3,), (2, 0, 4), (2, 3, 4)])
def test_tensors_survive_bit_for_bit(dtype: torch.dtype, shape: tuple[int, ...]) -> None:
    value = (torch.rand(shape) * 10).to(dtype)

    back = there_and_back(value)

    assert isinstance(back, torch.Tensor)
    assert back.dtype == dtype
    assert torch.equal(back, value)


def test_a_view_arrives_as_its_elements_in_row_major_order() -> None:
    value = torch.arange(12.0).reshape(3, 4).t()[1:, ::2]

    back = there_and_back(value)

    assert isinstance(back, torch.Tensor)
    assert back.is_contiguous()
    assert torch.equal(back, value)


def test_a_meta_tensor_keeps_shape_dtype_and_device() -> None:
    back = there_and_back(torch.empty(2, 3, dtype=torch.float16, device="meta"))

    assert isinstance(back, torch.Tensor)
    assert (back.shape, back.dtype, back.device.type) == ((2, 3), torch.float16, "meta")


CUDA_HEAD = b"X\x00\x02\x00\x01" + struct.pack(">q", 1)


@pytest.mark.parametrize(
    "payload",
    [CUDA_HEAD + b"\x00" * 4, b"vs\x00\x00\x00\x04cuda", b"vs\x00\x00\x00\x06cuda:0", b"vs\x00\x00\x00\x03mps"],
)
def test_a_device_that_is_not_the_runs_is_refused(payload: bytes) -> None:
    with pytest.raises(WireError, match="device"):
        Decoder(refuse).decode(payload)
    with pytest.raises(WireError, match="device"):
        Decoder(refuse, device="xpu").decode(payload)


def test_the_runs_device_is_known_by_name_and_its_first_index_only() -> None:
    decoder = Decoder(refuse, device="cuda")

    assert decoder.decode(b"vs\x00\x00\x00\x06cuda:0") == torch.device("cuda:0")
    with pytest.raises(WireError, match="device"):
        decoder.decode(b"vs\x00\x00\x00\x06cuda:1")


@pytest.mark.skipif(torch.cuda.is_available(), reason="here the tensor could be made")
def test_a_tensor_of_the_runs_device_is_put_there() -> None:
    # A build without CUDA says so; one with it misses the driver.
    complaint = r"CUDA|cuda" if torch.version.cuda is None else "NVIDIA driver"
    with pytest.raises((AssertionError, RuntimeError), match=complaint):
        Decoder(refuse, device="cuda").decode(CUDA_HEAD + b"\x00" * 4)


@pytest.mark.parametrize("keep", [False, True])
def test_requires_grad_arrives_only_where_it_is_wanted(*, keep: bool) -> None:
    back = there_and_back(torch.ones(2, requires_grad=True), keep_requires_grad=keep)

    assert isinstance(back, torch.Tensor)
    assert back.requires_grad is keep


def test_a_state_dict_and_a_named_tuple_arrive_as_dict_and_tuple() -> None:
    state = OrderedDict(weight=torch.ones(1))
    pair = torch.ones(2, 2).max(dim=0)

    assert type(there_and_back(state)) is dict
    assert type(there_and_back(pair)) is tuple


def test_a_tensor_subclass_stays_behind_as_a_handle() -> None:
    class Agreeable(torch.Tensor):
        pass

    seen: list[object] = []

    def keep(value: object) -> Handle:
        seen.append(value)
        return Handle(1, "Agreeable")

    payload = Encoder(keep).encode(torch.ones(2).as_subclass(Agreeable))

    assert len(seen) == 1
    assert Decoder(lambda found: found).decode(payload) == Handle(1, "Agreeable")


def test_an_expanded_view_of_a_terabyte_stays_behind() -> None:
    with pytest.raises(WireError, match="cannot be sent"):
        Encoder().encode(torch.ones(1).expand(10**6, 10**6))


def test_nesting_is_capped_on_both_sides() -> None:
    deep: list[object] = []
    for _ in range(40):
        deep = [deep]
    hand_made = b"l\x00\x00\x00\x01" * 40 + b"N"

    with pytest.raises(WireError, match="nested"):
        Encoder().encode(deep)
    with pytest.raises(WireError, match="too deep"):
        Decoder(refuse).decode(hand_made)


@pytest.mark.parametrize(
    ("payload", "complaint"),
    [
        (b"", "cut off"),
        (b"?", "unknown tag"),
        (b"NN", "after the value"),
        (b"i\x00", "cut off"),
        (b"l\xff\xff\xff\xff", "count is too large"),
        (b"s\x00\x00\x00\x01\xff", "not UTF-8"),
        (b"m\x00\x00\x00\x01l\x00\x00\x00\x00N", "dict key"),
        (b"y\xff", "unknown dtype"),
        (b"X\xff\x00\x00\x00", "head is malformed"),
        (b"X\x00\x00\x00\x01" + struct.pack(">q", -1), "shape is malformed"),
        (b"X\x00\x00\x00\x02" + struct.pack(">qq", 1 << 30, 1 << 30), "shape is malformed"),
        # No elements, but strides that overflow: found by fuzzing.
        (b"X\x00\x01\x00\x03" + struct.pack(">qqq", 1 << 57, 1 << 57, 0), "shape is malformed"),
        (b"X\x00\x00\x00\x02" + struct.pack(">qq", 0, 1 << 60), "shape is malformed"),
        (b"X\x00\x00\x00\x01" + struct.pack(">q", 1 << 30), "too large"),
        (b"X\x00\x00\x00\x01" + struct.pack(">q", 2) + b"\x00" * 7, "cut off"),
        (b"X\x0b\x00\x00\x01" + struct.pack(">q", 1) + b"\x07", "other bytes"),
    ],
)
def test_malformed_bytes_are_refused_with_a_reason(payload: bytes, complaint: str) -> None:
    with pytest.raises(WireError, match=complaint):
        Decoder(refuse).decode(payload)


def test_a_handle_of_no_class_is_refused() -> None:
    nameless = Encoder(lambda _: Handle(2**40, "")).encode(object())

    with pytest.raises(WireError, match="a handle needs a type name"):
        Decoder(lambda found: found).decode(nameless)
