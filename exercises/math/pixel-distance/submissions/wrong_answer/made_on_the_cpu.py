# caught-by: follows_the_device
# mistake: The result is collected on the CPU, wherever the maps are.
# mistake[zh-CN]: 结果建在了 CPU 上，而不管特征图在哪里。
import torch


def pixel_distance(f1, f2):
    total = torch.zeros(f1.shape[0], *f1.shape[2:], dtype=f1.dtype)
    for a, b in zip(f1.unbind(1), f2.unbind(1)):
        total = total + (a - b) ** 2
    return (total + 1e-12).sqrt()
