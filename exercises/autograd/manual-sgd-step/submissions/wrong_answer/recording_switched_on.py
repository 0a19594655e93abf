# caught-by: restores_the_mode
# mistake: You seem to switch recording on at the end, although it may have been off before.
# mistake[zh-CN]: 你似乎在最后打开了梯度记录，但之前它可能是关闭的。
import torch


def sgd_step(params, lr):
    torch.set_grad_enabled(False)
    for p in params:
        if p.requires_grad and p.grad is not None:
            p -= lr * p.grad
    torch.set_grad_enabled(True)
