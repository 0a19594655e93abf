# caught-by: moves_the_parameters
# mistake: You seem to go through `params` twice; a generator is empty the second time.
# mistake[zh-CN]: 你似乎遍历了 `params` 两次；生成器第二次就空了。
import torch


def sgd_step(params, lr):
    if all(p.grad is None for p in params):
        return
    with torch.no_grad():
        for p in params:
            if p.requires_grad and p.grad is not None:
                p -= lr * p.grad
