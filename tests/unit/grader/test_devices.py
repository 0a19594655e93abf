"""Which device a run gets: read from files, refused in one sentence; what a child on a GPU is given, as plain data."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from quizzer.domain.errors import UsageError
from quizzer.grader.devices import CUDA, MPS, Machine, cuda_nodes
from quizzer.grader.frames import FrameError
from quizzer.grader.orders import Order
from quizzer.grader.sandbox import landlock
from quizzer.grader.sandbox.limits import ChildLimits
from quizzer.grader.sandbox.lockdown import Isolation

BOTH = Machine(lacks_cuda=None, lacks_mps=None)
NEITHER = Machine(lacks_cuda="there is no NVIDIA device in /dev", lacks_mps="this is no Mac with an Apple GPU")


@pytest.fixture
def dev(tmp_path: Path) -> Path:
    """A /dev with what the driver puts there, and other things."""
    names = (
        "nvidia0",
        "nvidia1",
        "nvidiactl",
        "nvidia-uvm",
        "nvidia-uvm-tools",
        "nvidia-modeset",
        "nvidia.txt",
        "null",
    )
    folder = tmp_path / "dev"
    (folder / "nvidia-caps").mkdir(parents=True)
    for name in (*names, "nvidia-caps/nvidia-cap1"):
        (folder / name).touch()
    return folder


@pytest.fixture
def torch_with_cuda(tmp_path: Path) -> Path:
    folder = tmp_path / "torch"
    (folder / "lib").mkdir(parents=True)
    (folder / "lib" / "libtorch_cuda.so").touch()
    return folder


def test_a_driver_and_a_torch_built_for_it_are_found(dev: Path, torch_with_cuda: Path) -> None:
    machine = Machine.look(environ={}, dev=dev, torch_folder=torch_with_cuda)

    assert machine.lacks(CUDA) is None
    assert machine.candidates("auto")[0] == CUDA
    assert machine.candidates("auto")[-1] == "cpu"


@pytest.mark.parametrize("visible", ["", "-1"])
def test_a_hidden_gpu_is_not_there(visible: str, dev: Path, torch_with_cuda: Path) -> None:
    machine = Machine.look(environ={"CUDA_VISIBLE_DEVICES": visible}, dev=dev, torch_folder=torch_with_cuda)

    assert "CUDA_VISIBLE_DEVICES" in str(machine.lacks(CUDA))


def test_a_driver_without_a_card_and_a_torch_without_cuda_are_told_apart(
    dev: Path, torch_with_cuda: Path, tmp_path: Path
) -> None:
    for name in ("nvidia0", "nvidia1"):
        (dev / name).unlink()

    no_card = Machine.look(environ={}, dev=dev, torch_folder=torch_with_cuda)
    no_build = Machine.look(environ={}, dev=dev, torch_folder=tmp_path)

    assert "no NVIDIA device" in str(no_card.lacks(CUDA))
    assert "built without CUDA" in str(no_build.lacks(CUDA))


def test_a_child_gets_the_drivers_nodes_and_no_others(dev: Path) -> None:
    names = [path.name for path in cuda_nodes(dev)]

    assert names == ["nvidia-cap1", "nvidia-uvm", "nvidia-uvm-tools", "nvidia0", "nvidia1", "nvidiactl"]


def test_auto_tries_what_is_there_and_ends_on_the_cpu() -> None:
    assert BOTH.candidates("auto") == (CUDA, MPS, "cpu")
    assert NEITHER.candidates("auto") == ("cpu",)
    assert NEITHER.candidates("cpu") == ("cpu",)
    assert BOTH.candidates("mps") == (MPS,)


@pytest.mark.parametrize(("asked", "said"), [("cuda", "no NVIDIA device"), ("mps", "no Mac"), ("tpu", "is no device")])
def test_what_is_not_there_is_refused_in_one_sentence(asked: str, said: str) -> None:
    with pytest.raises(UsageError, match=said) as refused:
        NEITHER.candidates(asked)

    assert "cpu" in str(refused.value.hint)


def test_looking_imports_no_torch() -> None:
    code = "import sys; from quizzer.grader.devices import Machine; Machine.look(); print('torch' in sys.modules)"

    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert ran.stdout.strip() == "False"


def test_an_order_names_its_device() -> None:
    order = Order("judge", ChildLimits(memory_mib=1, cpu_s=2), sockets=(0, 1), device="cuda")

    assert Order.parse(order.plain()) == order
    with pytest.raises(FrameError):
        Order.parse({key: value for key, value in order.plain().items() if key != "device"})


def test_a_gpus_driver_is_never_called_full_isolation() -> None:
    assert [level.beside("cuda") for level in Isolation] == ["limits", "landlock", "landlock"]
    assert [level.beside("cpu") for level in Isolation] == list(Isolation)


LIMITS = """
import resource
from quizzer.grader.sandbox.limits import ChildLimits
ChildLimits(memory_mib=100, cpu_s=50).apply(mapped=0, device={device!r})
print(resource.getrlimit(resource.RLIMIT_AS)[0] != resource.RLIM_INFINITY,
      resource.getrlimit(resource.RLIMIT_DATA)[0] != resource.RLIM_INFINITY,
      resource.getrlimit(resource.RLIMIT_NOFILE)[0] > 64)
"""


@pytest.mark.parametrize(("device", "bounded"), [("cpu", "True False False"), ("cuda", "False True True")])
def test_a_gpu_run_is_limited_in_data_and_not_in_addresses(device: str, bounded: str) -> None:
    code = LIMITS.format(device=device)

    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert ran.stdout.strip() == bounded


NODES = """
import errno, os
from pathlib import Path
from quizzer.grader.sandbox import landlock, libc
from quizzer.grader.sandbox.landlock import AllowedPaths
libc.prctl(libc.PR_SET_NO_NEW_PRIVS, 1)
landlock.restrict(AllowedPaths(()), writable=None, nodes=AllowedPaths.open([Path(p) for p in {nodes!r}]))
try:
    os.write(os.open("/dev/full", os.O_RDWR), b"x")
except OSError as error:
    print(errno.errorcode[error.errno])
"""


@pytest.mark.skipif(not landlock.abi(), reason="this kernel has no Landlock")
@pytest.mark.parametrize(("nodes", "came"), [(["/dev/full"], "ENOSPC"), ([], "EACCES")])
def test_only_the_nodes_that_are_named_can_be_written_to(nodes: list[str], came: str) -> None:
    ran = subprocess.run([sys.executable, "-c", NODES.format(nodes=nodes)], capture_output=True, text=True, check=True)

    assert ran.stdout.strip() == came
