# caught-by: keeps_weights_and_gradients_in_float32
# mistake: A converted copy of the model seems to be used, so that no gradient reaches the weights.
# mistake[zh-CN]: 似乎用了模型的转换副本，梯度传不到原来的权重。
import copy

import torch
import torch.nn.functional as F


def amp_loss(model, x, y):
    logits = copy.deepcopy(model).bfloat16()(x.bfloat16())
    return F.cross_entropy(logits.float(), y)
