# caught-by: differentiates_twice
# mistake: Your result is not exact: a difference of two gradients does not reach float64 precision.
# mistake[zh-CN]: 你的结果不精确：两个梯度之差达不到 float64 的精度。
import torch


def gradient(f, x):
    x = x.detach().clone().requires_grad_()
    return torch.autograd.grad(f(x).sum(), x)[0]


def second_derivative(f, x):
    h = 1e-5
    return (gradient(f, x + h) - gradient(f, x - h)) / (2 * h)
