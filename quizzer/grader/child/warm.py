"""What the fork server does before anybody asks, so that no submission pays for torch's first time."""

from __future__ import annotations

from collections.abc import Callable

import torch


def at_once() -> None:
    """The cheap and needed: one thread, and the files that torch reads on its first operations."""
    torch.set_num_threads(1)
    layer = torch.nn.Conv2d(1, 1, 2)
    loss = layer(torch.rand(1, 1, 3, 3)).sum() + (torch.rand(3, 2) @ torch.rand(2, 2)).std()
    loss.backward()
    torch.optim.SGD(layer.parameters(), lr=0.1, momentum=0.9).step()


def when_idle() -> list[Callable[[], None]]:
    """Steps that cost up to seconds each, done while no run is under way."""
    return [_optimizers, _meta]


def _optimizers() -> None:
    weight = torch.nn.Parameter(torch.ones(2))
    weight.grad = torch.ones(2)
    torch.optim.Adam([weight]).step()


def _meta() -> None:
    # The first comparison on the meta device loads torch's Python decompositions: 800 modules.
    bool((torch.rand(3, device="meta") > 0.5).shape)  # noqa: PLR2004
