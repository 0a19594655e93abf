# caught-by: runs_the_model_in_bfloat16
# mistake: Autocast seems to be on for CUDA, which does nothing on a CPU.
# mistake[zh-CN]: autocast 似乎是对 CUDA 启用的，在 CPU 上不起作用。
import torch
import torch.nn.functional as F


def amp_loss(model, x, y):
    with torch.autocast(device_type="cuda", dtype=torch.bfloat16):
        logits = model(x)
    return F.cross_entropy(logits.float(), y)
