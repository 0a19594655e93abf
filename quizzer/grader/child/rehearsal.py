"""A grade in miniature, played through by a child that waits: it touches the pages that a real one will touch.

A forked process copies a page when it first writes to it, and each Python object that it looks at is written to. A
child that has rehearsed has that behind it when its order comes.
"""

from __future__ import annotations

from quizzer.grader.child import fake_device
from quizzer.grader.child.judge import JudgeJob, Rehearsal

_CHECKS = """
import torch
from quizzer.checks import check, expect

@check({"en": "a", "zh-CN": "a"}, points=1)
def rehearsal(learner, case):
    layer = learner.Layer(3, p=0.5)
    x = case.randn(4, 3)
    y = layer(x)
    expect.tensor(y, shape=(4, 3), dtype=torch.float32, device=case.device)
    expect.close(y[y != 0], (x * 2)[y != 0])
    expect.between(float((y == 0).double().mean()), -1, 2)
    layer.eval()
    expect.equal(layer(x), x)
    expect.equal(learner.pair(case.integer(1, 5), k=(1, 2)), (1, 2))
    learner.seed(case.integer(0, 9))
    learner.observe(layer, x)
    learner.vjp(layer, x, upstream=case.randn(4, 3))
    learner.trace(layer, x)
    layer.state_dict()
    batch = (case.randn(2, 3, dtype=torch.float64), case.randn(2, 1, dtype=torch.float64))
    expect.is_type(learner.train([batch, batch], lr=0.1)[1], float)
    with expect.raises(ValueError):
        learner.Layer(3, p=-1)
"""
_REFERENCE = """
import torch
from torch import nn

class Layer(nn.Module):
    def __init__(self, n, p):
        super().__init__()
        if not 0 <= p <= 1:
            raise ValueError("p")
        self.weight = nn.Parameter(torch.ones(n))
        self.p = p

    def forward(self, x):
        if not self.training:
            return x * self.weight
        return torch.where(torch.rand(x.shape) < self.p, torch.zeros(()), x * self.weight / (1 - self.p))

def train(data, lr):
    model = nn.Sequential(nn.Linear(3, 2), nn.Tanh(), nn.Linear(2, 1)).double()
    optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=0.9)
    losses = []
    for x, y in data:
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(model(x), y)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses

def pair(n, k):
    return k if isinstance(k, tuple) else (k, k)
"""


def rehearse() -> None:
    """Play a small exercise through, both sides in this process."""
    job = JudgeJob(
        checks=_CHECKS, reference=_REFERENCE, fixtures=None, source=_REFERENCE, forbidden=("dropout",), seed=1,
        device="cpu", call_s=1, run_s=1,
    )  # fmt: skip
    Rehearsal(job).play()
    fake_device.rehearse()
