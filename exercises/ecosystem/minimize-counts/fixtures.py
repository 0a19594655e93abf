"""A function that counts its calls and the backward passes through it. Nothing here knows what is right."""

import torch


class Tally(torch.autograd.Function):
    """The identity; its backward pass is counted."""

    backwards = 0

    @staticmethod
    def forward(x):
        return x.clone()

    @staticmethod
    def setup_context(ctx, inputs, output):
        pass

    @staticmethod
    def backward(ctx, gradient):
        Tally.backwards += 1
        return gradient


def run(minimize, curvature, centre, offset, x0, **options):
    """The result as plain values, the real counts, and x0 as it is afterwards."""
    calls = 0
    Tally.backwards = 0

    def f(x):
        nonlocal calls
        calls += 1
        return (0.5 * curvature * (Tally.apply(x) - centre) ** 2).sum() + offset

    result = minimize(f, x0, **options)
    if not isinstance(result, dict):
        return {"type": type(result).__name__}
    kinds = {key: type(result[key]).__name__ for key in ("nit", "nfev", "njev", "success") if key in result}
    plain = {"keys": sorted(str(key) for key in result), "kinds": kinds}
    for key in kinds:
        plain[key] = int(result[key])
    for key in ("x", "fun"):
        value = result.get(key)
        plain[key] = value.detach().clone() if isinstance(value, torch.Tensor) else value
    plain["calls"] = calls
    plain["backwards"] = Tally.backwards
    plain["x0"] = x0.detach().clone()
    plain["x0_asks"] = x0.requires_grad
    return plain
