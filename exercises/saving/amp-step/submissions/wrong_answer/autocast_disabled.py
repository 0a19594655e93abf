# caught-by: runs_the_model_in_bfloat16
# mistake: Autocast seems to be there, but disabled.
# mistake[zh-CN]: autocast 似乎写了，却没有启用。
import torch
import torch.nn.functional as F


def amp_loss(model, x, y):
    with torch.autocast(device_type=x.device.type, dtype=torch.bfloat16, enabled=torch.cuda.is_available()):
        logits = model(x)
    return F.cross_entropy(logits.float(), y)
