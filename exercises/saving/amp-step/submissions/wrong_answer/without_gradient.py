# caught-by: keeps_weights_and_gradients_in_float32
# mistake: The model seems to run under `torch.no_grad()`.
# mistake[zh-CN]: 模型似乎在 `torch.no_grad()` 下运行。
import torch
import torch.nn.functional as F


def amp_loss(model, x, y):
    with torch.autocast(device_type=x.device.type, dtype=torch.bfloat16):
        with torch.no_grad():
            logits = model(x)
    return F.cross_entropy(logits.float(), y)
