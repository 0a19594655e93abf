# caught-by: updates_b
# mistake: You seem to run B without recording, so that there is nothing to differentiate.
# mistake[zh-CN]: 你似乎在不记录的情况下运行了 B，没有东西可求导。
import torch
import torch.nn.functional as F


def train_only_b(A, B, optimizer, x, y):
    optimizer.zero_grad()
    with torch.no_grad():
        loss = F.mse_loss(B(A(x)), y)
    loss.requires_grad_()
    loss.backward()
    optimizer.step()
    return loss.item()
