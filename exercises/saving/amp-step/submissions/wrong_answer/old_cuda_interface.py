# caught-by: uses_the_present_interface
# mistake: You seem to use `torch.cuda.amp.autocast`, which is deprecated and does nothing on a CPU.
# mistake[zh-CN]: 你似乎用了 `torch.cuda.amp.autocast`：它已弃用，在 CPU 上也不起作用。
import torch
import torch.nn.functional as F


def amp_loss(model, x, y):
    with torch.cuda.amp.autocast(dtype=torch.bfloat16):
        logits = model(x)
    return F.cross_entropy(logits.float(), y)
