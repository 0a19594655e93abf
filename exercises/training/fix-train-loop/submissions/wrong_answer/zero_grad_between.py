# caught-by: empties_the_gradients
# mistake: The gradients seem to be emptied between `backward()` and `step()`.
# mistake[zh-CN]: 梯度似乎在 `backward()` 与 `step()` 之间被清空。
import torch
import torch.nn.functional as F


def train_epoch(model, loader, opt):
    model.train()
    total, count = 0.0, 0
    for x, y in loader:
        loss = F.cross_entropy(model(x), y)
        loss.backward()
        opt.zero_grad()
        opt.step()
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
