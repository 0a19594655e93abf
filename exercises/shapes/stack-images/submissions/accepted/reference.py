"""A new leading axis."""

import torch


def collate_images(images):
    return torch.stack(images)
