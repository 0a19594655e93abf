# caught-by: computes_the_loss_in_float32
# mistake: The loss seems to be float64.
# mistake[zh-CN]: 损失似乎是 float64。
import torch
import torch.nn.functional as F


def amp_loss(model, x, y):
    with torch.autocast(device_type=x.device.type, dtype=torch.bfloat16):
        logits = model(x)
    return F.cross_entropy(logits.double(), y)
