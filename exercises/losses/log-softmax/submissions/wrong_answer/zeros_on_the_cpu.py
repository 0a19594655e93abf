# caught-by: follows_the_device
# mistake: You seem to make a tensor on the CPU, whatever device `x` is on.
# mistake[zh-CN]: 不管 `x` 在哪个设备上，你似乎都在 CPU 上创建了张量。
import torch


def log_softmax(x, dim):
    y = x - x.amax(dim, keepdim=True)
    total = torch.zeros(y[..., :].sum(dim, keepdim=True).shape, dtype=x.dtype)
    return y - (total + y.exp().sum(dim, keepdim=True)).log()
