# caught-by: evaluates_in_evaluation_mode
# mistake: `model.eval()` seems to come after the first batch.
# mistake[zh-CN]: `model.eval()` 似乎在第一个批次之后才调用。
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
    correct, count = 0, 0
    for x, y in loader:
        hits = (model(x).argmax(dim=1) == y).sum().item()
        model.eval()
        correct += hits
        count += len(y)
    return correct / count
