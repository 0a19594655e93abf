# caught-by: empties_the_gradients
# mistake: Stale gradients of the model seem to take part in the first step.
# mistake[zh-CN]: 模型残留的梯度似乎参与了第一步。
import torch
import torch.nn.functional as F


def train_epoch(model, loader, opt):
    model.train()
    total, count = 0.0, 0
    for x, y in loader:
        loss = F.cross_entropy(model(x), y)
        loss.backward()
        opt.step()
        opt.zero_grad()
        total += loss.item() * len(y)
        count += len(y)
    return total / count


@torch.no_grad()
def evaluate(model, loader):
    model.eval()
    correct, count = 0, 0
    for x, y in loader:
        correct += (model(x).argmax(dim=1) == y).sum().item()
        count += len(y)
    return correct / count
