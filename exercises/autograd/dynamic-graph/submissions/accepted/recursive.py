import torch


def double_until(x, limit):
    if torch.linalg.vector_norm(x).item() >= limit:
        return x, 0
    y, n = double_until(x + x, limit)
    return y, n + 1
