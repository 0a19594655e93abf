# caught-by: moves_the_parameters
# mistake: The learning rate does not seem to be used.
# mistake[zh-CN]: 学习率似乎没有用到。
import torch


def sgd_step(params, lr):
    with torch.no_grad():
        for p in params:
            if p.requires_grad and p.grad is not None:
                p -= p.grad
