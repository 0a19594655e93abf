# caught-by: restores_the_mode
# mistake: Gradient recording seems to stay off after the call.
# mistake[zh-CN]: 调用之后似乎一直关闭着梯度记录。
import torch


def sgd_step(params, lr):
    torch.set_grad_enabled(False)
    for p in params:
        if p.requires_grad and p.grad is not None:
            p -= lr * p.grad
