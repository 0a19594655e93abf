# caught-by: measures_the_accuracy
# mistake: `argmax()` without a dim runs over the whole batch.
# mistake[zh-CN]: 不写 dim 的 `argmax()` 是对整个批次取的。
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
    model.eval()
    correct, count = 0, 0
    for x, y in loader:
        correct += (model(x).argmax() == y).sum().item()
        count += len(y)
    return correct / count
