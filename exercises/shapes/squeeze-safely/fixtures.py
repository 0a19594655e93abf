"""Writes into views, in the learner's process. Nothing here knows what is right."""


def after_writing_into_the_result(drop_channel, x, written, layout):
    """What a tensor that equals x holds after the result was overwritten."""
    if layout == "transposed":
        y = x.transpose(2, 3).contiguous().transpose(2, 3)
    elif layout == "every second column":
        y = x.repeat_interleave(2, dim=3)[..., ::2]
    elif layout == "one of three channels":
        y = x.repeat(1, 3, 1, 1)[:, 1:2]
    else:
        y = x.clone()
    drop_channel(y).copy_(written)
    return y
