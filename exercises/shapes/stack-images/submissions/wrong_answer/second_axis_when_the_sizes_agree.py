# caught-by: stacks_in_front_even_if_all_sizes_agree
# mistake: You seem to tell the axes apart by their sizes.
# mistake[zh-CN]: 你似乎靠大小来区分各个轴。
"""The batch axis is looked for by its size."""

import torch


def collate_images(images):
    batch = torch.stack(images, dim=1)
    if batch.shape[0] != len(images) or batch.shape[1] != batch.shape[0]:
        batch = batch.transpose(0, 1)
    return batch
