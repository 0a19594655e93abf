# caught-by: is_the_cross_entropy
# mistake: The softmax seems to run over the batch.
# mistake[zh-CN]: softmax 似乎是沿批的维度做的。
import torch
import torch.nn.functional as F


def amp_loss(model, x, y):
    with torch.autocast(device_type=x.device.type, dtype=torch.bfloat16):
        logits = model(x)
    return -logits.float().log_softmax(dim=0)[torch.arange(len(y)), y].mean()
