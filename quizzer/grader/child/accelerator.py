"""Starts a run's device in a child, never in the fork server, and sets it to what can be compared."""

from __future__ import annotations

import socket

import torch

from quizzer.grader.frames import receive_json, send_json


def start(device: str, *, memory_mib: int | None = None) -> None:
    """Initialise ``device`` (nothing to do for the CPU). Raises whatever torch raises where it does not work."""
    if device == "cpu":
        return
    if device == "cuda":
        _exact()
        if memory_mib is not None:
            _, total = torch.cuda.mem_get_info(0)
            torch.cuda.set_per_process_memory_fraction(min(1.0, memory_mib * 1024 * 1024 / total), 0)
    # The context, and the library of matrix products, come with the first operations.
    (torch.ones(2, 2, device=device) @ torch.ones(2, 2, device=device)).sum().item()


def _exact() -> None:
    # TF32 keeps 10 bits of the mantissa: no tolerance for float32 would tell a mistake from it.
    torch.backends.cuda.matmul.allow_tf32 = False
    torch.backends.cudnn.allow_tf32 = False
    torch.backends.cudnn.benchmark = False
    torch.backends.cudnn.deterministic = True


def seed(device: str, number: int) -> None:
    """Seed the CPU's generator and the device's own."""
    torch.default_generator.manual_seed(number)
    if device == "cuda":
        torch.cuda.manual_seed(number)
    elif device == "mps":
        torch.mps.manual_seed(number)


def generator_state(device: str) -> tuple[bytes, ...]:
    """The state of the CPU's generator and of the device's own, to compare."""
    states = [torch.get_rng_state()]
    if device == "cuda":
        states.append(torch.cuda.get_rng_state())
    elif device == "mps":
        states.append(torch.mps.get_rng_state())
    return tuple(state.numpy().tobytes() for state in states)


def main(control: socket.socket) -> None:
    """Say whether the device that ``control`` names can be started here, in a child's own cell."""
    job = receive_json(control)
    assert isinstance(job, dict)
    try:
        start(str(job["device"]))
    except BaseException as error:  # noqa: BLE001 - the border: whatever a driver makes torch raise
        send_json(control, {"error": f"{type(error).__name__}: {error}".partition("\n")[0][:500]})
        return
    send_json(control, {"works": True})
