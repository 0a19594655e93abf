"""cat, a check, reshape."""

import torch


def collate_images(images):
    assert len({tuple(image.shape) for image in images}) == 1
    return torch.cat(list(images)).reshape(len(images), *images[0].shape)
