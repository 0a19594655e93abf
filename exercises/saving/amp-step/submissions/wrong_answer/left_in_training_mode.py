# caught-by: leaves_no_trace
# mistake: The model seems to be put into training mode.
# mistake[zh-CN]: 模型似乎被切换到了训练模式。
import torch
import torch.nn.functional as F


def amp_loss(model, x, y):
    model.train()
    with torch.autocast(device_type=x.device.type, dtype=torch.bfloat16):
        logits = model(x)
    return F.cross_entropy(logits.float(), y)
