"""The codec between judge and submission: plain values, tensors as raw bytes, handles. Never pickle.

The decoder trusts nothing: every tag, count, depth and size is checked before anything is built, and what it
builds are plain Python values and plain tensors (on the CPU, on meta, or on the run's one device), so that no power of
a subclass, an overridden operator or a dispatch hook survives the journey.
"""

from __future__ import annotations

import ctypes
import math
import struct
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

import torch

MAX_DEPTH = 32
MAX_ITEMS = 1_000_000
MAX_TENSOR_BYTES = 192 * 1024 * 1024
_MAX_INT_BYTES = 512
_MAX_DIMENSIONS = 32
_MAX_ELEMENTS = 1 << 40

_DTYPES = (
    torch.float32, torch.float64, torch.float16, torch.bfloat16, torch.complex64, torch.complex128,
    torch.uint8, torch.int8, torch.int16, torch.int32, torch.int64, torch.bool,
)  # fmt: skip
_CODE_OF_DTYPE = {dtype: code for code, dtype in enumerate(_DTYPES)}
_DEVICES = ("cpu", "meta", "cuda", "mps")
_INT64 = struct.Struct(">q")
_DOUBLE = struct.Struct(">d")
_COUNT = struct.Struct(">I")
_TAGGED_INT64, _TAGGED_DOUBLE, _TAGGED_COUNT = struct.Struct(">cq"), struct.Struct(">cd"), struct.Struct(">cI")
_TAG_OF_CONSTANT: dict[object, bytes] = {None: b"N", True: b"T", False: b"F", ...: b"E"}


class WireError(Exception):
    """Bytes that are no value of ours, or a value that must not travel."""


@dataclass(frozen=True, slots=True)
class Handle:
    """Stands for an object that stays on the far side."""

    id: int
    type_name: str


@dataclass(frozen=True, slots=True)
class Reference:
    """Names an object of the far side in an argument."""

    id: int


class Encoder:
    """Turns values into bytes; ``handle_of`` says what stands for one without a plain form (None: refuse it)."""

    def __init__(self, handle_of: Callable[[object], Handle | Reference] | None = None) -> None:
        self._handle_of = handle_of
        self._parts: list[bytes] = []

    def encode(self, value: object) -> bytes:
        """The bytes of ``value``. Raises WireError for what must not travel."""
        self._parts = []
        self._write(value, 0)
        return b"".join(self._parts)

    def _write(self, value: object, depth: int) -> None:
        if depth > MAX_DEPTH:
            raise WireError("the value is nested too deeply")
        kind = type(value)
        writer = _WRITERS.get(kind)
        if writer is not None:
            writer(self, value, depth + 1)
        elif kind in (torch.Tensor, torch.nn.Parameter) and is_plain(value):
            self._write_tensor(value)
        elif isinstance(value, OrderedDict):
            self._write_dict(dict(value), depth + 1)
        elif isinstance(value, tuple):
            self._write_sequence(tuple(value), depth + 1)
        elif self._handle_of is not None:
            self._write_stand_in(self._handle_of(value))
        else:
            raise WireError(f"a {kind.__name__} cannot be sent")

    def _write_constant(self, value: object, _depth: int) -> None:
        self._parts.append(_TAG_OF_CONSTANT[value])

    def _write_int(self, value: int, _depth: int) -> None:
        if -(1 << 63) <= value < 1 << 63:
            self._parts.append(_TAGGED_INT64.pack(b"i", value))
            return
        digits = value.to_bytes((value.bit_length() + 8) // 8, "big", signed=True)
        if len(digits) > _MAX_INT_BYTES:
            raise WireError("the integer is too large")
        self._parts.append(b"I" + _COUNT.pack(len(digits)) + digits)

    def _write_float(self, value: float, _depth: int) -> None:
        self._parts.append(_TAGGED_DOUBLE.pack(b"d", value))

    def _write_complex(self, value: complex, _depth: int) -> None:
        self._parts.append(b"c" + _DOUBLE.pack(value.real) + _DOUBLE.pack(value.imag))

    def _write_text(self, value: str, _depth: int = 0) -> None:
        data = value.encode("utf-8", "replace")
        self._parts.append(_TAGGED_COUNT.pack(b"s", len(data)) + data)

    def _write_bytes(self, value: bytes, _depth: int) -> None:
        self._parts.append(b"b" + _COUNT.pack(len(value)) + value)

    def _write_sequence(self, value: tuple[object, ...] | list[object], depth: int) -> None:
        tag = b"l" if type(value) is list else b"z" if type(value) is torch.Size else b"t"
        self._parts.append(_TAGGED_COUNT.pack(tag, len(value)))
        for item in value:
            self._write(item, depth)

    def _write_dict(self, value: dict[object, object], depth: int) -> None:
        self._parts.append(_TAGGED_COUNT.pack(b"m", len(value)))
        for key, item in value.items():
            self._write(key, depth)
            self._write(item, depth)

    def _write_slice(self, value: slice, depth: int) -> None:
        self._parts.append(b"S")
        for part in (value.start, value.stop, value.step):
            self._write(part, depth)

    def _write_dtype(self, value: torch.dtype, _depth: int) -> None:
        if value not in _CODE_OF_DTYPE:
            raise WireError(f"dtype {value} cannot be sent")
        self._parts.append(b"y" + bytes([_CODE_OF_DTYPE[value]]))

    def _write_device(self, value: torch.device, _depth: int) -> None:
        self._parts.append(b"v")
        self._write_text(str(value))

    def _write_stand_in(self, value: Handle | Reference) -> None:
        if isinstance(value, Reference):
            self._parts.append(_TAGGED_INT64.pack(b"R", value.id))
            return
        self._parts.append(_TAGGED_INT64.pack(b"H", value.id))
        self._write_text(value.type_name)

    def _write_tensor(self, value: object) -> None:
        assert isinstance(value, torch.Tensor)
        flags = value.requires_grad | (value.is_leaf << 1) | ((type(value) is torch.nn.Parameter) << 2)
        shape = tuple(value.shape)
        device = value.device.type
        head = bytes([ord("X"), _CODE_OF_DTYPE[value.dtype], _DEVICES.index(device), flags, len(shape)])
        self._parts.append(head + struct.pack(f">{len(shape)}q", *shape))
        if device != "meta":
            self._parts.append(tensor_bytes(value))


_WRITERS: dict[type, Callable[[Encoder, object, int], None]] = {
    type(None): Encoder._write_constant,  # noqa: SLF001 - the table of the class itself
    bool: Encoder._write_constant,  # noqa: SLF001
    type(...): Encoder._write_constant,  # noqa: SLF001
    int: Encoder._write_int,  # type: ignore[dict-item]  # noqa: SLF001
    float: Encoder._write_float,  # type: ignore[dict-item]  # noqa: SLF001
    complex: Encoder._write_complex,  # type: ignore[dict-item]  # noqa: SLF001
    str: Encoder._write_text,  # type: ignore[dict-item]  # noqa: SLF001
    bytes: Encoder._write_bytes,  # type: ignore[dict-item]  # noqa: SLF001
    tuple: Encoder._write_sequence,  # type: ignore[dict-item]  # noqa: SLF001
    list: Encoder._write_sequence,  # type: ignore[dict-item]  # noqa: SLF001
    torch.Size: Encoder._write_sequence,  # type: ignore[dict-item]  # noqa: SLF001
    dict: Encoder._write_dict,  # type: ignore[dict-item]  # noqa: SLF001
    slice: Encoder._write_slice,  # type: ignore[dict-item]  # noqa: SLF001
    torch.dtype: Encoder._write_dtype,  # type: ignore[dict-item]  # noqa: SLF001
    torch.device: Encoder._write_device,  # type: ignore[dict-item]  # noqa: SLF001
}


def has_plain_form(value: object) -> bool:
    """Whether a value itself, whatever it may hold, is sent as what it is, and not as a handle."""
    kind = type(value)
    if kind in (torch.Tensor, torch.nn.Parameter):
        return is_plain(value)
    return kind in _WRITERS or isinstance(value, OrderedDict | tuple)


def is_plain(value: object) -> bool:
    """Whether a tensor is one whose elements can be sent: strided, known dtype and device, within the cap.

    The size is looked at before anything copies: an expanded view of 10**12 elements costs nothing to make.
    """
    assert isinstance(value, torch.Tensor)
    return (
        value.layout is torch.strided
        and value.dtype in _CODE_OF_DTYPE
        and value.device.type in _DEVICES
        and value.device.index in (None, 0)
        and value.dim() <= _MAX_DIMENSIONS
        and (value.device.type == "meta" or value.numel() * value.element_size() <= MAX_TENSOR_BYTES)
    )


def tensor_bytes(value: torch.Tensor) -> bytes:
    """The elements in row-major order."""
    flat = value
    if value.device.type != "cpu" or value.is_conj() or value.is_neg() or not value.is_contiguous():
        flat = value.detach().resolve_conj().resolve_neg().contiguous().cpu()
    return ctypes.string_at(flat.data_ptr(), flat.numel() * flat.element_size()) if flat.numel() else b""


class Decoder:
    """Reads one value back; ``resolve`` turns a handle or a reference into whatever this side wants.

    Tensors may be on the CPU, on meta, and on ``device``, the run's own; a name of any other device is refused.
    """

    def __init__(
        self,
        resolve: Callable[[Handle | Reference], object],
        *,
        keep_requires_grad: bool = False,
        device: str = "cpu",
    ) -> None:
        self._resolve = resolve
        self._devices = {"cpu", "meta", device}
        self._keep_requires_grad = keep_requires_grad
        self._data = b""
        self._size = 0
        self._position = 0
        self._items = 0

    def decode(self, data: bytes) -> object:
        """The value in ``data``. Raises WireError for anything else than exactly one well-formed value."""
        self._data, self._size, self._position, self._items = data, len(data), 0, 0
        value = self._read(0)
        if self._position != len(data):
            raise WireError("there are bytes after the value")
        return value

    def _pass(self, count: int) -> int:
        """Where the next ``count`` bytes begin, which are then behind; all reading goes through here."""
        begin = self._position
        end = begin + count
        if count < 0 or end > self._size:
            raise WireError("the value is cut off")
        self._position = end
        return begin

    def _take(self, count: int) -> bytes:
        begin = self._pass(count)
        return self._data[begin : begin + count]

    def _read(self, depth: int) -> object:
        self._items += 1
        if depth > MAX_DEPTH or self._items > MAX_ITEMS:
            raise WireError("the value is too deep or has too many items")
        tag = self._data[self._pass(1)]
        if tag in _CONSTANTS:
            return _CONSTANTS[tag]
        reader = _READERS.get(tag)
        if reader is None:
            raise WireError(f"unknown tag {tag}")
        return reader(self, depth + 1)

    def _read_int(self, _depth: int) -> int:
        return int(_INT64.unpack_from(self._data, self._pass(8))[0])

    def _read_big_int(self, _depth: int) -> int:
        return int.from_bytes(self._take(self._read_count(_MAX_INT_BYTES)), "big", signed=True)

    def _read_float(self, _depth: int) -> float:
        return float(_DOUBLE.unpack_from(self._data, self._pass(8))[0])

    def _read_complex(self, depth: int) -> complex:
        return complex(self._read_float(depth), self._read_float(depth))

    def _read_text(self, _depth: int) -> str:
        try:
            return str(self._take(self._read_count(self._size)), "utf-8")
        except UnicodeDecodeError as error:
            raise WireError("the text is not UTF-8") from error

    def _read_bytes(self, _depth: int) -> bytes:
        return self._take(self._read_count(self._size))

    def _read_count(self, most: int) -> int:
        count = int(_COUNT.unpack_from(self._data, self._pass(4))[0])
        if count > most:
            raise WireError("a count is too large")
        return count

    def _read_items(self, depth: int) -> list[object]:
        # Each item takes at least a byte, so a count cannot promise more than the frame holds.
        count = self._read_count(self._size - self._position)
        return [self._read(depth) for _ in range(count)]

    def _read_tuple(self, depth: int) -> tuple[object, ...]:
        return tuple(self._read_items(depth))

    def _read_size(self, depth: int) -> torch.Size:
        items = self._read_items(depth)
        if not all(type(item) is int and 0 <= item < 1 << 62 for item in items):
            raise WireError("a torch.Size holds only sizes")
        return torch.Size(items)  # type: ignore[arg-type]

    def _read_dict(self, depth: int) -> dict[object, object]:
        count = self._read_count(self._size - self._position)
        result: dict[object, object] = {}
        for _ in range(count):
            key = self._read(depth)
            if type(key) not in (str, int, float, bool, type(None), bytes):
                raise WireError("a dict key must be a plain value")
            result[key] = self._read(depth)
        return result

    def _read_slice(self, depth: int) -> slice:
        return slice(*(self._read(depth) for _ in range(3)))

    def _read_dtype(self, _depth: int) -> torch.dtype:
        code = self._take(1)[0]
        if code >= len(_DTYPES):
            raise WireError("unknown dtype")
        return _DTYPES[code]

    def _read_device(self, depth: int) -> torch.device:
        name = self._read(depth)
        if not isinstance(name, str) or name.removesuffix(":0") not in self._devices:
            raise WireError("unknown device")
        return torch.device(name)

    def _read_handle(self, depth: int) -> object:
        number = self._read_int(depth)
        name = self._read(depth)
        if not isinstance(name, str) or not name:
            raise WireError("a handle needs a type name")
        return self._resolve(Handle(number, name))

    def _read_reference(self, depth: int) -> object:
        return self._resolve(Reference(self._read_int(depth)))

    def _read_tensor(self, _depth: int) -> torch.Tensor:
        code, device, flags, dimensions = self._take(4)
        if code >= len(_DTYPES) or device >= len(_DEVICES) or dimensions > _MAX_DIMENSIONS:
            raise WireError("a tensor's head is malformed")
        if _DEVICES[device] not in self._devices:
            raise WireError("a tensor is on a device that is not the run's")
        shape = struct.unpack_from(f">{dimensions}q", self._data, self._pass(8 * dimensions))
        # A size of 0 beside huge ones makes no elements, but strides that overflow.
        if min(shape, default=0) < 0 or math.prod(size or 1 for size in shape) > _MAX_ELEMENTS:
            raise WireError("a tensor's shape is malformed")
        value = self._read_elements(_DTYPES[code], shape, _DEVICES[device])
        if self._keep_requires_grad and flags & 0b001 and (value.is_floating_point() or value.is_complex()):
            value.requires_grad_()
        return value

    def _read_elements(self, dtype: torch.dtype, shape: tuple[int, ...], device: str) -> torch.Tensor:
        if device == "meta":
            return torch.empty(shape, dtype=dtype, device=device)
        size = math.prod(shape) * dtype.itemsize
        if size > MAX_TENSOR_BYTES:
            raise WireError("a tensor is too large")
        data = bytearray(self._take(size))
        if not data:
            return torch.empty(shape, dtype=dtype, device=device)
        if dtype is torch.bool and data.strip(b"\x00\x01"):
            raise WireError("a bool tensor holds other bytes than 0 and 1")
        value = torch.frombuffer(data, dtype=dtype).reshape(shape)
        return value if device == "cpu" else value.to(device)


_CONSTANTS: dict[int, object] = {tag[0]: constant for constant, tag in _TAG_OF_CONSTANT.items()}
_READERS: dict[int, Callable[[Decoder, int], object]] = {
    ord("i"): Decoder._read_int,  # noqa: SLF001 - the table of the class itself
    ord("I"): Decoder._read_big_int,  # noqa: SLF001
    ord("d"): Decoder._read_float,  # noqa: SLF001
    ord("c"): Decoder._read_complex,  # noqa: SLF001
    ord("s"): Decoder._read_text,  # noqa: SLF001
    ord("b"): Decoder._read_bytes,  # noqa: SLF001
    ord("t"): Decoder._read_tuple,  # noqa: SLF001
    ord("l"): Decoder._read_items,  # noqa: SLF001
    ord("z"): Decoder._read_size,  # noqa: SLF001
    ord("m"): Decoder._read_dict,  # noqa: SLF001
    ord("S"): Decoder._read_slice,  # noqa: SLF001
    ord("y"): Decoder._read_dtype,  # noqa: SLF001
    ord("v"): Decoder._read_device,  # noqa: SLF001
    ord("H"): Decoder._read_handle,  # noqa: SLF001
    ord("R"): Decoder._read_reference,  # noqa: SLF001
    ord("X"): Decoder._read_tensor,  # noqa: SLF001
}
