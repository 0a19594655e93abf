# caught-by: follows_the_device
# mistake: You seem to make a tensor on the CPU, whatever device `x` is on.
# mistake[zh-CN]: 不管 `x` 在哪个设备上，你似乎都在 CPU 上创建了张量。
import torch


def softmax(x, dim):
    e = (x - x.amax(dim, keepdim=True)).exp()
    total = torch.zeros(e.sum(dim, keepdim=True).shape, dtype=x.dtype) + e.sum(dim, keepdim=True)
    return e / total
