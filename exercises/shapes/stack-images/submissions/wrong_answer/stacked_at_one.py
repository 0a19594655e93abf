# caught-by: stacks
# mistake: Your new axis seems to be the second.
# mistake[zh-CN]: 你新建的轴似乎是第二个。
"""dim=1."""

import torch


def collate_images(images):
    return torch.stack(images, dim=1)
