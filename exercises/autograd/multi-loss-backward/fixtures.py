"""Outputs that share a graph, and what a call leaves behind. Nothing here knows what is right."""

import torch

OUTPUTS = {
    "scalar": lambda h, b: (torch.exp(h) * h).sum(),
    "mean": lambda h, b: (h * h).mean(),
    "matrix": lambda h, b: torch.tanh(h @ b),
    "vector": lambda h, b: (h**3).sum(dim=0),
    "square": lambda h, b: h.T @ torch.exp(h),
}


def run(weighted_backward, a, b, x, kinds, rounds, old):
    """A call for each list of weights in ``rounds``, each on a new graph: gradients, outputs before and after, weights after."""
    a, b = a.clone().requires_grad_(), b.clone().requires_grad_()
    a.grad, b.grad = (None, None) if old is None else (old[0].clone(), old[1].clone())
    for weights in rounds:
        h = torch.sin(x @ a)
        outputs = [OUTPUTS[kind](h, b) for kind in kinds]
        before = [output.detach().clone() for output in outputs]
        given = [weight.clone() for weight in weights]
        passed = list(outputs)
        weighted_backward(passed, given)
    gradients = [None if p.grad is None else p.grad.detach().clone() for p in (a, b)]
    return gradients, before, [output.detach().clone() for output in passed], given
