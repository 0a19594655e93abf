# caught-by: keeps_weights_and_gradients_in_float32
# mistake: The weights themselves seem to be converted to bfloat16.
# mistake[zh-CN]: 权重本身似乎被转换成了 bfloat16。
import torch
import torch.nn.functional as F


def amp_loss(model, x, y):
    logits = model.bfloat16()(x.bfloat16())
    return F.cross_entropy(logits.float(), y)
