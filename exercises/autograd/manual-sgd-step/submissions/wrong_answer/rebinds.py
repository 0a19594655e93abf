# caught-by: moves_the_parameters
# mistake: You seem to give the loop variable a new value; the parameters themselves do not change.
# mistake[zh-CN]: 你似乎只给循环变量赋了新值；参数本身没有改变。
import torch


def sgd_step(params, lr):
    with torch.no_grad():
        for p in params:
            if p.requires_grad and p.grad is not None:
                p = p - lr * p.grad
