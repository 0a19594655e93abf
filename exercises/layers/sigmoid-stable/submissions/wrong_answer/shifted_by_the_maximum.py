# caught-by: is_a_sigmoid
# mistake: You seem to subtract a maximum, which softmax allows but the sigmoid does not.
# mistake[zh-CN]: 你似乎减去了最大值：softmax 可以这样做，sigmoid 不行。
import torch


def sigmoid(x):
    e = torch.exp(x - x.amax()) if x.numel() else x
    return e / (1 + e)
