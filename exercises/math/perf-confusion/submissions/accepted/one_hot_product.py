"""A product of two tables of zeros and ones, in float64, which counts exactly up to 2**53."""

import torch


def confusion(targets, preds, num_classes):
    classes = torch.arange(num_classes)
    rows = (targets[:, None] == classes).double()
    columns = (preds[:, None] == classes).double()
    return (rows.T @ columns).long()
