# caught-by: follows_the_device
# mistake: You seem to make the zeros on the CPU, whatever device `x` is on.
# mistake[zh-CN]: 不管 `x` 在哪个设备上，你似乎都在 CPU 上创建 0。
import torch


def relu(x):
    return torch.where(x <= 0, torch.zeros(x.shape, dtype=x.dtype), x)
