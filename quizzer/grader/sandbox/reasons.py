"""Why a layer of isolation is missing on this machine, and what its owner could do about it. Changes nothing."""

from __future__ import annotations

import errno
from dataclasses import dataclass
from pathlib import Path

from quizzer.grader.sandbox import landlock, libc, namespaces, seccomp

_PROC_SYS = Path("/proc/sys")


@dataclass(frozen=True, slots=True)
class Missing:
    """A layer that is not there."""

    layer: str
    why: str
    advice: str


def probe() -> tuple[Missing, ...]:
    """The layers that this machine lacks; a process goes on in namespaces where it can, so let it be one of its own."""
    if not libc.IS_LINUX:
        return (Missing("landlock, seccomp and namespaces", "only Linux has them", "judge in a container with Linux"),)
    no_landlock, no_namespaces = landlock.refusal(), namespaces.try_to_enter()
    found = (
        None if no_landlock is None else without_landlock(no_landlock),
        None if seccomp.supported() else without_seccomp(libc.MACHINE),
        None if no_namespaces is None else without_namespaces(no_namespaces),
    )
    return tuple(one for one in found if one is not None)


def without_landlock(refused: OSError) -> Missing:
    """Why there is no Landlock, by what the kernel said."""
    if refused.errno == errno.ENOSYS:
        return Missing("landlock", "the kernel has none", "use a kernel from 5.13 on, built with Landlock")
    if refused.errno == errno.EOPNOTSUPP:
        return Missing("landlock", "it is switched off at boot", "add landlock to the kernel's lsm= parameter")
    advice = "a container's own filter may refuse it: allow the landlock_* system calls there"
    return Missing("landlock", f"the kernel refuses it: {refused.strerror}", advice)


def without_seccomp(machine: str) -> Missing:
    """Why there is no filter for system calls."""
    return Missing("seccomp", f"there is no filter for {machine} yet", "judge on x86_64 or aarch64")


def without_namespaces(refused: OSError, *, proc_sys: Path = _PROC_SYS) -> Missing:
    """Which of the switches that distributions have for user namespaces is off, or what the kernel said."""
    switches = (
        ("user/max_user_namespaces", "0", "sudo sysctl user.max_user_namespaces=10000"),
        ("kernel/unprivileged_userns_clone", "0", "sudo sysctl kernel.unprivileged_userns_clone=1"),
        (
            "kernel/apparmor_restrict_unprivileged_userns",
            "1",
            "sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0",
        ),
    )
    for name, off, advice in switches:
        if _value(proc_sys / name) == off:
            return Missing("namespaces", f"{name.replace('/', '.')} is {off}", advice)
    advice = "a container's own filter may refuse them: allow unshare and mount there"
    return Missing("namespaces", f"the kernel refuses them: {refused.strerror}", advice)


def _value(path: Path) -> str | None:
    try:
        return path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return None
