"""torch's compiler is there for who compiles, and costs nobody else its import."""

from __future__ import annotations

import pytest

from fresh_python import said_by

_BEGIN = """
import sys
import torch
from quizzer.grader.child import late_compiler
late_compiler.put_off()
whole = lambda: "torch._dynamo.convert_frame" in sys.modules
"""


def run(code: str) -> str:
    return said_by(_BEGIN + code)


def test_steps_meta_tensors_and_fake_tensors_do_without_it() -> None:
    code = """
weight = torch.nn.Parameter(torch.ones(2))
weight.grad = torch.ones(2)
for kind in (torch.optim.SGD, torch.optim.Adam, torch.optim.RMSprop):
    optimizer = kind([weight], lr=0.1)
    optimizer.step()
    optimizer.zero_grad()
(torch.rand(3, device="meta") > 0.5) * 2
with torch._subclasses.fake_tensor.FakeTensorMode() as mode:
    torch.rand(3) + torch.tensor(1.0)
    mode.from_tensor(torch.ones(3, 2)[1:])
print(weight.tolist() != [1, 1], late_compiler.is_put_off(), whole())
"""
    assert run(code).split() == ["True", "True", "False"]


@pytest.mark.parametrize(
    "asks",
    [
        "torch._dynamo.reset()",
        "from torch._dynamo import utils",
        "import torch._dynamo.utils",
        "import torch._dynamo.source; torch._dynamo.source.LocalSource('x')",
        "from torch._dynamo.source import LocalSource, ConstantSource; assert ConstantSource('x').name == 'x'",
        "torch.compiler.disable(print)",
        "torch._dynamo.disable(torch.nn.Linear(1, 1))",
    ],
)
def test_whoever_asks_for_any_part_of_it_gets_the_whole(asks: str) -> None:
    assert run(f"{asks}\nprint(late_compiler.is_put_off(), whole())\n").split() == ["False", "True"]


def test_it_compiles_and_keeps_out_of_what_ran_before_it_came() -> None:
    code = """
weight = torch.nn.Parameter(torch.ones(2))
optimizer = torch.optim.SGD([weight], lr=0.5)
weight.grad = torch.ones(2)
optimizer.step()
graphs = []

def counted(graph, inputs):
    graphs.append(graph)
    return graph.forward

@torch.compile(backend=counted)
def train(x):
    loss = (x * weight).sum()
    loss.backward()
    optimizer.step()
    return loss.detach() * 2

optimizer.zero_grad()
print(float(train(torch.ones(2))), weight.tolist(), len(graphs) > 0, whole())
"""
    assert run(code).splitlines()[-1] == "2.0 [0.0, 0.0] True True"


def test_where_it_is_loaded_already_nothing_is_put_off() -> None:
    code = "import torch._dynamo\nbefore = torch._dynamo\n"
    done = run(f"torch._dynamo.reset()\n{code}late_compiler.put_off()\nprint(torch._dynamo is before, whole())\n")

    assert done.split() == ["True", "True"]
