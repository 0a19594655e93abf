"""A model with BatchNorm, trained by steps that are given with their values. Nothing here knows what is right."""

import torch
from torch import nn


def run(train_keep_best, values, batches, as_generator, kind="values"):
    """Train with one step per value: what comes back, the states after each step, and the state in the end."""
    torch.manual_seed(len(values))
    model = nn.Sequential(nn.Linear(4, 5), nn.BatchNorm1d(5), nn.ReLU(), nn.Linear(5, 2))
    opt = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
    states, order = [], []

    def snapshot():
        return {name: value.clone() for name, value in model.state_dict().items()}

    def make_step(number, x, y):
        def step(*_):
            order.append(number)
            opt.zero_grad()
            nn.functional.mse_loss(model(x), y).backward()
            opt.step()
            states.append(snapshot())

        return step

    def evaluate(*_):
        order.append("evaluate")
        return values[len(states) - 1]

    steps = [make_step(number, x, y) for number, (x, y) in enumerate(batches)]
    before = [id(parameter) for parameter in model.parameters()]
    best = train_keep_best(model, iter(steps) if as_generator else steps, evaluate)
    end = snapshot()
    same = before == [id(parameter) for parameter in model.parameters()]
    opt.zero_grad()
    x, y = batches[0]
    nn.functional.mse_loss(model(x), y).backward()
    opt.step()
    moved = not torch.equal(model[0].weight, end["0.weight"])
    return {"best": best, "states": states, "end": end, "order": order, "same": same, "moved": moved}
