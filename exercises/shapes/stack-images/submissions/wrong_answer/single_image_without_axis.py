# caught-by: takes_a_single_image
# mistake: A single image seems to come back without a batch axis.
# mistake[zh-CN]: 只有一幅图像时，结果似乎没有批次轴。
"""One image is returned as it is."""

import torch


def collate_images(images):
    if len(images) == 1:
        return images[0].clone()
    return torch.stack(images)
