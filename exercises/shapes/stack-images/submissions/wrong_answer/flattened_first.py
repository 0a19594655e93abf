# caught-by: refuses_different_shapes
# mistake: You seem to compare the number of pixels only, not the shape.
# mistake[zh-CN]: 你似乎只比较了像素的个数，而没有比较形状。
"""Images as rows of numbers."""

import torch


def collate_images(images):
    return torch.stack([image.flatten() for image in images]).view(len(images), *images[0].shape)
