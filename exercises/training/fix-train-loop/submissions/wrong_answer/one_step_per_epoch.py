# caught-by: empties_the_gradients
# mistake: There seems to be one step per epoch instead of one per batch.
# mistake[zh-CN]: 似乎每轮只更新一步，而不是每个批次一步。
import torch
import torch.nn.functional as F


def train_epoch(model, loader, opt):
    model.train()
    opt.zero_grad()
    total, count = 0.0, 0
    for x, y in loader:
        loss = F.cross_entropy(model(x), y)
        loss.backward()
        total += loss.item() * len(y)
        count += len(y)
    opt.step()
    return total / count


@torch.no_grad()
def evaluate(model, loader):
    model.eval()
    correct, count = 0, 0
    for x, y in loader:
        correct += (model(x).argmax(dim=1) == y).sum().item()
        count += len(y)
    return correct / count
