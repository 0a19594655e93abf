# caught-by: trains_in_training_mode
# mistake: `model.train()` seems to be called only after the epoch.
# mistake[zh-CN]: `model.train()` 似乎在一轮结束之后才调用。
import torch
import torch.nn.functional as F


def train_epoch(model, loader, opt):
    total, count = 0.0, 0
    for x, y in loader:
        opt.zero_grad()
        loss = F.cross_entropy(model(x), y)
        loss.backward()
        opt.step()
        total += loss.item() * len(y)
        count += len(y)
    model.train()
    return total / count


@torch.no_grad()
def evaluate(model, loader):
    model.eval()
    correct, count = 0, 0
    for x, y in loader:
        correct += (model(x).argmax(dim=1) == y).sum().item()
        count += len(y)
    return correct / count
