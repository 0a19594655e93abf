import torch.nn.functional as F


def mse_grads(x, y, w, b):
    n, out = y.shape
    delta = F.linear(x, w, b).sub_(y).mul_(2)
    per_sample = delta[:, :, None] * x[:, None, :]
    return per_sample.mean(dim=0) / out, delta.mean(dim=0).div(out)
