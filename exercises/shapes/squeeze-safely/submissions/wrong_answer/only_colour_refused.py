# caught-by: refuses_other_numbers_of_channels
# mistake: You seem to refuse certain numbers of channels only.
# mistake[zh-CN]: 你似乎只拒绝了某些通道数。
"""Three channels are refused, others are not."""


def drop_channel(x):
    if x.shape[1] == 3:
        raise ValueError("colour image")
    return x.squeeze(1)
