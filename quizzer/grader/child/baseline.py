"""What a run may leave behind in its process, put back before the next seed's run begins there.

A backstop, not a wall: what it does not know of shows up as a failure, and no failure of a process that has judged
before is believed (see ``grader/run.py``).
"""

from __future__ import annotations

import gc
import os
import random
import shutil
import sys
import threading
import warnings
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, Self

import torch

_NUMPY_SEEDS = 2**32
_HOOKS = [
    table
    for home in map(import_module, ("torch.nn.modules.module", "torch.optim.optimizer"))
    for name, table in vars(home).items()
    if name.startswith("_global_") and isinstance(table, dict)
]
"""Where torch keeps the hooks that somebody registered for every module and optimizer."""


class LeftBehindError(Exception):
    """Something that cannot be put back: the process is good for no other run."""


def seed_generators(seed: int) -> None:
    """Seed every global generator that code is likely to use; ``seed`` is below 2**63."""
    torch.default_generator.manual_seed(seed)
    random.seed(seed)
    numpy_random = sys.modules.get("numpy.random")
    if numpy_random is not None:
        numpy_random.seed(seed % _NUMPY_SEEDS)


@dataclass(frozen=True, slots=True)
class Baseline:
    """The state of a process before anybody's code ran in it."""

    environ: dict[str, str]
    folder: str
    path: tuple[str, ...]
    warning_filters: tuple[Any, ...]
    recursion_limit: int
    streams: tuple[Any, Any, Any]
    threads: int

    @classmethod
    def now(cls) -> Self:
        """Remember this process as it is."""
        return cls(
            environ=dict(os.environ),
            folder=os.getcwd(),  # noqa: PTH109 - a Path would be made of it for nothing
            path=tuple(sys.path),
            warning_filters=tuple(warnings.filters),
            recursion_limit=sys.getrecursionlimit(),
            streams=(sys.stdin, sys.stdout, sys.stderr),
            threads=torch.get_num_threads(),
        )

    def restore(self, *, scratch: Path | None = None) -> None:
        """Put it all back, and empty ``scratch``, the run's own folder, if it has one.

        Raises LeftBehindError where that cannot be done.
        """
        self._restore_torch()
        self._restore_python()
        if scratch is not None:
            _empty(scratch)
        # Nothing else frees the modules and models of the run before: children do not collect by themselves.
        gc.collect()
        # What lives on need not be looked through again after the next run.
        gc.freeze()

    def _restore_torch(self) -> None:
        torch.set_default_device(None)
        if torch._C._len_torch_function_stack() or torch._C._len_torch_dispatch_stack():  # noqa: SLF001 - no other way
            raise LeftBehindError("a mode of torch was left on")
        if torch.is_inference_mode_enabled():
            raise LeftBehindError("inference mode was left on")
        torch.set_grad_enabled(True)
        torch.set_default_dtype(torch.float32)
        torch.set_autocast_enabled("cpu", False)  # noqa: FBT003 - torch's own signature
        torch.set_autocast_dtype("cpu", torch.bfloat16)
        torch.clear_autocast_cache()
        torch.autograd.set_detect_anomaly(False)
        _forget_determinism()
        torch.set_float32_matmul_precision("highest")
        torch.set_flush_denormal(False)
        torch.set_printoptions(profile="default")  # type: ignore[no-untyped-call]
        if torch.get_num_threads() != self.threads:
            torch.set_num_threads(self.threads)
        for table in _HOOKS:
            table.clear()

    def _restore_python(self) -> None:
        if threading.active_count() > 1:
            raise LeftBehindError("a thread was left running")
        if dict(os.environ) != self.environ:
            os.environ.clear()
            os.environ.update(self.environ)
        os.chdir(self.folder)
        sys.path[:] = self.path
        sys.setrecursionlimit(self.recursion_limit)
        sys.stdin, sys.stdout, sys.stderr = self.streams
        if tuple(warnings.filters) != self.warning_filters:
            warnings.resetwarnings()
            warnings.filters[:] = self.warning_filters  # type: ignore[index]
        gc.disable()


def _forget_determinism() -> None:
    # torch.use_deterministic_algorithms(False) imports torch's compiler for it: 3 s where nobody did before.
    torch._C._set_deterministic_algorithms(False, warn_only=False)  # noqa: FBT003, SLF001
    inductor: Any = sys.modules.get("torch._inductor.config")
    if inductor is not None:
        inductor.deterministic = False


def _empty(folder: Path) -> None:
    for entry in os.scandir(folder):
        if entry.is_dir(follow_symlinks=False):
            shutil.rmtree(entry.path)
        else:
            Path(entry.path).unlink()
