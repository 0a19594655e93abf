"""The learner's stack, looked at. Nothing here knows what is right."""

import torch


def values(stack):
    return [parameter.detach().clone() for parameter in stack.parameters()]


def fill(stack, numbers):
    """Put these numbers into the parameters, in their order."""
    parameters = list(stack.parameters())
    if [p.shape for p in parameters] != [n.shape for n in numbers]:
        return False
    with torch.no_grad():
        for parameter, number in zip(parameters, numbers, strict=True):
            parameter.copy_(number)
    return True


def gradients(stack, x, upstream):
    stack.zero_grad()
    (stack(x) * upstream).sum().backward()
    return [p.grad for p in stack.parameters()]


def dtypes(stack):
    """The parameters' dtypes, and the result's, after .double()."""
    stack.double()
    return [p.dtype for p in stack.parameters()]


def saved(stack):
    """Shapes of what state_dict holds, by the order of names."""
    return [tuple(value.shape) for value in stack.state_dict().values()]


def transfer(source, target):
    target.load_state_dict(source.state_dict())


def sizes_after(make, sizes):
    """The list of sizes after a stack was made of it."""
    make(sizes)
    return sizes
