# caught-by: is_the_cross_entropy
# mistake: A softmax seems to be applied before the cross-entropy.
# mistake[zh-CN]: 交叉熵之前似乎多做了一次 softmax。
import torch
import torch.nn.functional as F


def amp_loss(model, x, y):
    with torch.autocast(device_type=x.device.type, dtype=torch.bfloat16):
        logits = model(x)
    return F.cross_entropy(logits.float().softmax(dim=1), y)
