# caught-by: refuses_different_shapes
# mistake: You seem to pad or crop images of different shapes.
# mistake[zh-CN]: 你似乎对形状不同的图像做了填充或裁剪。
"""pad_sequence pads the channels."""

from torch.nn.utils.rnn import pad_sequence


def collate_images(images):
    return pad_sequence(images, batch_first=True)
