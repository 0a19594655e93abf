# caught-by: averages_over_samples
# mistake: All batches seem to be weighted like the first.
# mistake[zh-CN]: 所有批次似乎都按第一个批次的大小加权。
import torch
import torch.nn.functional as F


def train_epoch(model, loader, opt):
    model.train()
    total, count, size = 0.0, 0, None
    for x, y in loader:
        opt.zero_grad()
        loss = F.cross_entropy(model(x), y)
        loss.backward()
        opt.step()
        size = size or len(y)
        total += loss.item() * size
        count += size
    return total / count


@torch.no_grad()
def evaluate(model, loader):
    model.eval()
    correct, count = 0, 0
    for x, y in loader:
        correct += (model(x).argmax(dim=1) == y).sum().item()
        count += len(y)
    return correct / count
