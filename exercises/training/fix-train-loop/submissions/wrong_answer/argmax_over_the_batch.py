# caught-by: measures_the_accuracy
# mistake: argmax seems to run over the samples instead of the classes.
# mistake[zh-CN]: argmax 似乎是沿样本取的，而不是沿类别。
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
        correct += (model(x).argmax(dim=0) == y).sum().item()
        count += len(y)
    return correct / count
