# caught-by: leaves_no_trace
# mistake: The autocast context seems to be entered and never left.
# mistake[zh-CN]: autocast 上下文似乎进入之后没有离开。
import torch
import torch.nn.functional as F


def amp_loss(model, x, y):
    torch.autocast(device_type=x.device.type, dtype=torch.bfloat16).__enter__()
    logits = model(x)
    return F.cross_entropy(logits.float(), y)
