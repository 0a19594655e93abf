"""A network with given entries, trained and evaluated by the learner's code. Nothing here knows what is right."""

import torch
from torch import nn


def build(state):
    """Linear, BatchNorm, ReLU, dropout, linear, in float64, with copies of these entries."""
    hidden, features = state["0.weight"].shape
    classes = state["4.weight"].shape[0]
    layers = nn.Linear(features, hidden), nn.BatchNorm1d(hidden), nn.ReLU(), nn.Dropout(0.3), nn.Linear(hidden, classes)
    model = nn.Sequential(*layers).double()
    model.load_state_dict(state)
    return model


def copies(model):
    return {name: value.detach().clone() for name, value in model.state_dict().items()}


def train(train_epoch, state, batches, lr, epochs, seed, evaluate_first, stale):
    """The losses, and the entries afterwards."""
    model = build(state)
    opt = torch.optim.SGD(model.parameters(), lr=lr)
    if stale is not None:
        for parameter, gradient in zip(model.parameters(), stale, strict=True):
            parameter.grad = gradient.clone()
    losses = []
    torch.manual_seed(seed)
    for _ in range(epochs):
        if evaluate_first:
            model.eval()
        losses.append(train_epoch(model, batches, opt))
    return losses, copies(model)


def measure(evaluate, state, batches, training, times=2):
    """The accuracies, the entries afterwards, and how the model was run."""
    model = build(state)
    runs = []

    def hook(module, args, output):
        runs.append((len(args[0]), torch.is_grad_enabled(), module.training))

    model.register_forward_hook(hook)
    accuracies = []
    for _ in range(times):
        model.train(training)
        accuracies.append(evaluate(model, batches))
    after = torch.is_grad_enabled()
    torch.set_grad_enabled(True)
    return {"accuracies": accuracies, "state": copies(model), "runs": runs, "grad_after": after}
