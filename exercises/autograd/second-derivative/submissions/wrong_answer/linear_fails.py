# caught-by: gives_zeros_for_a_linear_function
# mistake: For a linear f, the first derivative has no graph, and your second `grad` seems to fail.
# mistake[zh-CN]: f 为线性时，一阶导数没有计算图，你的第二次 `grad` 似乎会报错。
import torch


def second_derivative(f, x):
    x = x.detach().clone().requires_grad_()
    (first,) = torch.autograd.grad(f(x).sum(), x, create_graph=True)

    (second,) = torch.autograd.grad(first.sum(), x)
    return second
