"""Where a run takes place: which accelerator is there, found out without importing torch or waking a driver.

Neither the parent nor the fork server may initialise CUDA: a child that is forked afterwards could not use it. So
presence is read from files, and whether the device works is found out by a child (``child/accelerator.py``).
"""

from __future__ import annotations

import os
import platform
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import util
from pathlib import Path

from quizzer.domain.errors import UsageError

AUTO, CPU, CUDA, MPS = "auto", "cpu", "cuda", "mps"
CHOICES = (AUTO, CPU, CUDA, MPS)

SETUP_S: Mapping[str, float] = {CPU: 0.0, CUDA: 30.0, MPS: 15.0}
"""Seconds that starting the device may take; they count against no limit of the learner's."""

_NODE = re.compile(r"nvidia(\d+|ctl|-uvm|-uvm-tools)")
_READ_FOR_CUDA = ("/proc/driver/nvidia", "/proc/devices", "/sys/bus/pci", "/sys/devices", "/sys/module/nvidia",
                  "/sys/module/nvidia_uvm")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Machine:
    """What is known of a machine from its files; each absence is a sentence, None means present."""

    lacks_cuda: str | None
    lacks_mps: str | None

    @classmethod
    def look(
        cls, *, environ: Mapping[str, str] = os.environ, dev: Path = Path("/dev"), torch_folder: Path | None = None
    ) -> Machine:
        """Look at this machine (``dev`` and ``torch_folder`` are for those who want to look elsewhere)."""
        return cls(_lacks_cuda(environ, dev, torch_folder or _torch_folder()), _lacks_mps())

    def lacks(self, device: str) -> str | None:
        """Why ``device`` cannot be used here."""
        return {CUDA: self.lacks_cuda, MPS: self.lacks_mps}.get(device)

    def candidates(self, asked: str) -> tuple[str, ...]:
        """The devices to try for ``asked``, best first.

        Raises:
            UsageError: an unknown name, or a device that this machine does not have.
        """
        if asked == AUTO:
            return (*(device for device in (CUDA, MPS) if self.lacks(device) is None), CPU)
        if asked not in CHOICES:
            raise UsageError(f"{asked!r} is no device", hint=f"choose from {', '.join(CHOICES)}")
        why = self.lacks(asked)
        if why is not None:
            raise UsageError(f"cannot judge on {asked}: {why}", hint="use --device cpu, or auto")
        return (asked,)


def cuda_nodes(dev: Path = Path("/dev")) -> list[Path]:
    """The driver's device files that a CUDA process opens, those of MIG partitions included."""
    nodes = [path for path in dev.glob("nvidia*") if _NODE.fullmatch(path.name)]
    return sorted([*nodes, *dev.glob("nvidia-caps/*")])


def readable_for_cuda() -> list[Path]:
    """What a CUDA process reads of /proc and /sys besides what every child may read."""
    return [Path(path) for path in _READ_FOR_CUDA if Path(path).exists()]


def _torch_folder() -> Path | None:
    found = util.find_spec("torch")
    return None if found is None or found.origin is None else Path(found.origin).parent


def _lacks_cuda(environ: Mapping[str, str], dev: Path, torch_folder: Path | None) -> str | None:
    libraries = [] if torch_folder is None else list((torch_folder / "lib").glob("*torch_cuda*"))
    if not libraries:
        return "the installed torch is built without CUDA"
    names = {path.name for path in cuda_nodes(dev)}
    if "nvidiactl" not in names or not any(name.removeprefix("nvidia").isdigit() for name in names):
        return f"there is no NVIDIA device in {dev}"
    if environ.get("CUDA_VISIBLE_DEVICES", "0").strip() in ("", "-1"):
        return "CUDA_VISIBLE_DEVICES hides every GPU"
    return None


def _lacks_mps() -> str | None:
    if sys.platform == "darwin" and platform.machine() == "arm64":
        return None
    return "this is no Mac with an Apple GPU"
