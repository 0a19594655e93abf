# caught-by: measures_the_accuracy
# mistake: Only the last batch seems to count.
# mistake[zh-CN]: 似乎只算了最后一个批次。
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
        correct, count = 0, 0
        correct += (model(x).argmax(dim=1) == y).sum().item()
        count += len(y)
    return correct / count
