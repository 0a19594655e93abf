# caught-by: keeps_the_gradients
# mistake: You seem to set the gradients to zero after the step.
# mistake[zh-CN]: 更新之后你似乎把梯度清零了。
import torch


def sgd_step(params, lr):
    with torch.no_grad():
        for p in params:
            if p.requires_grad and p.grad is not None:
                p -= lr * p.grad
                p.grad.zero_()
