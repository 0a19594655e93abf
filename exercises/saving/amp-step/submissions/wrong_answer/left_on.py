# caught-by: leaves_no_trace
# mistake: Autocast seems to be switched on and not off again.
# mistake[zh-CN]: autocast 似乎打开之后没有关闭。
import torch
import torch.nn.functional as F


def amp_loss(model, x, y):
    torch.set_autocast_dtype("cpu", torch.bfloat16)
    torch.set_autocast_enabled("cpu", True)
    logits = model(x)
    return F.cross_entropy(logits.float(), y)
