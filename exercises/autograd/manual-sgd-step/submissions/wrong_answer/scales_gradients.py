# caught-by: keeps_the_gradients
# mistake: You seem to multiply the gradients themselves by the learning rate.
# mistake[zh-CN]: 你似乎把梯度本身乘上了学习率。
import torch


def sgd_step(params, lr):
    with torch.no_grad():
        for p in params:
            if p.requires_grad and p.grad is not None:
                p -= p.grad.mul_(lr)
