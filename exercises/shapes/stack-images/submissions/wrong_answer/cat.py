# caught-by: stacks
# mistake: You seem to use `torch.cat`, which makes no new axis.
# mistake[zh-CN]: 你似乎用了 `torch.cat`，它不会新建轴。
"""torch.cat."""

import torch


def collate_images(images):
    return torch.cat(images)
