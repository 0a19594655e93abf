"""What the fork server does with fake tensors beforehand is invisible to those that are forked from it."""

from __future__ import annotations

from fresh_python import said_by

_LOOK = """
def look():
    loader = torch.utils.data.DataLoader(torch.arange(4), pin_memory=True)
    found = str(torch.accelerator.current_accelerator()), torch.accelerator.is_available(), torch.get_device_module()
    names = [name for name in ("privateuseone", "gpu") if hasattr(torch, name) or hasattr(torch.Tensor, name)]
    return *found, torch.ones(2).is_pinned(), torch.manual_seed(3).initial_seed(), len(list(loader)), names
"""
_CODE = f"""
import warnings
import torch
warnings.simplefilter("ignore")
{_LOOK}
before = look()
from quizzer.grader.child import fake_device
fake_device.rehearse()
fake_device.rehearse()
after = look()
print([pair for pair in zip(before, after) if pair[0] != pair[1]])
result = fake_device.call(torch.nn.Linear(3, 2), (torch.ones(4, 3),), {{}}, filename="x.py")
print(result["outcome"], [device for _, _, device in result["tensors"]])
"""


def test_after_it_torch_has_no_accelerator_and_the_first_call_makes_one() -> None:
    assert said_by(_CODE).splitlines() == ["[]", "ran ['gpu']"]
