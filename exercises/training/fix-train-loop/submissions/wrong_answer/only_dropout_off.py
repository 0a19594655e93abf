# caught-by: evaluates_in_evaluation_mode
# mistake: BatchNorm seems to use the batch in the evaluation.
# mistake[zh-CN]: 评估时 BatchNorm 似乎用了当前批次。
import torch
import torch.nn.functional as F


def train_epoch(model, loader, opt):
    model.train()
    total, count = 0.0, 0
    for x, y in loader:
        opt.zero_grad()
        loss = F.cross_entropy(model(x), y)
        loss.backward()
        opt.step()
        total += loss.item() * len(y)
        count += len(y)
    return total / count


@torch.no_grad()
def evaluate(model, loader):
    for layer in model.modules():
        if isinstance(layer, torch.nn.Dropout):
            layer.eval()
    correct, count = 0, 0
    for x, y in loader:
        correct += (model(x).argmax(dim=1) == y).sum().item()
        count += len(y)
    return correct / count
