# caught-by: keeps_a_batch_of_one
# mistake: You seem to refuse an empty batch.
# mistake[zh-CN]: 你似乎拒绝了空的批次。
"""Image by image."""

import torch


def drop_channel(x):
    if x.shape[1] != 1:
        raise ValueError
    return torch.stack([image[0] for image in x])
