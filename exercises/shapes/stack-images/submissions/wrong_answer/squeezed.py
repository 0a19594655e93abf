# caught-by: takes_a_single_image
# mistake: You seem to drop every axis of size 1.
# mistake[zh-CN]: 你似乎去掉了所有大小为 1 的轴。
"""squeeze at the end."""

import torch


def collate_images(images):
    return torch.stack(images).squeeze()
