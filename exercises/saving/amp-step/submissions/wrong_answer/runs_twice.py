# caught-by: runs_the_model_in_bfloat16
# mistake: The model seems to run more than once.
# mistake[zh-CN]: 模型似乎运行了不止一次。
import torch
import torch.nn.functional as F


def amp_loss(model, x, y):
    with torch.autocast(device_type=x.device.type, dtype=torch.bfloat16):
        model(x)
        logits = model(x)
    return F.cross_entropy(logits.float(), y)
