# caught-by: refuses_different_shapes
# mistake: You seem to assign each image to its place, which stretches a single channel to all.
# mistake[zh-CN]: 你似乎把每幅图像赋值到它的位置，单通道就会被扩展到所有通道。
"""batch[i] = image broadcasts."""

import torch


def collate_images(images):
    first = images[0]
    batch = torch.empty((len(images), *first.shape), dtype=first.dtype, device=first.device)
    for i, image in enumerate(images):
        batch[i] = image
    return batch
