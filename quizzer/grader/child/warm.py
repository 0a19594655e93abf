"""What the fork server does before anybody asks, so that no submission pays for torch's first time."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Callable

import torch

from quizzer.grader.child import fake_device, late_compiler, late_symbols


def at_once() -> None:
    """Only what a first grade would pay for anyway."""
    torch.set_num_threads(1)
    torch.rand(2)
    # A torch that is built otherwise imports its compiler as it always did.
    with contextlib.suppress(Exception):
        late_compiler.put_off()
        late_symbols.put_off()


def when_idle() -> list[Callable[[], None]]:
    """Steps that cost up to seconds each, done while no run is under way."""
    return [_layers, _optimizers, late_symbols.load, _meta, fake_device.rehearse, _garbage]


def _layers() -> None:
    layer = torch.nn.Conv2d(1, 1, 2)
    loss = layer(torch.rand(1, 1, 3, 3)).sum() + (torch.rand(3, 2) @ torch.rand(2, 2)).std()
    loss.backward()


def _garbage() -> None:
    gc.collect()


def _optimizers() -> None:
    weight = torch.nn.Parameter(torch.ones(2))
    weight.grad = torch.ones(2)
    torch.optim.SGD([weight], lr=0.1, momentum=0.9).step()
    torch.optim.Adam([weight]).step()


def _meta() -> None:
    bool((torch.rand(3, device="meta") > 0.5).shape)  # noqa: PLR2004
