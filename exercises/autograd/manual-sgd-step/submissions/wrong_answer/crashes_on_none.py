# caught-by: skips_missing_gradients
# mistake: You seem to stumble over a parameter whose `.grad` is None.
# mistake[zh-CN]: 遇到 `.grad` 为 None 的参数时，你的代码似乎会出错。
import torch


def sgd_step(params, lr):
    with torch.no_grad():
        for p in params:
            if p.requires_grad:
                p -= lr * p.grad
