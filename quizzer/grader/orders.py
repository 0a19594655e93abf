"""What a parent asks of a child: its role, its limits, and which of the descriptors sent are its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from quizzer.grader.frames import FrameError
from quizzer.grader.sandbox.limits import ChildLimits

LOCK_DOWN_FAILED = 97
"""The exit status of a child that could not be set up: not locked down, or its device did not start.

It has run nothing of anybody's.
"""


@dataclass(frozen=True, slots=True)
class Order:
    """One child of a run; ``sockets`` and ``output`` are places in the list of descriptors sent along."""

    role: str
    limits: ChildLimits
    sockets: tuple[int, ...]
    output: int | None = None
    device: str = "cpu"

    def plain(self) -> dict[str, Any]:
        """As JSON."""
        limits = {name: getattr(self.limits, name) for name in ("memory_mib", "cpu_s", "file_mib")}
        return {
            "role": self.role, "limits": limits, "sockets": list(self.sockets), "output": self.output,
            "device": self.device,
        }  # fmt: skip

    @classmethod
    def parse(cls, plain: Any) -> Order:
        """Read one order; FrameError where it is none."""
        try:
            return cls(
                role=str(plain["role"]),
                limits=ChildLimits(**{name: int(value) for name, value in plain["limits"].items()}),
                sockets=tuple(map(int, plain["sockets"])),
                output=None if plain["output"] is None else int(plain["output"]),
                device=str(plain["device"]),
            )
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise FrameError("an order has an unknown form") from error


def parse_request(plain: Any) -> tuple[list[Order], float]:
    """Read a whole request: its orders, the first of which decides the end, and the seconds that it may take."""
    try:
        orders, run_s = [Order.parse(item) for item in plain["members"]], float(plain["run_s"])
    except (KeyError, TypeError, ValueError) as error:
        raise FrameError("a request has an unknown form") from error
    if not orders:
        raise FrameError("a request without members")
    return orders, run_s
