# caught-by: keeps_the_dtype
# mistake: Your batch seems to be float32 always.
# mistake[zh-CN]: 你的批次似乎总是 float32。
"""zeros without a dtype."""

import torch


def collate_images(images):
    if len({image.shape for image in images}) > 1:
        raise ValueError
    batch = torch.zeros(len(images), *images[0].shape)
    for i, image in enumerate(images):
        batch[i] = image
    return batch
