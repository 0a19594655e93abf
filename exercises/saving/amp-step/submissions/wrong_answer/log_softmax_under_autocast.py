# caught-by: computes_the_loss_in_float32
# mistake: The logarithm seems to be computed in bfloat16, under autocast.
# mistake[zh-CN]: 对数似乎在 autocast 下用 bfloat16 计算。
import torch
import torch.nn.functional as F


def model_log(logits):
    return torch.log_softmax(logits, dim=1)


def amp_loss(model, x, y):
    with torch.autocast(device_type=x.device.type, dtype=torch.bfloat16):
        logits = model(x)
        return -model_log(logits)[torch.arange(len(y)), y].mean().float()
