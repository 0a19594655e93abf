"""The learner's optimizer, driven on parameters of its own. Nothing here knows what is right."""


class Kept:
    """Parameters and their optimizer."""

    def __init__(self, params, optimizer):
        self.params, self.optimizer = params, optimizer


def start(make, values, options, as_iterator):
    """Parameters with these values, and the learner's optimizer for them; kept together, over here."""
    params = [nn.Parameter(value.clone()) for value in values]
    return Kept(params, make(iter(params) if as_iterator else params, **options))


def drive(kept, gradients, rates, *, clear=False):
    """One step for each row of gradients (None: no gradient); the values after each step, and the gradients left."""
    params, optimizer = kept.params, kept.optimizer
    after, left = [], []
    for row, rate in zip(gradients, rates, strict=True):
        if rate is not None:
            set_rate(optimizer, rate)
        if clear:
            optimizer.zero_grad()
        for p, g in zip(params, row, strict=True):
            p.grad = None if g is None else g.clone()
        optimizer.step()
        after.append([p.detach().clone() for p in params])
        left.append([None if p.grad is None else p.grad.detach().clone() for p in params])
    return after, left


def set_rate(optimizer, rate):
    """A new learning rate, wherever the optimizer keeps it."""
    for group in getattr(optimizer, "param_groups", []):
        group["lr"] = rate
    optimizer.lr = rate


def accumulate(kept, gradients):
    """One step for each row, the gradients written into the same tensors each time."""
    params, optimizer = kept.params, kept.optimizer
    for p in params:
        p.grad = torch.zeros_like(p)
    for row in gradients:
        for p, g in zip(params, row, strict=True):
            p.grad.copy_(g)
        optimizer.step()
    return [p.detach().clone() for p in params]


def cleared(kept):
    """Whether zero_grad leaves None or zeros in every ``.grad``."""
    params, optimizer = kept.params, kept.optimizer
    for p in params:
        p.grad = torch.ones_like(p)
    params[0].grad = None
    optimizer.zero_grad()
    return all(p.grad is None or not bool(p.grad.any()) for p in params)


def graphs(kept):
    """Two steps on a real loss; whether the parameters are still leaves that require a gradient."""
    params, optimizer = kept.params, kept.optimizer
    for _ in range(2):
        for p in params:
            p.grad = None
        sum((p**2).sum() for p in params).backward()
        optimizer.step()
    return all(p.is_leaf and p.requires_grad for p in params)
