# caught-by: computes_the_loss_in_float32
# mistake: The loss seems to be computed in bfloat16 and converted after.
# mistake[zh-CN]: 损失似乎先用 bfloat16 计算，之后才转换类型。
import torch
import torch.nn.functional as F


def amp_loss(model, x, y):
    with torch.autocast(device_type=x.device.type, dtype=torch.bfloat16):
        logits = model(x)
    return F.cross_entropy(logits, y).float()
