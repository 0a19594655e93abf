# caught-by: uses_the_present_interface
# mistake: You seem to use `torch.cpu.amp.autocast`, which is deprecated.
# mistake[zh-CN]: 你似乎用了已弃用的 `torch.cpu.amp.autocast`。
import torch
import torch.nn.functional as F


def amp_loss(model, x, y):
    with torch.cpu.amp.autocast(dtype=torch.bfloat16):
        logits = model(x)
    return F.cross_entropy(logits.float(), y)
