import torch


def mse_grads(x, y, w, b):
    grad_w, grad_b = torch.zeros_like(w), torch.zeros_like(b)
    for row, target in zip(x, y):
        for j in range(len(b)):
            error = (row * w[j]).sum() + b[j] - target[j]
            grad_w[j] += 2 * error * row
            grad_b[j] += 2 * error
    return grad_w / y.numel(), grad_b / y.numel()
