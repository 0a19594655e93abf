import torch


def second_derivative(f, x):
    """A term that vanishes twice gives the first derivative a graph in any case."""
    z = x.detach().clone()
    z.requires_grad = True
    total = (f(z) + 0 * z**3).sum()
    g = torch.autograd.grad(total, z, create_graph=True)[0]
    return torch.autograd.grad(g.sum(), z)[0]
