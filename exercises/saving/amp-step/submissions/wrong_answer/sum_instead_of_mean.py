# caught-by: is_the_cross_entropy
# mistake: The losses seem to be added instead of averaged.
# mistake[zh-CN]: 损失似乎是求和，而不是求平均。
import torch
import torch.nn.functional as F


def amp_loss(model, x, y):
    with torch.autocast(device_type=x.device.type, dtype=torch.bfloat16):
        logits = model(x)
    return F.cross_entropy(logits.float(), y, reduction="sum")
