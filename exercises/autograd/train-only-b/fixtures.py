"""Two modules with given weights and one optimizer for both. Nothing here knows what is right."""

import torch
from torch import nn


def net(weights):
    """Linear, tanh, linear."""
    hidden, features = weights[0].shape
    model = nn.Sequential(nn.Linear(features, hidden), nn.Tanh(), nn.Linear(hidden, weights[2].shape[0]))
    model = model.to(weights[0].dtype)
    with torch.no_grad():
        for parameter, weight in zip(model.parameters(), weights, strict=True):
            parameter.copy_(weight)
    return model


def copies(model):
    return [parameter.detach().clone() for parameter in model.parameters()]


def run(train_only_b, weights_a, weights_b, batches, stale, options):
    """A call for each batch; what was returned, B after each call, and A in the end: values, gradients, flags."""
    a, b = net(weights_a), net(weights_b)
    optimizer = torch.optim.SGD([*a.parameters(), *b.parameters()], **options)
    for parameter, gradient in zip(b.parameters(), stale, strict=True):
        parameter.grad = None if gradient is None else gradient.clone()
    values, after = [], []
    for x, y in batches:
        values.append(train_only_b(a, b, optimizer, x.clone(), y.clone()))
        after.append(copies(b))
    gradients = [None if p.grad is None else p.grad.clone() for p in a.parameters()]
    return values, after, copies(a), gradients, [p.requires_grad for p in a.parameters()]


def left_behind(train_only_b, weights_a, weights_b, x, y, training):
    """The modes of A and B in their forward passes and after a call, and whether the optimizer kept its parameters."""
    models = [net(weights_a), net(weights_b)]
    optimizer = torch.optim.SGD([p for model in models for p in model.parameters()], lr=0.05)
    owned, seen = [id(p) for p in optimizer.param_groups[0]["params"]], [[], []]
    for model, mode, modes in zip(models, training, seen, strict=True):
        model.train(mode)
        model.register_forward_pre_hook(lambda module, _, modes=modes: modes.append(module.training))
    train_only_b(*models, optimizer, x, y)
    after = [[module.training for module in model.modules()] for model in models]
    return seen, after, [id(p) for group in optimizer.param_groups for p in group["params"]] == owned


def train_a_afterwards(train_only_b, weights_a, weights_b, x, y, options):
    """A call, then an ordinary step for both: A before and after that step, and the gradients that it got."""
    a, b = net(weights_a), net(weights_b)
    optimizer = torch.optim.SGD([*a.parameters(), *b.parameters()], **options)
    train_only_b(a, b, optimizer, x, y)
    between = copies(b)
    optimizer.zero_grad()
    torch.nn.functional.mse_loss(b(a(x)), y).backward()
    gradients = [None if p.grad is None else p.grad.clone() for p in a.parameters()]
    return between, gradients
