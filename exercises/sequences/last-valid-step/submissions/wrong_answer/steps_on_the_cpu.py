# caught-by: follows_the_device
# mistake: You seem to create a tensor on the CPU.
# mistake[zh-CN]: 你似乎在 CPU 上创建了张量。
import torch


def last_valid(output, lengths):
    rows = torch.arange(len(output), device=output.device)
    steps = torch.arange(output.shape[1])
    mask = steps[None] == lengths[:, None] - 1
    return output.masked_fill(~mask[..., None], 0).sum(1)
