"""Keeps every epoch, and chooses in the end; the values are copied back by hand."""

import copy
from itertools import chain

import torch


def tensors(model):
    return chain(model.parameters(), model.buffers())


def train_keep_best(model, steps, evaluate):
    values, copies = [], []
    for step in steps:
        step(model)
        values.append(evaluate(model))
        copies.append(copy.deepcopy(model))
    best = max(range(len(values)), key=values.__getitem__)
    with torch.no_grad():
        for own, kept in zip(tensors(model), tensors(copies[best]), strict=True):
            own.copy_(kept)
    return values[best]
