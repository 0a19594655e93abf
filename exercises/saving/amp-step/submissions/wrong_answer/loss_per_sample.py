# caught-by: is_the_cross_entropy
# mistake: You seem to return one loss per sample.
# mistake[zh-CN]: 你似乎为每个样本各返回一个损失。
import torch
import torch.nn.functional as F


def amp_loss(model, x, y):
    with torch.autocast(device_type=x.device.type, dtype=torch.bfloat16):
        logits = model(x)
    return F.cross_entropy(logits.float(), y, reduction="none")
