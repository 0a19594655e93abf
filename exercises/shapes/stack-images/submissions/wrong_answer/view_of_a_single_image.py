# caught-by: copies
# mistake: A batch of one seems to share the memory of its image.
# mistake[zh-CN]: 只有一幅图像时，批次似乎与它共享内存。
"""No copy for one image."""

import torch


def collate_images(images):
    if len(images) == 1:
        return images[0].unsqueeze(0)
    return torch.stack(images)
