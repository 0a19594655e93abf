# caught-by: keeps_weights_and_gradients_in_float32
# mistake: The loss seems to be detached from the graph.
# mistake[zh-CN]: 损失似乎脱离了计算图。
import torch
import torch.nn.functional as F


def amp_loss(model, x, y):
    with torch.autocast(device_type=x.device.type, dtype=torch.bfloat16):
        logits = model(x)
    return F.cross_entropy(logits.float(), y).detach()
