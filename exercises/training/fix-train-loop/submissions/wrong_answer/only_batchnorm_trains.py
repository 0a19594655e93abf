# caught-by: trains_in_training_mode
# mistake: Dropout seems to be off in training.
# mistake[zh-CN]: 训练时 dropout 似乎没有起作用。
import torch
import torch.nn.functional as F


def train_epoch(model, loader, opt):
    model.train()
    for layer in model.modules():
        if isinstance(layer, torch.nn.Dropout):
            layer.eval()
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
        correct += (model(x).argmax(dim=1) == y).sum().item()
        count += len(y)
    return correct / count
