# caught-by: keeps_weights_and_gradients_in_float32
# mistake: The weights seem to be rounded to bfloat16 and converted back.
# mistake[zh-CN]: 权重似乎被舍入成 bfloat16 之后又转换回来。
import torch
import torch.nn.functional as F


def amp_loss(model, x, y):
    logits = model.bfloat16()(x.bfloat16())
    loss = F.cross_entropy(logits.float(), y)
    model.float()
    return loss
