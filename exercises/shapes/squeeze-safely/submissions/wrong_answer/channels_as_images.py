# caught-by: refuses_other_numbers_of_channels
# mistake: You seem to turn channels into images of the batch.
# mistake[zh-CN]: 你似乎把通道变成了批次里的图像。
"""flatten of N and C."""


def drop_channel(x):
    return x.flatten(0, 1)
