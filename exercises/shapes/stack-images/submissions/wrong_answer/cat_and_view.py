# caught-by: refuses_different_shapes
# mistake: You seem to join the channels and cut them again; wrong numbers of channels may add up.
# mistake[zh-CN]: 你似乎先把通道拼起来再切开；通道数不对时也可能恰好凑得上。
"""cat, then view with -1."""

import torch


def collate_images(images):
    return torch.cat(images).view(-1, *images[0].shape)
