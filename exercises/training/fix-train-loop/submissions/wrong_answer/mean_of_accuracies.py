# caught-by: measures_the_accuracy
# mistake: The accuracies of the batches seem to be averaged as if all were equally large.
# mistake[zh-CN]: 似乎把各批次当作一样大，对准确率求了平均。
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
        correct += (model(x).argmax(dim=1) == y).double().mean().item()
        count += 1
    return correct / count
