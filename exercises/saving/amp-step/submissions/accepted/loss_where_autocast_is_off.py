import torch
import torch.nn.functional as F


def amp_loss(model, x, y):
    kind = x.device.type
    with torch.amp.autocast(kind, torch.bfloat16):
        logits = model(x)
        with torch.amp.autocast(kind, enabled=False):
            loss = F.nll_loss(torch.log_softmax(logits.float(), dim=1), y)
    return loss
