"""What is told about a layer of isolation that this or another machine lacks."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from quizzer.grader.sandbox.reasons import without_landlock, without_namespaces, without_seccomp


def refusal(number: int) -> OSError:
    return OSError(number, os.strerror(number))


@pytest.mark.parametrize(
    ("number", "why"),
    [
        (errno.ENOSYS, "the kernel has none"),
        (errno.EOPNOTSUPP, "it is switched off at boot"),
        (errno.EPERM, "the kernel refuses it: Operation not permitted"),
    ],
)
def test_landlock_is_missing_for_what_the_kernel_said(number: int, why: str) -> None:
    missing = without_landlock(refusal(number))

    assert (missing.layer, missing.why) == ("landlock", why)
    assert missing.advice


@pytest.mark.parametrize(
    ("switch", "value"),
    [
        ("user/max_user_namespaces", "0"),
        ("kernel/unprivileged_userns_clone", "0"),
        ("kernel/apparmor_restrict_unprivileged_userns", "1"),
    ],
)
def test_the_switch_that_forbids_namespaces_is_named_with_how_to_set_it(
    tmp_path: Path, switch: str, value: str
) -> None:
    (tmp_path / switch).parent.mkdir()
    (tmp_path / switch).write_text(f"{value}\n", encoding="ascii")

    missing = without_namespaces(refusal(errno.EPERM), proc_sys=tmp_path)

    name = switch.replace("/", ".")
    assert missing.why == f"{name} is {value}"
    assert missing.advice.startswith(f"sudo sysctl {name}=")


def test_where_no_switch_is_off_the_kernels_own_words_are_told(tmp_path: Path) -> None:
    (tmp_path / "user").mkdir()
    (tmp_path / "user/max_user_namespaces").write_text("10000\n", encoding="ascii")

    missing = without_namespaces(refusal(errno.EPERM), proc_sys=tmp_path)

    assert missing.why == "the kernel refuses them: Operation not permitted"


def test_a_machine_without_a_filter_is_named() -> None:
    assert "riscv64" in without_seccomp("riscv64").why


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has these layers")
def test_a_process_that_may_not_unshare_is_told_so() -> None:
    # A limit of its own user namespace: none may be made inside of it.
    inside = (
        "import ctypes, os, pathlib\n"
        "from quizzer.grader.sandbox import libc, reasons\n"
        "libc.unshare(0x10000000)\n"
        "pathlib.Path('/proc/self/setgroups').write_text('deny')\n"
        "pathlib.Path('/proc/self/uid_map').write_text('0 %d 1' % int(os.environ['OWNER']))\n"
        "pathlib.Path('/proc/sys/user/max_user_namespaces').write_text('0')\n"
        "print([one.why for one in reasons.probe() if one.layer == 'namespaces'])\n"
    )
    environment = {**os.environ, "OWNER": str(os.geteuid())}

    ran = subprocess.run([sys.executable, "-c", inside], capture_output=True, text=True, env=environment, check=False)

    if "PermissionError" in ran.stderr or "OSError" in ran.stderr:
        pytest.skip("this machine has no user namespaces")
    assert ran.stdout.strip() == "['user.max_user_namespaces is 0']"
