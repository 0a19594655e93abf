# caught-by: keeps_leaves
# mistake: The update seems to be recorded: a parameter is no leaf any more.
# mistake[zh-CN]: 更新似乎被记录了：参数不再是叶子。
import torch


def sgd_step(params, lr):
    for p in params:
        if p.requires_grad and p.grad is not None:
            p.requires_grad_(False)
            source = torch.zeros((), dtype=p.dtype, requires_grad=True)
            p -= lr * p.grad + 0 * source
