"""What a watched call tells a check: the result, its gradients, its torch operations.

All of it comes from the submission's process. A claim about values compares values; facts such as a stride are only
told, so a verdict should not rest on them alone where a value can be compared.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import torch


@dataclass(frozen=True, slots=True)
class LeafFacts:
    """One tensor of a result: which arguments it shares memory with, which one it is, and how it lies in memory."""

    shares_memory: tuple[int, ...]
    is_argument: int | None
    stride: tuple[int, ...]
    is_leaf: bool
    requires_grad: bool

    @classmethod
    def parse(cls, facts: Mapping[str, Any]) -> LeafFacts:
        return cls(
            shares_memory=tuple(facts["shares_memory"]),
            is_argument=facts["is_argument"],
            stride=tuple(facts["stride"]),
            is_leaf=bool(facts["is_leaf"]),
            requires_grad=bool(facts["requires_grad"]),
        )


@dataclass(frozen=True, slots=True)
class Observed:
    """A call's result, the tensor arguments as they are afterwards, and what else the call left behind.

    Arguments are counted in the order in which they stand, inside lists, tuples and dicts too, keywords last.
    ``leaves`` has the facts of every tensor in the result, in the same order; the single facts are those of a result
    that is one tensor, else empty. ``modes_changed`` names the global settings that the call left otherwise than it
    found them: ``grad_mode``, ``default_dtype``, ``training`` (of a module that was called or passed)…
    """

    value: Any
    arguments: tuple[torch.Tensor, ...]
    changed: tuple[int, ...]
    leaves: tuple[LeafFacts, ...]
    rng_changed: bool
    modes_changed: tuple[str, ...]

    @classmethod
    def parse(cls, facts: Mapping[str, Any], sent: list[torch.Tensor]) -> Observed:
        """Read what the submission process tells; ValueError, TypeError or KeyError where it tells something else."""
        arguments = tuple(facts["arguments"])
        pairs = enumerate(zip(sent, arguments, strict=True))
        return cls(
            value=facts["value"],
            arguments=arguments,
            changed=tuple(i for i, (before, after) in pairs if not _same(before, after)),
            leaves=tuple(LeafFacts.parse(leaf) for leaf in facts["leaves"]),
            rng_changed=bool(facts["rng_changed"]),
            modes_changed=tuple(map(str, facts["modes_changed"])),
        )

    @property
    def _only(self) -> LeafFacts | None:
        return self.leaves[0] if isinstance(self.value, torch.Tensor) and self.leaves else None

    @property
    def shares_memory(self) -> tuple[int, ...]:
        """The arguments that the result, one tensor, shares memory with."""
        return self._only.shares_memory if self._only else ()

    @property
    def is_argument(self) -> int | None:
        """The argument that the result is, not only equals."""
        return self._only.is_argument if self._only else None

    @property
    def stride(self) -> tuple[int, ...] | None:
        """The result's strides, in elements."""
        return self._only.stride if self._only else None

    @property
    def is_leaf(self) -> bool | None:
        """Whether no operation that autograd recorded made the result."""
        return self._only.is_leaf if self._only else None

    @property
    def requires_grad(self) -> bool | None:
        """Whether autograd follows the result."""
        return self._only.requires_grad if self._only else None


def _same(before: object, after: object) -> bool:
    if not (isinstance(before, torch.Tensor) and type(after) is torch.Tensor):
        return False
    if before.shape != after.shape or before.dtype != after.dtype:
        return False
    if before.device.type == "meta":
        return True
    return bool(((before == after) | ((before != before) & (after != after))).all())  # noqa: PLR0124 - NaN as it was


@dataclass(frozen=True, slots=True)
class Gradients:
    """A call's result and the gradients that reached its inputs and parameters (None: none did).

    ``inputs`` counts tensor arguments as ``Observed`` does; ``parameters`` are those of a module that was called.
    """

    value: Any
    inputs: tuple[torch.Tensor | None, ...]
    parameters: dict[str, torch.Tensor | None]

    @classmethod
    def parse(cls, facts: Mapping[str, Any]) -> Gradients:
        """Read what the submission process tells; ValueError, TypeError or KeyError where it tells something else."""
        return cls(value=facts["value"], inputs=tuple(facts["inputs"]), parameters=dict(facts["parameters"]))


@dataclass(frozen=True, slots=True)
class Trace:
    """The torch operations that a call ran, below the Python API, as the dispatcher sees them.

    ``operations`` holds names such as ``"mm"`` or ``"add_"`` in order, views such as ``"transpose"`` too;
    ``largest`` is the number of elements of the largest tensor that an operation made anew, and ``total`` that of all
    of them together. This is how cost is judged: by counting, which is the same on every machine.
    """

    value: Any
    operations: tuple[str, ...]
    largest: int
    total: int

    @classmethod
    def parse(cls, facts: Mapping[str, Any]) -> Trace:
        """Read what the submission process tells; ValueError, TypeError or KeyError where it tells something else."""
        return cls(
            value=facts["value"],
            operations=tuple(map(str, facts["operations"])),
            largest=int(facts["largest"]),
            total=int(facts["total"]),
        )
