# caught-by: stacks
# mistake: Your images seem to come in another order.
# mistake[zh-CN]: 你的图像顺序似乎变了。
"""The last image first."""

import torch


def collate_images(images):
    return torch.stack(images[::-1])
