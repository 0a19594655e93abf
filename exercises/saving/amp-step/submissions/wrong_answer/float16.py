# caught-by: runs_the_model_in_bfloat16
# mistake: Autocast seems to use float16 instead of bfloat16.
# mistake[zh-CN]: autocast 似乎用了 float16，而不是 bfloat16。
import torch
import torch.nn.functional as F


def amp_loss(model, x, y):
    with torch.autocast(device_type=x.device.type, dtype=torch.float16):
        logits = model(x)
    return F.cross_entropy(logits.float(), y)
