import torch


def regression_loss(model, x, y):
    out = model(x)
    return torch.square(out - y.contiguous().view_as(out)).sum() / out.numel()
