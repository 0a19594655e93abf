import torch
import torch.nn.functional as F


def mse_grads(x, y, w, b):
    """The bias as one more column of the weight."""
    big_x = torch.cat([x, x.new_ones(len(x), 1)], dim=1)
    big_w = torch.cat([w, b.unsqueeze(1)], dim=1)
    residual = F.linear(big_x, big_w) - y
    grad = torch.mm(residual.t(), big_x) * (2.0 / residual.numel())
    return [grad[:, :-1], grad[:, -1]]
