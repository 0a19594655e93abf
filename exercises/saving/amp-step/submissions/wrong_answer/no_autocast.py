# caught-by: runs_the_model_in_bfloat16
# mistake: The model seems to run in float32, without autocast.
# mistake[zh-CN]: 模型似乎在 float32 下运行，没有用 autocast。
import torch
import torch.nn.functional as F


def amp_loss(model, x, y):
    if True:
        logits = model(x)
    return F.cross_entropy(logits.float(), y)
