# caught-by: runs_the_model_in_bfloat16
# mistake: Only the logits seem to be bfloat16, not the layers.
# mistake[zh-CN]: 似乎只有 logits 是 bfloat16，各层并不是。
import torch
import torch.nn.functional as F


def amp_loss(model, x, y):
    if True:
        logits = model(x).bfloat16()
    return F.cross_entropy(logits.float(), y)
