"""A GRU and a head with given weights, trained by the learner's code. Nothing here knows what is right."""

import torch
from torch import nn


def run(run_chunks, gru_state, head_state, layers, chunks, targets, lr, momentum, stale=None, calls=1):
    """The losses of each call, and all weights afterwards."""
    hidden, features = gru_state["weight_hh_l0"].shape[1], gru_state["weight_ih_l0"].shape[1]
    gru = nn.GRU(features, hidden, num_layers=layers, batch_first=True, dtype=torch.float64)
    head = nn.Linear(hidden, head_state["weight"].shape[0], dtype=torch.float64)
    gru.load_state_dict(gru_state)
    head.load_state_dict(head_state)
    parameters = [*gru.parameters(), *head.parameters()]
    opt = torch.optim.SGD(parameters, lr=lr, momentum=momentum)
    if stale is not None:
        for parameter in parameters:
            parameter.grad = torch.full_like(parameter, stale)
    losses = [run_chunks(gru, head, list(chunks), list(targets), opt) for _ in range(calls)]
    return losses, [parameter.detach().clone() for parameter in parameters]
